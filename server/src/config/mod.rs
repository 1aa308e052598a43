//! What an operator sets: defaults, then a file, then the environment (`ONEFRONT_…`).
//! A wrong setting stops the start with one line that names the key and the reason, and shows no
//! value, as a value may be a secret.

mod address;
mod connectors;
mod sources;
mod staff;

pub use address::PublicUrl;
pub use sources::Fault;

use crate::{
    connectors::settings::{ConnectorSettings, HttpSettings, Secret},
    keys::Keys,
    notices::settings::SmtpSettings,
    office::{ProviderSettings, Rules},
    store::is_address,
};
use serde::Deserialize;
use sources::Sources;
use std::{
    collections::BTreeMap,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
};

/// Everything that is set, checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the front listens.
    pub addr: SocketAddr,
    /// The address customers see; links and the check of where a form comes from build on it.
    pub public_url: PublicUrl,
    /// The folder of everything that is kept.
    pub data: PathBuf,
    /// The address of a PostgreSQL database; without it the store is a file in the data folder.
    pub database: Option<Secret>,
    /// The catalogue's folder; without it the built-in demo operator.
    pub catalogue: Option<PathBuf>,
    /// What an empty store is filled with.
    pub world: World,
    /// How strict to be.
    pub mode: Mode,
    /// Secret keys, newest first.
    pub keys: Keys,
    /// How many proxies in front of us are ours.
    pub trusted_hops: u8,
    /// Where metrics are read, if anywhere.
    pub metrics_addr: Option<SocketAddr>,
    /// How mail leaves.
    pub mail: Sender,
    /// How text messages leave.
    pub sms: Messenger,
    /// The mail server, where mail leaves by SMTP.
    pub smtp: Option<SmtpSettings>,
    /// The gateway, where text messages leave by one.
    pub gateway: Option<HttpSettings>,
    /// The back offices, by the name the catalogue calls them.
    pub connectors: BTreeMap<String, ConnectorSettings>,
    /// The folder of stylesheet, scripts and icons; without it the one beside the binary.
    pub site: Option<PathBuf>,
    /// When what is written counts as kept.
    pub sync: Durability,
    /// So many hours the house lives ahead of the clock on the wall, to see what becomes of what it
    /// promised. For trials.
    pub ahead: u16,
    /// What is asked of staff as they come in.
    pub staff: Rules,
    /// The identity provider that may vouch for them.
    pub oidc: Option<ProviderSettings>,
}

/// How strict to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Stand-ins are fine, logs are for people.
    #[default]
    Development,
    /// Nothing that pretends, logs are for machines.
    Production,
}

/// What an empty store is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum World {
    /// The demo: staff of every role, cases in every state.
    Demo,
    /// Nothing.
    Empty,
}

/// When what is written counts as kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Durability {
    /// Once the disk has it: an answer outlives a power cut.
    #[default]
    Full,
    /// Once the operating system has it. For experiments: the crash test shows what it loses.
    Normal,
}

/// How mail leaves the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sender {
    /// It does not: customers follow their case by its link.
    Off,
    /// Into a file, where a developer reads it. A stand-in.
    File,
    /// By SMTP, see `smtp`.
    Smtp,
}

/// How text messages leave the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Messenger {
    /// They do not: customers follow their case by its link.
    Off,
    /// Into a file, where a developer reads them. A stand-in.
    File,
    /// Through an HTTP gateway, see `gateway`.
    Gateway,
}

/// As it is written; every key of a file or the environment is one of these.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Written {
    addr: SocketAddr,
    public_url: Option<PublicUrl>,
    data: PathBuf,
    database_url: Option<Secret>,
    catalogue: Option<PathBuf>,
    world: Option<World>,
    mode: Mode,
    keys: Option<Secret>,
    trusted_hops: u8,
    metrics_addr: String,
    mail: Option<Sender>,
    sms: Option<Messenger>,
    smtp: Option<figment::value::Dict>,
    gateway: Option<figment::value::Dict>,
    connectors: BTreeMap<String, figment::value::Dict>,
    site: Option<PathBuf>,
    sync: Durability,
    ahead: u16,
    staff: staff::Written,
    oidc: Option<figment::value::Dict>,
}

impl Default for Written {
    fn default() -> Self {
        Self {
            addr: SocketAddr::from((Ipv4Addr::LOCALHOST, 3000)),
            public_url: None,
            data: "./data".into(),
            database_url: None,
            catalogue: None,
            world: None,
            mode: Mode::default(),
            keys: None,
            trusted_hops: 0,
            metrics_addr: "127.0.0.1:9300".into(),
            mail: None,
            sms: None,
            smtp: None,
            gateway: None,
            connectors: BTreeMap::new(),
            site: None,
            sync: Durability::default(),
            ahead: 0,
            staff: staff::Written::default(),
            oidc: None,
        }
    }
}

