//! What a kiosk carries: words, catalogue and settings, there before anything is drawn. The service
//! worker keeps the newest of the first two, so that a kiosk opens without a network too; the settings
//! are the device's own and stay on it.

use super::{
    json, page,
    session::{Screen, Session},
    wipe,
};
use crate::{
    case::language::Lang,
    catalogue::Catalogue,
    kiosk::{Setup, fetch, live::follow},
    words,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Everything a session is made of.
pub struct Carried {
    /// What the operator offers.
    pub catalogue: Catalogue,
    /// How this device is to behave.
    pub setup: Setup,
    /// The version of that; 0 is what the program comes with.
    pub version: i64,
}

/// A version of the settings as it arrived. One that this build cannot read or use does not cost it the
/// rest of the answer.
#[derive(Serialize, Deserialize)]
pub struct Arrived {
    /// Its number.
    pub version: i64,
    /// The settings, if they can be used.
    #[serde(deserialize_with = "Setup::usable")]
    pub body: Option<Setup>,
}

/// Under which name the device keeps its settings. Nothing of a customer is under any.
const SETUP: &str = "setup";

impl Carried {
    /// Fetches it.
    ///
    /// # Errors
    /// What could not be had.
    pub async fn load() -> Result<Self, String> {
        let books: [words::phrase::Phrases; Lang::ALL.len()] = book("/kiosk/words").await?;
        words::carry(books);
        let (setup, version) = last_good_setup();
        Ok(Self {
            catalogue: book("/kiosk/catalogue").await?,
            setup,
            version,
        })
    }
}

async fn book<T: DeserializeOwned>(path: &str) -> Result<T, String> {
    let text = fetch::text(path).await;
    let text = text.ok_or_else(|| format!("{path}: not to be had"))?;
    json::read(&text).ok_or_else(|| format!("{path}: unreadable"))
}

/// The settings that were last kept, if this build can use them.
fn last_good_setup() -> (Setup, i64) {
    let kept = page::window().local_storage().ok().flatten();
    let kept = kept.and_then(|kept| kept.get_item(SETUP).ok().flatten());
    let arrived: Option<Arrived> = kept.and_then(|text| json::read(&text));
    arrived
        .and_then(|arrived| Some((arrived.body?, arrived.version)))
        .unwrap_or_default()
}

/// Keeps new settings, and applies them once nobody is here: with the next page.
pub fn keep_setup(arrived: &Arrived, session: Session) {
    let kept = page::window().local_storage().ok().flatten();
    let text = json::write(arrived).unwrap_or_default();
    if kept.is_some_and(|kept| kept.set_item(SETUP, &text).is_ok()) {
        follow(move || {
            if session.screen.with(|screen| *screen == Screen::Attract) {
                wipe::end(session);
            }
        });
    }
}
