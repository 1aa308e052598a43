//! What an operator sets for each connector: where it is, how to be let in, how long to wait.
//! `config` reads these from the file or the environment; a wrong one stops the start.

use super::{Connector, Connectors, desk, helpdesk::Helpdesk, tmf621::Tmf621};
use anyhow::{Context, ensure};
use serde::{Deserialize, Deserializer, de::Error};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::Arc,
};
use url::Url;

/// A back office, by its kind.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum ConnectorSettings {
    /// A server of TM Forum's trouble ticket API, version 4.
    Tmf621(Tmf621Settings),
    /// A django-helpdesk.
    Helpdesk(HelpdeskSettings),
}

/// What a TMF621 server needs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tmf621Settings {
    /// Where it is: up to and with `/tmf-api/troubleTicket/v4/`.
    pub http: HttpSettings,
    /// How it differs from the standard in what it takes.
    #[serde(default)]
    pub fields: Fields,
    /// How it takes a new note.
    #[serde(default)]
    pub notes: NoteHabit,
}

/// How a receiver's fields differ from the standard's: customers of the big vendors change theirs.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Fields {
    /// The standard's name, and what the receiver calls it.
    pub rename: BTreeMap<String, String>,
    /// What the receiver refuses to be told.
    pub leave_out: BTreeSet<String>,
}

/// What a PATCH with a list of notes does to those that are there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NoteHabit {
    /// The list replaces them, as a merge patch must: the old ones are sent along.
    #[default]
    Replace,
    /// The list is added to them: only the new one is sent.
    Append,
}

/// What a django-helpdesk needs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpdeskSettings {
    /// Where it is: its root, below which `api/` lies.
    pub http: HttpSettings,
    /// The number of the queue that takes our tickets.
    pub queue: i64,
    /// The address its tickets are said to come from: one of ours, never a customer's.
    pub submitter: String,
}

/// How a server is reached over HTTP.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HttpSettings {
    /// The address everything else hangs on. Nothing is ever sent elsewhere.
    #[serde(deserialize_with = "address")]
    pub url: Url,
    /// How to be let in.
    #[serde(default)]
    pub credentials: Option<Credentials>,
    /// A proxy on the way out, if there is one. The environment's is not used.
    #[serde(default, deserialize_with = "some_address")]
    pub proxy: Option<Url>,
    /// How long until a connection stands, in seconds.
    #[serde(default = "five")]
    pub connect_seconds: u64,
    /// How long until the whole answer is there, in seconds.
    #[serde(default = "twenty")]
    pub answer_seconds: u64,
    /// How many requests at once, and so how many connections.
    #[serde(default = "four")]
    pub at_once: usize,
    /// How often an open ticket is looked at, in seconds.
    #[serde(default = "sixty")]
    pub poll_seconds: u64,
}

fn address<'de, D: Deserializer<'de>>(from: D) -> Result<Url, D::Error> {
    let text = String::deserialize(from)?;
    text.parse()
        .map_err(|error| D::Error::custom(format!("not an address: {error}")))
}

fn some_address<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Url>, D::Error> {
    address(from).map(Some)
}

const fn four() -> usize {
    4
}

const fn five() -> u64 {
    5
}

const fn twenty() -> u64 {
    20
}

const fn sixty() -> u64 {
    60
}

impl HttpSettings {
    /// The address and the defaults.
    pub fn at(url: Url) -> Self {
        Self {
            url,
            credentials: None,
            proxy: None,
            connect_seconds: five(),
            answer_seconds: twenty(),
            at_once: four(),
            poll_seconds: sixty(),
        }
    }

    /// Says what is wrong with them, if something is.
    ///
    /// # Errors
    /// Names the key.
    pub fn check(&self) -> anyhow::Result<()> {
        ensure!(
            matches!(self.url.scheme(), "http" | "https"),
            "url: http or https, not {}",
            self.url.scheme()
        );
        ensure!(
            self.url.username().is_empty() && self.url.password().is_none(),
            "url: credentials belong into `credentials`"
        );
        ensure!(
            self.url.query().is_none() && self.url.fragment().is_none(),
            "url: a query or fragment would be lost"
        );
        ensure!(
            (1..=60).contains(&self.connect_seconds),
            "connect_seconds: from 1 to 60"
        );
        // Together with the look-ups around it, an attempt must end before the carrier gives it up.
        ensure!(
            (1..=60).contains(&self.answer_seconds),
            "answer_seconds: from 1 to 60"
        );
        ensure!((1..=64).contains(&self.at_once), "at_once: from 1 to 64");
        ensure!(
            (5..=86_400).contains(&self.poll_seconds),
            "poll_seconds: from 5 to 86400"
        );
        Ok(())
    }
}