impl Config {
    /// Reads the settings: from the environment, and from the file that is given or that
    /// `ONEFRONT_CONFIG` names.
    ///
    /// # Errors
    /// Names the key and what is wrong with it.
    pub fn load(file: Option<&Path>) -> Result<Self, Fault> {
        // What is no Unicode is none of our names, and as a value it could not be read.
        let environment = std::env::vars_os().filter_map(|(name, value)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        });
        Self::read(file, environment)
    }

    /// The same with an environment that is given.
    ///
    /// # Errors
    /// Names the key and what is wrong with it.
    pub fn read(
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Fault> {
        let sources = Sources::open(file, environment)?;
        Self::check(sources.extract()?, &sources)
    }

    fn check(written: Written, sources: &Sources) -> Result<Self, Fault> {
        let fault = |key: &str, reason: &str| sources.fault(&[key], reason);
        let database = written.database_url;
        if database
            .as_ref()
            .is_some_and(|url| !is_address(url.reveal()))
        {
            return Err(fault(
                "database_url",
                "expected postgres://user:password@host/database, or nothing for SQLite in the data folder",
            ));
        }
        let keys = match &written.keys {
            Some(list) => {
                Keys::read(list.reveal()).map_err(|why| fault("keys", &why.to_string()))?
            }
            None => Keys::known_to_all(),
        };
        let metrics_addr = match written.metrics_addr.as_str() {
            "" => None,
            text => Some(text.parse().map_err(|_| {
                fault(
                    "metrics_addr",
                    "expected an address such as 127.0.0.1:9300, or nothing to turn it off",
                )
            })?),
        };
        let public_url = written
            .public_url
            .unwrap_or_else(|| PublicUrl::of(written.addr));
        let oidc = written
            .oidc
            .map(|written| sources.extract_from::<ProviderSettings>(&["oidc"], written))
            .transpose()?;
        if let Some(provider) = &oidc {
            staff::check(provider, &public_url, sources)?;
        }
        let (world, sender, messenger) = match written.mode {
            Mode::Development => (World::Demo, Sender::File, Messenger::File),
            Mode::Production => (World::Empty, Sender::Off, Messenger::Off),
        };
        let (mail, sms) = (
            written.mail.unwrap_or(sender),
            written.sms.unwrap_or(messenger),
        );
        if mail == Sender::Smtp && written.smtp.is_none() {
            return Err(fault("smtp", "is missing: mail leaves by it"));
        }
        if sms == Messenger::Gateway && written.gateway.is_none() {
            return Err(fault("gateway", "is missing: text messages leave by it"));
        }
        let smtp = written.smtp.map(|set| sources.extract_from(&["smtp"], set));
        let gateway = written
            .gateway
            .map(|set| sources.extract_from(&["gateway"], set));
        let config = Self {
            addr: written.addr,
            public_url,
            data: written.data,
            database,
            catalogue: written.catalogue,
            world: written.world.unwrap_or(world),
            mode: written.mode,
            keys,
            trusted_hops: written.trusted_hops,
            metrics_addr,
            mail,
            sms,
            smtp: smtp.transpose()?,
            gateway: gateway.transpose()?,
            connectors: connectors::read(written.connectors, sources)?,
            site: written.site,
            sync: written.sync,
            ahead: written.ahead,
            staff: staff::read(&written.staff, sources)?,
            oidc,
        };
        match config.stand_in() {
            Some((key, reason)) if config.mode == Mode::Production => Err(fault(key, reason)),
            _ => Ok(config),
        }
    }

    /// What is only good enough for development.
    fn stand_in(&self) -> Option<(&'static str, &'static str)> {
        let found = [
            (
                self.world == World::Demo,
                "world",
                "production starts with no demo world: set it to empty",
            ),
            (
                self.keys.are_known_to_all(),
                "keys",
                "production needs secret keys: <id>:<openssl rand -hex 32>",
            ),
            (
                !self.public_url.is_https(),
                "public_url",
                "production needs the https address that customers see",
            ),
            (
                self.mail == Sender::File,
                "mail",
                "production writes no mail into a file",
            ),
            (
                self.sms == Messenger::File,
                "sms",
                "production writes no text messages into a file",
            ),
            (
                self.smtp.as_ref().is_some_and(SmtpSettings::is_open),
                "smtp",
                "production sends no mail that everybody on the way can read: set tls",
            ),
            (
                self.sync != Durability::Full,
                "sync",
                "production answers once the disk has it: set it to full",
            ),
            (self.ahead != 0, "ahead", "production lives in the present"),
        ];
        found
            .into_iter()
            .find_map(|(is, key, reason)| is.then_some((key, reason)))
    }
}

#[cfg(test)]
mod tests;
