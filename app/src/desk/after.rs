//! Where a browser goes after an act on a case, whichever form the act came from.

use super::{Acted, api::SIGN_IN};
use crate::{
    case::reference::Reference,
    hatch::Refusal,
    journey::Sheet,
    reply::{Reply, see},
    turn::Turn,
};

/// The case that a form is about.
///
/// # Errors
/// When it names none.
pub(super) fn reference(form: &Sheet) -> Result<Reference, Refusal> {
    form.typed("reference")
        .parse()
        .map_err(|_| Refusal::NotFound)
}

/// Sends the browser on. Whose session ended while they wrote signs in, and finds on their page what
/// they wrote: it was kept.
///
/// # Errors
/// When the act was refused, and signing in helps nothing.
pub(super) fn send_on(
    turn: &Turn,
    page: &str,
    acted: Result<Acted, Refusal>,
    to: impl FnOnce(Acted) -> String,
) -> Result<Reply, Refusal> {
    let to = match acted {
        Err(Refusal::SignIn) if turn.visitor.wants_html => format!("{SIGN_IN}?then={page}"),
        acted => to(acted?),
    };
    Ok(see(&turn.visitor, to))
}
