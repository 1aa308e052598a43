//! How cases of a department reach its back office: the built-in desk, TMF621, another ticket
//! system; one file a back office and one memory twin for tests. Connectors speak with a system
//! and nothing else: what is carried when, how often and in which order is decided in `outbox`.

use async_trait::async_trait;
use std::{collections::BTreeMap, fmt, sync::Arc, sync::Mutex, time::Duration};

pub mod breaker;
pub mod desk;
pub mod helpdesk;
pub(crate) mod http;
pub mod lifecycle;
pub mod memory;
pub mod polling;
pub mod settings;
pub mod ticket;
pub mod tmf621;

use breaker::{Breaker, Health};
use lifecycle::Status;
use ticket::{Note, StateChange, Ticket};

/// Why something was not carried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It is not taken, now or later.
    Refused(String),
    /// It was not taken now; nothing was done.
    Later {
        /// What went wrong.
        why: String,
        /// How long the receiver asks us to wait.
        after: Option<Duration>,
    },
    /// It went out, and what became of it is not known.
    Unknown(String),
    /// The ticket is over for good, and work shall go on: that takes a new one.
    Over,
}

impl Trouble {
    /// Nothing was done, and the receiver did not say how long to wait.
    pub fn later(why: impl Into<String>) -> Self {
        Self::Later {
            why: why.into(),
            after: None,
        }
    }

    /// The same trouble with a request that only read: nothing can have been done.
    pub fn of_reading(self) -> Self {
        match self {
            Self::Unknown(why) => Self::later(why),
            known => known,
        }
    }

    /// What went wrong, for staff. Holds nothing that a customer said.
    pub fn why(&self) -> &str {
        match self {
            Self::Refused(why) | Self::Later { why, .. } | Self::Unknown(why) => why,
            Self::Over => "the ticket is over",
        }
    }

    /// What a breaker learns from it.
    pub fn health(&self) -> Health {
        match self {
            Self::Refused(_) | Self::Over => Health::Answered,
            Self::Later { .. } | Self::Unknown(_) => Health::Trouble,
        }
    }
}

/// What a look-up of something of ours came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is there, under this foreign id.
    At(String),
    /// It is certainly not there.
    Nowhere,
    /// This receiver cannot be asked, or its answer does not settle it.
    CannotTell,
}

/// Where a connector's work takes effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// In our own store: carrying is one transaction and can never be in doubt.
    Inside,
    /// In another system.
    Outside,
}

/// What is seen of a ticket of ours at a back office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Its state, as far as we understand it.
    pub status: Option<Status>,
    /// Its state as it is called there.
    pub called: Option<String>,
    /// What was noted on it, oldest first; our own notes only where they cannot be told apart.
    pub notes: Vec<SeenNote>,
}

impl Seen {
    /// Its state in one word: ours where we understand it, else theirs.
    pub fn state(&self) -> Option<&str> {
        self.status.map(Status::name).or(self.called.as_deref())
    }
}

/// A note on a ticket at a back office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenNote {
    /// Who wrote it, if that is told.
    pub author: Option<String>,
    /// What it says.
    pub text: String,
    /// When, if that is told and can be read.
    pub at: Option<i64>,
}

/// A back office, as the outbox and the poller need it.
#[async_trait]
pub trait Connector: Send + Sync + fmt::Debug {
    /// Where its work takes effect.
    fn reach(&self) -> Reach {
        Reach::Outside
    }

    /// How many requests it takes at once.
    fn at_once(&self) -> usize {
        4
    }

    /// How often a ticket is looked at; nothing where there is nothing to look at.
    fn poll_every(&self) -> Option<Duration> {
        Some(Duration::from_secs(60))
    }

    /// Opens a ticket and returns what the back office calls it. The key is the same for every
    /// repeat, for receivers that take one.
    async fn open(&self, ticket: &Ticket, key: &str) -> Result<String, Trouble>;

    /// Adds a note.
    async fn note(&self, foreign_id: &str, note: &Note, key: &str) -> Result<(), Trouble>;

    /// Brings a ticket to another state, over every state between. Safe to repeat.
    async fn change(
        &self,
        foreign_id: &str,
        change: &StateChange,
        key: &str,
    ) -> Result<(), Trouble>;

    /// Asks for a ticket by our own reference.
    async fn find(&self, our_reference: &str) -> Result<Found, Trouble>;

    /// Asks whether a note of ours is there.
    async fn find_note(&self, foreign_id: &str, note: &Note, key: &str) -> Result<Found, Trouble>;

    /// What is to be seen of a ticket now; nothing if it is gone.
    async fn look(&self, foreign_id: &str) -> Result<Option<Seen>, Trouble>;
}

/// A connector in use: with its breaker, which carrying and polling share.
#[derive(Debug)]
pub struct Link {
    /// The back office.
    pub connector: Arc<dyn Connector>,
    breaker: Mutex<Breaker>,
}

impl Link {
    /// Works on the breaker.
    pub fn breaker<T>(&self, work: impl FnOnce(&mut Breaker) -> T) -> T {
        // A panic while it was held can have left nothing half done in it.
        work(
            &mut self
                .breaker
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner),
        )
    }
}

/// Every connector by the name the catalogue uses for it. `desk` is always there.
#[derive(Clone, Debug)]
pub struct Connectors(Arc<BTreeMap<String, Link>>);

impl Connectors {
    /// The built-in desk and what is given beside it.
    pub fn new(others: impl IntoIterator<Item = (String, Arc<dyn Connector>)>) -> Self {
        let desk: (String, Arc<dyn Connector>) = (desk::NAME.to_owned(), Arc::new(desk::Desk));
        let links = others.into_iter().chain([desk]).map(|(name, connector)| {
            (
                name,
                Link {
                    connector,
                    breaker: Mutex::default(),
                },
            )
        });
        Self(Arc::new(links.collect()))
    }

    /// The one of that name.
    pub fn get(&self, name: &str) -> Option<&Link> {
        self.0.get(name)
    }

    /// All names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
