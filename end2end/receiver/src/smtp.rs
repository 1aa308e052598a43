//! A mail server for tests: takes every letter over a real socket and keeps its bytes, or refuses
//! receivers as it is told. No encryption, no accounts, nothing is ever passed on.

use anyhow::Context;
use std::{
    collections::VecDeque,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// A letter as it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Whom the envelope names.
    pub to: String,
    /// Headers and body, with line ends as they were.
    pub data: String,
}

#[derive(Debug, Default)]
struct Inside {
    mails: Vec<Mail>,
    refusals: VecDeque<String>,
    lose_answer: bool,
}

/// See the module. Stops when dropped.
#[derive(Debug)]
pub struct MailServer {
    /// Where it listens.
    pub addr: SocketAddr,
    inside: Arc<Mutex<Inside>>,
    serving: JoinHandle<()>,
}

impl MailServer {
    /// Listens on a free port of this machine.
    ///
    /// # Errors
    /// When there is none.
    pub async fn start() -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let addr = listener.local_addr()?;
        let inside = Arc::new(Mutex::new(Inside::default()));
        let within = inside.clone();
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let within = within.clone();
                tokio::spawn(async move {
                    // A client that goes away in the middle is what some tests are about.
                    let _gone = talk(stream, &within).await;
                });
            }
        });
        Ok(Self {
            addr,
            inside,
            serving,
        })
    }

    /// The next receivers are refused with these answers, such as `550 5.1.1 no such user`.
    pub fn refuse(&self, answers: impl IntoIterator<Item = &'static str>) {
        let answers = answers.into_iter().map(str::to_owned);
        self.lock().refusals.extend(answers);
    }

    /// The next letter is taken, and the connection ends before it is said.
    pub fn lose_an_answer(&self) {
        self.lock().lose_answer = true;
    }

    /// Takes out what came in.
    pub fn mails(&self) -> Vec<Mail> {
        std::mem::take(&mut self.lock().mails)
    }

    fn lock(&self) -> MutexGuard<'_, Inside> {
        lock(&self.inside)
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

fn lock(inside: &Mutex<Inside>) -> MutexGuard<'_, Inside> {
    inside.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn talk(stream: TcpStream, inside: &Mutex<Inside>) -> anyhow::Result<()> {
    let (reading, mut writing) = stream.into_split();
    let mut lines = BufReader::new(reading);
    writing.write_all(b"220 twin ESMTP\r\n").await?;
    let mut to = String::new();
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let verb = line.split_whitespace().next().unwrap_or_default();
        let answer = match verb.to_ascii_uppercase().as_str() {
            "EHLO" => "250-twin\r\n250 8BITMIME".to_owned(),
            "RCPT" => match lock(inside).refusals.pop_front() {
                Some(refusal) => refusal,
                None => {
                    let (_, rest) = line.split_once('<').context("no receiver")?;
                    let (receiver, _) = rest.split_once('>').context("no receiver")?;
                    receiver.clone_into(&mut to);
                    "250 ok".to_owned()
                }
            },
            "DATA" => {
                writing.write_all(b"354 go on\r\n").await?;
                let data = letter(&mut lines).await?;
                let mut inside = lock(inside);
                inside.mails.push(Mail {
                    to: std::mem::take(&mut to),
                    data,
                });
                if std::mem::take(&mut inside.lose_answer) {
                    return Ok(());
                }
                "250 taken".to_owned()
            }
            "QUIT" => {
                writing.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => "250 ok".to_owned(),
        };
        writing
            .write_all(format!("{answer}\r\n").as_bytes())
            .await?;
    }
}

/// Up to the line that holds nothing but a dot.
async fn letter(lines: &mut (impl AsyncBufReadExt + Unpin)) -> anyhow::Result<String> {
    let mut data = String::new();
    loop {
        let mut line = String::new();
        anyhow::ensure!(lines.read_line(&mut line).await? > 0, "cut off");
        if line == ".\r\n" {
            return Ok(data);
        }
        data += line.strip_prefix('.').unwrap_or(&line);
    }
}
