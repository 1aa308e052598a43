//! What a kiosk carries: words, catalogue and settings, fetched before anything is drawn. The service
//! worker keeps the newest of each, so that a kiosk opens without a network too.

use crate::{case::language::Lang, catalogue::Catalogue, words};
use gloo_net::http::Request;
use serde::de::DeserializeOwned;
use std::time::Duration;

/// Everything a session is made of.
pub struct Carried {
    /// What the operator offers.
    pub catalogue: Catalogue,
    /// How this device is to behave.
    pub settings: Settings,
}

/// How a kiosk behaves until its settings say otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// After how long without a touch it asks whether somebody is there.
    pub idle: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            idle: Duration::from_secs(45),
        }
    }
}

impl Carried {
    /// Fetches it.
    ///
    /// # Errors
    /// What could not be had.
    pub async fn load() -> Result<Self, String> {
        let books: [words::phrase::Phrases; Lang::ALL.len()] = fetch("/kiosk/words").await?;
        words::carry(books);
        Ok(Self {
            catalogue: fetch("/kiosk/catalogue").await?,
            settings: Settings::default(),
        })
    }
}

async fn fetch<T: DeserializeOwned>(path: &str) -> Result<T, String> {
    let missing = |error: gloo_net::Error| format!("{path}: {error}");
    let answer = Request::get(path).send().await.map_err(missing)?;
    if !answer.ok() {
        return Err(format!("{path}: {}", answer.status()));
    }
    answer.json().await.map_err(missing)
}
