//! Looks at what is open at the back offices, again and again: no server is trusted to tell us.
//! What changed becomes events below the line; the owner of the case decides what the customer
//! reads of it. A leg follows the state of its ticket; what that means for the case is not decided
//! here but by what the office gave for the end of a leg.

use super::{Connectors, Link, Seen, SeenNote, Trouble, breaker::Health, ticket::Note};
use crate::store::Connection;
use crate::{
    outbox::{Carrier, Clock, Running, guarded},
    store::{
        Store, Write, claims,
        counterparts::{self, Step, Watched},
        events::{self, NewEvent, Side},
    },
};
use futures::{StreamExt, stream};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::Arc,
    time::Duration,
};

/// How many legs are fetched at a time.
const HANDFUL: i64 = 64;
/// How much of one note is taken over.
const LONGEST_NOTE: usize = 10_000;
/// The state of a ticket that is no longer there.
const GONE: &str = "gone";

/// A leg that its back office has taken or ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegTurn {
    /// The case.
    pub case_id: String,
    /// The leg.
    pub leg_id: String,
    /// How.
    pub how: Turned,
    /// Who says so, as the log writes it.
    pub actor: String,
    /// When we learned of it.
    pub at: i64,
}

/// What a back office has done with a leg.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turned {
    /// Somebody there works on it.
    Begun,
    /// The work is done.
    Done,
    /// It was not taken, or given up.
    Declined,
}

/// What turns a leg of ours with it, and starts what comes after one that ended. It runs in the transaction that takes
/// over the news.
pub type OnTurn = Arc<dyn for<'c> Fn(&'c mut Connection, LegTurn) -> Write<'c, ()> + Send + Sync>;

/// What one look came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polled {
    /// Something was new, and is in the log of the case.
    News,
    /// Nothing was new.
    Same,
    /// The back office did not answer.
    Trouble,
    /// Nothing is due that may be looked at.
    Empty,
}

/// See the module. Cheap to clone.
#[derive(Clone)]
pub struct Poller {
    store: Store,
    connectors: Connectors,
    carrier: Carrier,
    on_turn: OnTurn,
}

impl fmt::Debug for Poller {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Poller")
            .field("connectors", &self.connectors)
            .finish_non_exhaustive()
    }
}

impl Poller {
    /// A poller that rests until it is started or asked for one look.
    pub fn new(store: Store, connectors: Connectors, carrier: Carrier, on_turn: OnTurn) -> Self {
        Self {
            store,
            connectors,
            carrier,
            on_turn,
        }
    }

