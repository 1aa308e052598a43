//! How notices leave the house: by mail over SMTP, by message through an HTTP gateway; into a file
//! where a developer reads them, or into memory for a test. A way sends one letter and says how it
//! went; when and how often is not its business.

use super::letter::Letter;
use crate::connectors::{Trouble, breaker::Breaker};
use async_trait::async_trait;
use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

mod file;
mod gateway;
mod memory;
mod smtp;
pub use file::File;
pub use gateway::Gateway;
pub use memory::Memory;
pub use smtp::Smtp;

/// By what a contact is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// Mail.
    Mail,
    /// A text message.
    Sms,
}

impl Channel {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Mail, Self::Sms];

    /// The word in tables and metrics.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Sms => "sms",
        }
    }

    /// How a kind of contact is written to.
    pub fn to(contact: &str) -> Self {
        match contact {
            "email" => Self::Mail,
            _ => Self::Sms,
        }
    }
}

/// One way out of the house.
#[async_trait]
pub trait Way: Send + Sync + fmt::Debug {
    /// Sends a letter. `Refused` means that this address never takes one.
    ///
    /// # Errors
    /// What went wrong, in words that staff may read.
    async fn send(&self, letter: &Letter) -> Result<(), Trouble>;
}

/// A way with what guards it.
#[derive(Debug)]
pub struct Lane {
    /// The way.
    pub way: Arc<dyn Way>,
    breaker: Mutex<Breaker>,
}

impl Lane {
    fn of(way: Arc<dyn Way>) -> Arc<Self> {
        Arc::new(Self {
            way,
            breaker: Mutex::default(),
        })
    }

    /// Asks or tells the breaker.
    pub fn breaker<T>(&self, work: impl FnOnce(&mut Breaker) -> T) -> T {
        work(&mut self.breaker.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Every way there is. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Ways {
    mail: Option<Arc<Lane>>,
    sms: Option<Arc<Lane>>,
}

impl Ways {
    /// These; a channel without a way is off.
    pub fn new(mail: Option<Arc<dyn Way>>, sms: Option<Arc<dyn Way>>) -> Self {
        Self {
            mail: mail.map(Lane::of),
            sms: sms.map(Lane::of),
        }
    }

    /// The way of a channel, unless it is off.
    pub fn of(&self, channel: Channel) -> Option<&Arc<Lane>> {
        match channel {
            Channel::Mail => self.mail.as_ref(),
            Channel::Sms => self.sms.as_ref(),
        }
    }
}