/// How a server lets us in.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Credentials {
    /// A user and a password.
    Basic {
        /// The user.
        user: String,
        /// The password.
        password: Secret,
    },
    /// A token.
    Bearer(Secret),
    /// A key in a header of the receiver's own.
    ApiKey {
        /// The header's name.
        header: String,
        /// The key.
        key: Secret,
    },
}

/// A word that is never shown.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Keeps a word from being shown.
    pub fn new(word: impl Into<String>) -> Self {
        Self(word.into())
    }

    /// The word, to be sent.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Secret")
    }
}

impl Connectors {
    /// Every connector that is set, and the desk.
    ///
    /// # Errors
    /// Names the connector and the key that is wrong.
    pub fn from_settings(settings: &BTreeMap<String, ConnectorSettings>) -> anyhow::Result<Self> {
        let mut connectors = Vec::new();
        for (name, settings) in settings {
            ensure!(
                name != desk::NAME,
                "connectors.{name}: this name is the built-in desk's"
            );
            let connector = settings
                .build()
                .with_context(|| format!("connectors.{name}"))?;
            connectors.push((name.clone(), connector));
        }
        Ok(Self::new(connectors))
    }
}

impl ConnectorSettings {
    /// The word for its kind, here and in a catalogue.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Tmf621(_) => "tmf621",
            Self::Helpdesk(_) => "helpdesk",
        }
    }

    fn build(&self) -> anyhow::Result<Arc<dyn Connector>> {
        Ok(match self {
            Self::Tmf621(settings) => Arc::new(Tmf621::new(settings)?),
            Self::Helpdesk(settings) => Arc::new(Helpdesk::new(settings)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(toml: &str) -> Result<BTreeMap<String, ConnectorSettings>, toml::de::Error> {
        toml::from_str(toml)
    }

    #[test]
    fn a_connector_is_set_in_a_few_lines_and_its_secret_stays_hidden() {
        let settings = read(
            r#"
            [field]
            kind = "tmf621"
            notes = "append"
            http = { url = "https://tickets.example/tmf-api/troubleTicket/v4", credentials = { bearer = "sesame" } }
            fields = { rename = { ticketType = "type" }, leave_out = ["channel"] }
            "#,
        )
        .unwrap();
        assert!(!format!("{settings:?}").contains("sesame"));
        let names: Vec<String> = Connectors::from_settings(&settings)
            .unwrap()
            .names()
            .map(str::to_owned)
            .collect();
        assert_eq!(names, ["desk", "field"]);
    }

    #[test]
    fn a_key_that_is_not_known_is_refused() {
        assert!(
            read("[a]\nkind = \"tmf621\"\nhttp = { url = \"https://a.example\", retries = 3 }")
                .is_err()
        );
        assert!(read("[a]\nkind = \"pigeon\"").is_err());
    }

    #[test]
    fn a_setting_that_cannot_work_is_named() {
        for (toml, said) in [
            (
                "[desk]\nkind = \"tmf621\"\nhttp = { url = \"https://a.example\" }",
                "connectors.desk",
            ),
            (
                "[a]\nkind = \"tmf621\"\nhttp = { url = \"ftp://a.example\" }",
                "url: http",
            ),
            (
                "[a]\nkind = \"tmf621\"\nhttp = { url = \"https://me:pw@a.example\" }",
                "credentials",
            ),
            (
                "[a]\nkind = \"tmf621\"\nhttp = { url = \"https://a.example\", at_once = 0 }",
                "at_once",
            ),
            (
                "[a]\nkind = \"tmf621\"\nhttp = { url = \"https://a.example\" }\nfields = { rename = { tickettype = \"type\" } }",
                "tickettype is none of",
            ),
        ] {
            let error = Connectors::from_settings(&read(toml).unwrap()).unwrap_err();
            assert!(format!("{error:#}").contains(said), "{error:#}");
        }
    }
}