    /// Looks at the one leg that was not looked at for the longest, wherever it is.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn poll_one(&self, now: i64) -> anyhow::Result<Polled> {
        for name in self.connectors.names() {
            for watched in self.due(name, now).await? {
                let polled = self.poll_apart(name, watched, now).await?;
                if polled != Polled::Empty {
                    return Ok(polled);
                }
            }
        }
        Ok(Polled::Empty)
    }

    /// Starts looking in the background. Keep what is returned: it is what stops it.
    pub fn start(&self, clock: Clock) -> Running {
        let mut running = Running::new();
        let polled = self
            .connectors
            .names()
            .filter(|name| self.every(name).is_some());
        for name in polled.map(str::to_owned).collect::<Vec<_>>() {
            let (poller, clock) = (self.clone(), clock.clone());
            running.repeat(Duration::from_secs(5), move || {
                let (poller, clock, name) = (poller.clone(), clock.clone(), name.clone());
                async move { poller.poll_handful(&name, &clock).await }
            });
        }
        running
    }

    async fn poll_handful(&self, name: &str, clock: &Clock) -> anyhow::Result<usize> {
        let at_once = self
            .connectors
            .get(name)
            .map_or(1, |link| link.connector.at_once().max(1));
        let due = self.due(name, clock()).await?;
        if due.is_empty() || !self.claims(name, clock()).await? {
            return Ok(0);
        }
        let mut polling = stream::iter(
            due.into_iter()
                .map(|watched| self.poll_apart(name, watched, clock())),
        )
        .buffer_unordered(at_once);
        let mut looked = 0;
        while let Some(polled) = polling.next().await {
            looked += usize::from(polled? != Polled::Empty);
        }
        Ok(looked)
    }

    /// One server at a time looks at a back office. That saves questions; that nothing is taken over
    /// twice does not hang on it.
    async fn claims(&self, name: &str, now: i64) -> anyhow::Result<bool> {
        let work = format!("looking at {name}");
        let claim = self.store.claimant().from(now);
        self.store
            .write(move |tx| Box::pin(async move { claims::take(tx, &work, &claim, now).await }))
            .await
    }

    fn every(&self, name: &str) -> Option<i64> {
        let every = self.connectors.get(name)?.connector.poll_every()?;
        i64::try_from(every.as_micros()).ok()
    }

    async fn due(&self, name: &str, now: i64) -> anyhow::Result<Vec<Watched>> {
        let Some(every) = self.every(name) else {
            return Ok(Vec::new());
        };
        counterparts::due(self.store.read(), name, now - every, HANDFUL).await
    }

    /// One whose news cannot be kept counts as looked at, so that it holds up no other.
    async fn poll_apart(&self, name: &str, watched: Watched, now: i64) -> anyhow::Result<Polled> {
        let again = watched.clone();
        match self.poll(name, watched, now).await {
            Err(error) => {
                tracing::error!(connector = name, leg = again.leg_id, %error, "news could not be kept");
                self.pass_over(again, now).await
            }
            polled => polled,
        }
    }

    async fn pass_over(&self, watched: Watched, now: i64) -> anyhow::Result<Polled> {
        self.store
            .write(move |tx| {
                Box::pin(async move { counterparts::looked_at(tx, &watched, now).await })
            })
            .await?;
        Ok(Polled::Trouble)
    }

    async fn poll(&self, name: &str, watched: Watched, now: i64) -> anyhow::Result<Polled> {
        let Some(link) = self
            .connectors
            .get(name)
            .filter(|link| link.breaker(|breaker| breaker.admits(now)))
        else {
            return Ok(Polled::Empty);
        };
        let seen = look(link, &watched, now).await;
        let news = match seen {
            Ok(seen) => self.news(&watched, seen).await?,
            Err(trouble) => {
                tracing::warn!(connector = name, ?trouble, "a leg could not be looked at");
                return self.pass_over(watched, now).await;
            }
        };
        let polled = if news.is_some() {
            Polled::News
        } else {
            Polled::Same
        };
        let (on_turn, actor) = (self.on_turn.clone(), format!("connector:{name}"));
        self.store
            .write(move |tx| {
                Box::pin(async move { keep(tx, &watched, news, &actor, &on_turn, now).await })
            })
            .await?;
        if polled == Polled::News {
            // What ended may have let something else begin.
            self.carrier.wake();
        }
        Ok(polled)
    }

    /// What is new against what was seen before, if anything is.
    async fn news(&self, watched: &Watched, seen: Option<Seen>) -> anyhow::Result<Option<News>> {
        let Some(seen) = seen else {
            let gone = Seen {
                called: Some(GONE.to_owned()),
                ..Seen::default()
            };
            return Ok(changed(watched, &gone).then(|| News {
                state: Some(gone),
                notes: Vec::new(),
                taken: None,
            }));
        };
        let mut ours =
            own_words(&counterparts::notes_sent(self.store.read(), &watched.leg_id).await?);
        let mut taken: BTreeSet<String> = serde_json::from_str(&watched.seen)?;
        let mut times = BTreeMap::new();
        let mut notes = Vec::new();
        for note in &seen.notes {
            if !take_one(&mut ours, &letters(&note.text))
                && taken.insert(fingerprint(note, &mut times))
            {
                notes.push(note.clone());
            }
        }
        let state = changed(watched, &seen).then_some(seen);
        if state.is_none() && notes.is_empty() {
            return Ok(None);
        }
        Ok(Some(News {
            state,
            notes,
            taken: Some(taken),
        }))
    }
}

/// What is new on a ticket.
struct News {
    state: Option<Seen>,
    notes: Vec<SeenNote>,
    /// Every fingerprint from now on, where notes could be read.
    taken: Option<BTreeSet<String>>,
}

