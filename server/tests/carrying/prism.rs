//! Prism, a server nobody here wrote, on TM Forum's own specification: before a receiver it checks
//! every request and every answer and passes on what is valid; alone it answers with tickets made
//! from the specification.
//!
//! What it serves is the file as published with one thing added: no field is allowed beyond those
//! the specification names. Without that a misspelt field would be as good as a right one.

use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Lines},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    sync::{Arc, Mutex, PoisonError},
    thread::JoinHandle,
};

/// A Prism that runs until it is dropped; what it logged is shown when the test failed.
pub struct Prism {
    url: String,
    child: Child,
    log: Arc<Mutex<String>>,
    reading: Option<JoinHandle<()>>,
    _folder: tempfile::TempDir,
}

impl Prism {
    /// Before another server.
    pub fn before(upstream: &str) -> Self {
        Self::start("proxy", &[upstream])
    }

    /// As the server itself.
    pub fn alone() -> Self {
        Self::start("mock", &[])
    }

    /// Its address.
    pub fn url(&self) -> &str {
        &self.url
    }

    fn start(what: &str, more: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let specification = folder.path().join("strict.json");
        std::fs::write(&specification, strict().to_string()).unwrap();
        let mut child = Command::new(at_home("node_modules/.bin/prism"))
            .args([what, "--errors", "--host", "127.0.0.1", "--port", "0"])
            .arg(&specification)
            .args(more)
            // In production it would serve from a child that outlives it.
            .env_remove("NODE_ENV")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Prism is not installed: start this through make contracts");
        let output = child.stdout.take().expect("it was asked for");
        let mut lines = BufReader::new(output).lines();
        let log = Arc::new(Mutex::new(String::new()));
        let url = listening(&mut lines, &log);
        let kept = log.clone();
        // Read to the end, so that it never waits for a reader.
        let reading = std::thread::spawn(move || while next(&mut lines, &kept).is_some() {});
        let prism = Self {
            url: url.unwrap_or_default(),
            child,
            log,
            reading: Some(reading),
            _folder: folder,
        };
        assert!(!prism.url.is_empty(), "Prism does not start");
        prism
    }
}

impl Drop for Prism {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _gone = self.child.kill();
        let _gone = self.child.wait();
        if let Some(reading) = self.reading.take() {
            let _broken = reading.join();
        }
        if std::thread::panicking() {
            eprintln!("{}", text(&self.log));
        }
    }
}

/// The specification as published, closed against fields it does not name.
fn strict() -> Value {
    let file = at_home("end2end/specs/TMF621-TroubleTicket-v4.0.0.swagger.json");
    let mut published: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let nouns = published["definitions"].as_object_mut().unwrap();
    for noun in nouns
        .values_mut()
        .filter(|noun| noun["properties"].is_object())
    {
        noun["additionalProperties"] = json!(false);
    }
    published
}

fn at_home(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// The address it listens on, once it does.
fn listening(lines: &mut Lines<BufReader<ChildStdout>>, log: &Mutex<String>) -> Option<String> {
    loop {
        let line = next(lines, log)?;
        if let Some((_, url)) = line.split_once("listening on ") {
            return Some(url.trim().to_owned());
        }
    }
}

fn next(lines: &mut Lines<BufReader<ChildStdout>>, log: &Mutex<String>) -> Option<String> {
    let line = lines.next()?.ok()?;
    let mut log = log.lock().unwrap_or_else(PoisonError::into_inner);
    log.push_str(&line);
    log.push('\n');
    Some(line)
}

fn text(log: &Mutex<String>) -> String {
    log.lock().unwrap_or_else(PoisonError::into_inner).clone()
}
