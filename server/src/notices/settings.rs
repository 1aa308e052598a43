//! What an operator sets for telling customers: how mail and text messages leave. A wrong setting
//! stops the start.

use super::ways::{Channel, File, Gateway, Smtp, Way, Ways};
use crate::{
    config::{Config, Messenger, Sender},
    connectors::settings::Secret,
};
use anyhow::Context;
use serde::Deserialize;
use std::sync::Arc;

/// A mail server.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmtpSettings {
    /// Its name.
    pub host: String,
    /// Its port; without it the one that belongs to `tls`.
    #[serde(default)]
    port: Option<u16>,
    /// How the connection is encrypted.
    #[serde(default)]
    pub tls: Encryption,
    /// Who we are there, if we have to say.
    #[serde(default)]
    pub user: Option<String>,
    /// The password.
    #[serde(default)]
    pub password: Option<Secret>,
    /// Who writes, such as `Farbridge <care@example.com>`.
    pub from: String,
}

impl SmtpSettings {
    /// The port.
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(match self.tls {
            Encryption::Starttls => 587,
            Encryption::Wrapped => 465,
            Encryption::None => 25,
        })
    }

    /// Whether letters travel readable over a network.
    pub fn is_open(&self) -> bool {
        let local = ["localhost", "127.0.0.1", "::1"].contains(&self.host.as_str());
        self.tls == Encryption::None && !local
    }
}

/// How a connection to a mail server is encrypted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Encryption {
    /// It begins open and must become encrypted.
    #[default]
    Starttls,
    /// From the first byte.
    Wrapped,
    /// Not at all: for a server on this machine.
    None,
}

impl Ways {
    /// The ways of these settings.
    ///
    /// # Errors
    /// Names the key that is wrong.
    pub fn from_settings(config: &Config) -> anyhow::Result<Self> {
        let mail: Option<Arc<dyn Way>> = match config.mail {
            Sender::Off => None,
            Sender::File => Some(Arc::new(File::within(&config.data, Channel::Mail))),
            Sender::Smtp => {
                let settings = config.smtp.as_ref();
                Some(Arc::new(Smtp::new(settings.context("smtp: is not set")?)?))
            }
        };
        let sms: Option<Arc<dyn Way>> = match config.sms {
            Messenger::Off => None,
            Messenger::File => Some(Arc::new(File::within(&config.data, Channel::Sms))),
            Messenger::Gateway => {
                let settings = config.gateway.as_ref();
                let settings = settings.context("gateway: is not set")?;
                Some(Arc::new(Gateway::new(settings).context("gateway")?))
            }
        };
        Ok(Self::new(mail, sms))
    }
}
