//! What is made at the desk by a form of its own page: nothing of it is there before it is sent, so
//! what was typed so far is kept for whoever typed it.

use super::api::staff;
use crate::{
    hatch::Refusal,
    journey::Sheet,
    reply::{Reply, see},
    steps::Act::{self, Speak},
    turn::Turn,
};

/// What is begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begun {
    /// A case that came in another way.
    Record,
    /// A request to another department.
    Request,
    /// An incident.
    Incident,
}

impl Begun {
    /// Where its form stands.
    const fn page(self) -> &'static str {
        match self {
            Self::Record => "/desk/record",
            Self::Request => "/desk/requests",
            Self::Incident => "/desk/incidents",
        }
    }
}

/// Answers a language button of the form: the page comes back in that language with what was typed.
/// Any other button is somebody else's to answer.
///
/// # Errors
/// When what was typed could not be kept; it is in the browser still.
pub(super) async fn spoken(
    turn: &Turn,
    form: &Sheet,
    begun: Begun,
) -> Result<Option<Reply>, Refusal> {
    let Speak(lang) = Act::read(form.typed("act")) else {
        return Ok(None);
    };
    turn.visitor.speak(lang);
    let ours = ["act", "key"];
    let typed = form.fields().filter(|(field, _)| !ours.contains(field));
    let typed = Sheet::from_pairs(typed);
    turn.hatch
        .desk
        .keep_begun(staff(turn)?, begun, typed)
        .await?;
    Ok(Some(see(&turn.visitor, begun.page())))
}