async fn look(link: &Link, watched: &Watched, now: i64) -> Result<Option<Seen>, Trouble> {
    let seen = guarded(link.connector.look(&watched.foreign_id)).await;
    let health = seen
        .as_ref()
        .map_or_else(Trouble::health, |_| Health::Answered);
    link.breaker(|breaker| breaker.record(health, now));
    seen
}

fn changed(watched: &Watched, seen: &Seen) -> bool {
    seen.state().is_some() && seen.state() != watched.foreign_state.as_deref()
}

/// Our own notes by their letters, and how often each: some servers forget who wrote a note.
fn own_words(payloads: &[String]) -> BTreeMap<String, usize> {
    let mut ours = BTreeMap::new();
    for note in payloads
        .iter()
        .filter_map(|payload| serde_json::from_str::<Note>(payload).ok())
    {
        *ours.entry(letters(&note.text)).or_insert(0) += 1;
    }
    ours
}

/// Takes one of them away if there is one left; says whether there was.
fn take_one(from: &mut BTreeMap<String, usize>, words: &str) -> bool {
    match from.get_mut(words) {
        Some(left) if *left > 0 => {
            *left -= 1;
            true
        }
        _ => false,
    }
}

/// What is left of a text however a server puts its spaces and marks.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

/// Tells a note from every other on its ticket. Servers renew ids and dates with each change, so
/// that only author and words count, and for the same words how often they came before.
fn fingerprint(note: &SeenNote, times: &mut BTreeMap<String, u32>) -> String {
    let words = format!(
        "{}\u{0}{}",
        note.author.as_deref().unwrap_or_default(),
        note.text
    );
    let nth = times.entry(words.clone()).or_insert(0);
    *nth += 1;
    let hash = Sha256::new()
        .chain_update(&words)
        .chain_update(nth.to_be_bytes())
        .finalize();
    data_encoding::HEXLOWER.encode(&hash[..8])
}

async fn keep(
    tx: &mut Connection,
    watched: &Watched,
    news: Option<News>,
    actor: &str,
    on_turn: &OnTurn,
    now: i64,
) -> anyhow::Result<()> {
    let first = counterparts::looked_at(tx, watched, now).await?;
    let Some(news) = news.filter(|_| first) else {
        return Ok(());
    };
    for note in &news.notes {
        let text: String = note.text.chars().take(LONGEST_NOTE).collect();
        let body = json!({ "leg": watched.leg_id, "author": note.author, "text": text, "written_at": note.at });
        append(tx, watched, "back-office-note", actor, body, now).await?;
    }
    let state = news
        .state
        .as_ref()
        .map_or(watched.foreign_state.as_deref(), Seen::state);
    let taken = match &news.taken {
        Some(taken) => serde_json::to_string(taken)?,
        None => watched.seen.clone(),
    };
    counterparts::took(tx, &watched.leg_id, state, &taken).await?;
    let Some(seen) = news.state else {
        return Ok(());
    };
    let leg_state = seen.status.map(super::lifecycle::Status::leg_state);
    let body = json!({ "leg": watched.leg_id, "called": seen.called, "leg_state": leg_state });
    append(tx, watched, "back-office-state", actor, body, now).await?;
    let Some(state) = leg_state else {
        return Ok(());
    };
    let how = match (
        counterparts::follow(tx, &watched.leg_id, state, now).await?,
        state,
    ) {
        (Step::None, _) => return Ok(()),
        (Step::Between, _) => Turned::Begun,
        (Step::Last, "done") => Turned::Done,
        (Step::Last, _) => Turned::Declined,
    };
    let (case_id, leg_id) = (watched.case_id.clone(), watched.leg_id.clone());
    let turn = LegTurn {
        case_id,
        leg_id,
        how,
        actor: actor.to_owned(),
        at: now,
    };
    on_turn(tx, turn).await
}

async fn append(
    tx: &mut Connection,
    watched: &Watched,
    kind: &str,
    actor: &str,
    body: serde_json::Value,
    now: i64,
) -> anyhow::Result<()> {
    let event = NewEvent {
        at: now,
        side: Side::Below,
        kind,
        actor,
        channel: "api",
        body,
    };
    events::append(tx, &watched.case_id, event)
        .await
        .map(|_| ())
}
