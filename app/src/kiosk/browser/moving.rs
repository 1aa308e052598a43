//! Offering the open journey to the customer's phone: a code that renews itself, and the question
//! whether a phone has taken it. Once one has, nothing of it stays here.
//!
//! Going back to the journey takes no code back: whoever has just pointed a phone at it may still
//! press the button there. So it is asked for as long as a code may be good, and what a phone has
//! taken is gone from here then too.

use super::{
    calls::call,
    page,
    session::{Ending, Over, Screen, Session},
};
use crate::kiosk::moving::{AFTERWARDS, Answer, EVERY, GOOD_FOR, Offered, Stands};
use leptos::{prelude::*, task::spawn_local};
use serde::Serialize;

/// The arguments of an offer.
#[derive(Serialize)]
struct Offering<'a> {
    offered: &'a Offered,
}

/// The arguments of the question how it stands.
#[derive(Serialize)]
struct Asking<'a> {
    key: &'a str,
}

/// What there is to point a phone at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Code {
    /// It is coming.
    #[default]
    Coming,
    /// The address, as a code.
    Shown(String),
    /// Nothing: the server cannot be reached.
    None,
}

/// Milliseconds between two questions.
const PAUSE: i32 = 2000;

fn millis(seconds: u32) -> f64 {
    f64::from(seconds) * 1000.0
}

/// Shows the code.
pub fn show(session: Session) {
    session.over.set(Some(Over::Moving));
    session.asked.put(false);
    offer(session);
}

/// Begins to offer, unless it is being offered.
fn offer(session: Session) {
    if session.offering.get_value() {
        return;
    }
    session.offering.set_value(true);
    session.code.set(Code::Coming);
    spawn_local(async move {
        let moved = until_over(session).await;
        session.offering.set_value(false);
        if moved {
            session.forget();
            session.screen.set(Screen::Ending(Ending::Moved));
        }
    });
}

/// Offers and asks, until a phone has it (that is told), it is no more, or nobody can take it.
async fn until_over(session: Session) -> bool {
    let (mut key, mut next, mut good_until) = (String::new(), 0.0, 0.0);
    while let Some(offered) = open(session) {
        // Another journey was begun meanwhile, of which no code is shown yet.
        if offered.key != key {
            key.clone_from(&offered.key);
            (next, good_until) = (0.0, 0.0);
            session.code.set(Code::Coming);
        }
        let now = page::monotonic();
        let wanted = session.over.get_untracked() == Some(Over::Moving);
        if wanted && now >= next {
            match call("move-offer", &Offering { offered: &offered }).await {
                Ok(Answer::Moved) => return true,
                Ok(Answer::Show(address)) => {
                    session.code.set(Code::Shown(address));
                    next = now + millis(EVERY);
                    good_until = now + millis(GOOD_FOR);
                }
                // An answer that was lost may have ended the code that is shown.
                Err(_) if now >= next + millis(AFTERWARDS / 2) || good_until == 0.0 => {
                    session.code.set(Code::None);
                }
                Err(_) => {}
            }
        } else if !wanted && now >= good_until {
            return false;
        } else if now < good_until
            && let Ok(Stands::Moved) = call("move-stands", &Asking { key: &offered.key }).await
        {
            return true;
        }
        page::pause(PAUSE).await;
    }
    false
}

/// The open journey, if one is open at a step.
fn open(session: Session) -> Option<Offered> {
    let Screen::Step(step, _) = session.screen.get_untracked() else {
        return None;
    };
    let journey = session.journey()?;
    let lang = session.lang.get_untracked();
    Some(Offered::of(journey.room, &journey.draft, &step, lang))
}

/// Whether there is something that a phone could go on with.
pub fn is_open(session: Session) -> bool {
    open(session).is_some()
}
