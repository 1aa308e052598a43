//! From a pressed "send" to what the customer is told: into the queue, and a few seconds' patience.

use super::{
    queue::{Queue, Submitted},
    session::{Ending, Screen, Sent, Session},
};
use crate::{
    catalogue::Catalogue,
    journey::Room,
    kiosk::deposit::{Deposited, Matter, Outcome},
};
use leptos::{prelude::*, task::spawn_local};
use std::sync::Arc;

/// The queue of this page; nothing, where the browser keeps nothing or has not opened it yet.
pub type Held = StoredValue<Option<Queue>, LocalStorage>;

/// Begins a journey, if what it ends with can be kept. Else the customer is sent to the counter before
/// they have typed anything.
pub fn begin(session: Session, catalogue: Arc<Catalogue>, room: Room) {
    spawn_local(async move {
        let has_room = match session.queue.get_value() {
            Some(queue) => queue.has_room().await,
            None => false,
        };
        match has_room {
            true => session.enter(&catalogue, room),
            false => session.screen.set(Screen::Full),
        }
    });
}

/// Sends the journey as it stands.
pub fn send(session: Session, matter: Matter) {
    let Some(journey) = session.journey() else {
        return;
    };
    session.screen.set(Screen::Sending);
    let ending = match &matter {
        Matter::Joined { .. } => Ending::Joined,
        Matter::Helped { .. } => Ending::Mended,
        _ => Ending::Thanks,
    };
    let said = Deposited {
        key: journey.draft.key,
        lang: session.lang.get_untracked(),
        matter,
        sheet: journey.draft.sheet,
    };
    spawn_local(async move {
        let submitted = match session.queue.get_value() {
            Some(queue) => queue.submit(&said).await.ok(),
            None => None,
        };
        session.screen.set(match submitted {
            None => Screen::Full,
            Some(submitted) => {
                // It is not this page's any more, and is not to be sent a second time.
                session.forget();
                told(submitted, ending)
            }
        });
    });
}

fn told(submitted: Submitted, ending: Ending) -> Screen {
    match submitted {
        Submitted::Received(Outcome::Case(slip)) => Screen::Sent(Sent {
            reference: slip.reference.to_string(),
            link: slip.link,
            promise: slip.promise,
            received: true,
        }),
        Submitted::Saved(Some(spot)) => Screen::Sent(Sent {
            reference: spot.reference.to_string(),
            link: spot.link,
            promise: None,
            received: false,
        }),
        Submitted::Received(_) | Submitted::Saved(None) => Screen::Ending(ending),
    }
}
