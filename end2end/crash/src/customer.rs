//! A customer with a browser that runs no script, who presses again when no answer comes: after a
//! broken connection the very same form, with its key, goes out once more.

use crate::tally::Tally;
use reqwest::{Client, StatusCode, header};
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::sync::watch;

/// Where the servers are, while there are any; each start is an address of its own.
pub type Where = watch::Receiver<Vec<String>>;

/// The way to the server that customers share.
#[derive(Clone, Debug)]
pub struct Street {
    /// What is told to whom.
    pub tally: Arc<Tally>,
    client: Client,
    servers: Where,
    /// Whoever asks goes to the next one: no customer has a server of their own.
    asked: Arc<AtomicUsize>,
}

/// A journey: pages and fields as the demo operator's catalogue has them.
#[derive(Clone, Copy, Debug)]
pub enum Journey {
    /// A question, one leg.
    Enquiry,
    /// No sound on TV, three legs.
    Fault,
}

type Fields = &'static [(&'static str, &'static str)];

impl Journey {
    fn room(self) -> &'static str {
        match self {
            Self::Enquiry => "enquiry",
            Self::Fault => "fault",
        }
    }

    fn steps(self) -> &'static [Fields] {
        match self {
            Self::Enquiry => &[
                &[("step", "topic"), ("topic", "shops")],
                &[("step", "details"), ("details", DETAILS)],
                &[
                    ("step", "contact"),
                    ("contact", "phone"),
                    ("phone", "138 0013 8000"),
                ],
            ],
            Self::Fault => &[
                &[("step", "product"), ("product", "tv")],
                &[("step", "symptom"), ("symptom", "no-sound")],
                &[("step", "try-volume"), ("act", "not-fixed")],
                &[("step", "place"), ("place", "lancheng-donghu")],
                &[("step", "line"), ("address", "1 Long Road")],
                &[("step", "since"), ("since", "today")],
                &[("step", "contact"), ("contact", "none")],
            ],
        }
    }
}

/// What is typed as the question.
pub const DETAILS: &str = "Which of your shops is open on Sunday?";

/// A visitor on the way through a journey.
#[derive(Clone, Debug)]
pub struct Customer {
    street: Street,
    journey: Journey,
    cookie: Option<String>,
    /// The idempotency key of the form.
    pub key: String,
}

/// What a browser gets.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// Where it is sent on to.
    pub to: String,
    /// The page.
    pub body: String,
    cookie: Option<String>,
}

impl Street {
    /// To servers that come and go.
    pub fn new(servers: Where) -> anyhow::Result<Self> {
        let client = Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            // A server that hangs is told apart from one that is dead.
            .timeout(Duration::from_secs(60))
            .build()?;
        Ok(Self {
            tally: Arc::new(Tally::new()),
            client,
            servers,
            asked: Arc::default(),
        })
    }

    /// Looks at a page.
    pub async fn look(&self, path: &str) -> Answer {
        self.ask(None, path, None).await
    }

    /// Asks until there is an answer, from whichever server.
    async fn ask(&self, cookie: Option<&str>, path: &str, form: Option<&[(&str, &str)]>) -> Answer {
        let mut servers = self.servers.clone();
        loop {
            let url = {
                let up = servers.wait_for(|up| !up.is_empty()).await;
                let up = up.expect("whoever starts servers outlives the customers");
                up[self.asked.fetch_add(1, Ordering::Relaxed) % up.len()].clone()
            };
            match self.once(&url, cookie, path, form).await {
                Ok(answer) => return answer,
                Err(_broken) => self.tally.told().unanswered += 1,
            }
            // The same server is not asked again: it is dead, or about to be found dead.
            let other = servers.wait_for(|now| !now.contains(&url)).await;
            drop(other.expect("whoever starts servers outlives the customers"));
        }
    }

    async fn once(
        &self,
        url: &str,
        cookie: Option<&str>,
        path: &str,
        form: Option<&[(&str, &str)]>,
    ) -> reqwest::Result<Answer> {
        let url = format!("{url}{path}");
        let request = match form {
            Some(form) => self.client.post(url).form(form),
            None => self.client.get(url),
        };
        let sending = request
            .header(header::ACCEPT, "text/html")
            .header(header::ACCEPT_LANGUAGE, "en")
            .header("sec-fetch-site", "same-origin")
            .header(header::COOKIE, cookie.unwrap_or_default())
            .send();
        self.tally.moment();
        let answer = sending.await?;
        let text = |name| Some(answer.headers().get(name)?.to_str().ok()?.to_owned());
        let answer = Answer {
            status: answer.status(),
            to: text(header::LOCATION).unwrap_or_default(),
            cookie: text(header::SET_COOKIE)
                .and_then(|line| Some(line.split(';').next()?.to_owned())),
            body: answer.text().await?,
        };
        self.tally.moment();
        Ok(answer)
    }
}

impl Customer {
    /// Opens a journey's first page.
    pub async fn arrive(street: &Street, journey: Journey) -> Self {
        let page = street.look(&format!("/{}", journey.room())).await;
        let key = page.body.split("name=\"key\" value=\"").nth(1);
        let key = key.and_then(|rest| rest.split('"').next());
        if key.is_none() {
            street.strange(format!("{}: a first page without a key", page.status));
        }
        Self {
            street: street.clone(),
            journey,
            cookie: None,
            key: key.unwrap_or_default().to_owned(),
        }
    }

    /// Answers every question, as far as the page before sending.
    pub async fn answer(&mut self) {
        for fields in self.journey.steps() {
            let answer = self.post("answer", fields).await;
            self.cookie = answer.cookie.clone().or_else(|| self.cookie.take());
            if answer.status != StatusCode::SEE_OTHER || answer.to.contains("?mend") {
                self.street
                    .strange(format!("{fields:?}: {}", answer.tells()));
            }
        }
    }

    /// Sends, and tells the tally what came of it; says whether it was a receipt.
    pub async fn send(&self) -> bool {
        self.street
            .tally
            .told()
            .keys
            .entry(self.key.clone())
            .or_default();
        let answer = self.post("send", &[("step", "check")]).await;
        let mut told = self.street.tally.told();
        let Some(receipt) = answer.to.strip_prefix("/receipt/") else {
            match answer.to.as_str() {
                "/sorry/unavailable" => told.refused += 1,
                _ => told.strange.push(format!("sent: {}", answer.tells())),
            }
            return false;
        };
        let (reference, query) = receipt.split_once('?').unwrap_or((receipt, ""));
        told.repeats += usize::from(query == "again");
        told.keys
            .entry(self.key.clone())
            .or_default()
            .insert(reference.to_owned());
        true
    }

    /// Looks at a page as this visitor.
    pub async fn look(&self, path: &str) -> Answer {
        self.street.ask(self.cookie.as_deref(), path, None).await
    }

    async fn post(&self, verb: &str, fields: &[(&str, &str)]) -> Answer {
        let path = format!("/api/{}/{verb}", self.journey.room());
        let form = [&[("key", self.key.as_str())][..], fields].concat();
        self.street
            .ask(self.cookie.as_deref(), &path, Some(&form))
            .await
    }
}

impl Street {
    fn strange(&self, what: String) {
        self.tally.told().strange.push(what);
    }
}

impl Answer {
    fn tells(&self) -> String {
        format!("{} to {:?}", self.status, self.to)
    }
}
