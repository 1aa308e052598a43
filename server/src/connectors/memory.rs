//! The memory twin: a back office that forgets everything when it is dropped, does what a test
//! tells it, and keeps count. Never wired up outside tests.

use super::{Connector, Found, Seen, SeenNote, Trouble, lifecycle::Status, ticket::*};
use async_trait::async_trait;
use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// How the twin shall behave on one request.
#[derive(Clone, Debug)]
pub enum Behave {
    /// Does nothing and answers with this trouble.
    Fail(Trouble),
    /// Does what it is asked for and answers with this trouble all the same.
    ApplyThenFail(Trouble),
    /// Panics, as a connector with a bug would.
    Panic,
}

/// Whether it can be asked for our reference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Memory {
    /// It can.
    #[default]
    LooksUp,
    /// It cannot.
    CannotTell,
}

/// A ticket at the twin.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Our reference.
    pub reference: String,
    /// Its state.
    pub status: Status,
    /// Its notes.
    pub notes: Vec<SeenNote>,
}

#[derive(Debug, Default)]
struct Inside {
    tickets: Vec<Kept>,
    plan: VecDeque<Behave>,
    always: Option<(String, Behave)>,
    asked: usize,
}

/// See the module. Foreign ids are places in its list.
#[derive(Debug, Default)]
pub struct Twin {
    memory: Memory,
    inside: Mutex<Inside>,
}

impl Twin {
    /// A twin that can, or cannot, be asked for our reference.
    pub fn new(memory: Memory) -> Self {
        Self {
            memory,
            ..Self::default()
        }
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next request that would change something goes like this, then the one after.
    pub fn plan(&self, behaviours: impl IntoIterator<Item = Behave>) {
        self.inside().plan.extend(behaviours);
    }

    /// Every ticket whose reference is this one goes like that.
    pub fn always(&self, reference: &str, behave: Behave) {
        self.inside().always = Some((reference.to_owned(), behave));
    }

    /// What it has.
    pub fn tickets(&self) -> Vec<Kept> {
        self.inside().tickets.clone()
    }

    /// How many requests that would change something it has had.
    pub fn asked(&self) -> usize {
        self.inside().asked
    }

    /// Somebody at the back office works on a ticket.
    pub fn work(&self, foreign_id: &str, work: impl FnOnce(&mut Kept)) {
        let mut inside = self.inside();
        if let Some(ticket) = place(foreign_id).and_then(|at| inside.tickets.get_mut(at)) {
            work(ticket);
        }
    }

    fn act<T>(
        &self,
        reference: Option<&str>,
        work: impl FnOnce(&mut Inside) -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        let mut inside = self.inside();
        inside.asked += 1;
        let standing = inside
            .always
            .clone()
            .filter(|(whose, _)| Some(whose.as_str()) == reference);
        let behave = standing
            .map(|(_, behave)| behave)
            .or_else(|| inside.plan.pop_front());
        match behave {
            None => work(&mut inside),
            Some(Behave::Fail(trouble)) => Err(trouble),
            Some(Behave::ApplyThenFail(trouble)) => work(&mut inside).and(Err(trouble)),
            Some(Behave::Panic) => panic!("the twin was told to"),
        }
    }
}

fn place(foreign_id: &str) -> Option<usize> {
    foreign_id.parse().ok()
}

fn gone() -> Trouble {
    Trouble::Refused("no such ticket".to_owned())
}

#[async_trait]
impl Connector for Twin {
    async fn open(&self, ticket: &Ticket, _key: &str) -> Result<String, Trouble> {
        self.act(Some(&ticket.our_reference()), |inside| {
            inside.tickets.push(Kept {
                reference: ticket.our_reference(),
                status: Status::Acknowledged,
                notes: Vec::new(),
            });
            Ok((inside.tickets.len() - 1).to_string())
        })
    }

    async fn note(&self, foreign_id: &str, note: &Note, _key: &str) -> Result<(), Trouble> {
        self.act(None, |inside| {
            let ticket = place(foreign_id)
                .and_then(|at| inside.tickets.get_mut(at))
                .ok_or_else(gone)?;
            ticket.notes.push(SeenNote {
                author: None,
                text: note.text.clone(),
                at: Some(note.at),
            });
            Ok(())
        })
    }

    async fn change(
        &self,
        foreign_id: &str,
        change: &StateChange,
        _key: &str,
    ) -> Result<(), Trouble> {
        self.act(None, |inside| {
            let ticket = place(foreign_id)
                .and_then(|at| inside.tickets.get_mut(at))
                .ok_or_else(gone)?;
            ticket.status = change.to;
            Ok(())
        })
    }

    async fn find(&self, our_reference: &str) -> Result<Found, Trouble> {
        if self.memory == Memory::CannotTell {
            return Ok(Found::CannotTell);
        }
        let at = self
            .inside()
            .tickets
            .iter()
            .position(|ticket| ticket.reference == our_reference);
        Ok(at.map_or(Found::Nowhere, |at| Found::At(at.to_string())))
    }

    async fn find_note(&self, foreign_id: &str, note: &Note, _key: &str) -> Result<Found, Trouble> {
        if self.memory == Memory::CannotTell {
            return Ok(Found::CannotTell);
        }
        let tickets = self.tickets();
        let ticket = place(foreign_id)
            .and_then(|at| tickets.get(at))
            .ok_or_else(gone)?;
        let there = ticket
            .notes
            .iter()
            .any(|seen| seen.text == note.text && seen.at == Some(note.at));
        Ok(if there {
            Found::At(foreign_id.to_owned())
        } else {
            Found::Nowhere
        })
    }

    async fn look(&self, foreign_id: &str) -> Result<Option<Seen>, Trouble> {
        let tickets = self.tickets();
        let whose = place(foreign_id).and_then(|at| tickets.get(at));
        let standing = self.inside().always.clone();
        match standing
            .filter(|(reference, _)| whose.is_some_and(|kept| kept.reference == *reference))
        {
            Some((_, Behave::Panic)) => panic!("the twin was told to"),
            Some((_, Behave::Fail(trouble) | Behave::ApplyThenFail(trouble))) => {
                return Err(trouble);
            }
            None => {}
        }
        Ok(place(foreign_id)
            .and_then(|at| tickets.get(at))
            .map(|ticket| Seen {
                status: Some(ticket.status),
                called: Some(ticket.status.name().to_owned()),
                notes: ticket.notes.clone(),
            }))
    }
}
