//! A posted step: taken into the draft, and where it leads.

use super::{Act, Post, is_key, key_of};
use crate::{
    hatch::{Kept, Posted, Refusal, Token},
    journey::{Draft, FieldFault, Room, Trail},
    reply::{Reply, mend, refused, see},
    turn::Turn,
};

/// What became of a posted step.
pub enum Taken {
    /// It is kept and the customer wants to go on; the room decides where to.
    Go {
        /// The visitor, perhaps a new one.
        visitor: Token,
        /// The draft with the step in it.
        draft: Draft,
    },
    /// Everything is decided already.
    Reply(Reply),
}

/// Takes a posted step into the draft and does what every journey does alike.
///
/// # Errors
/// When it could not be kept; what was typed is then still in the customer's browser.
pub async fn take(
    turn: &Turn,
    room: Room,
    post: &Post,
    fields: &[String],
) -> Result<Taken, Refusal> {
    let known = turn.visitor.token.as_ref();
    match post.act {
        Act::Forget => return forget(turn).await.map(Taken::Reply),
        Act::Restart => {
            if let Some(token) = known {
                turn.hatch.drafts.discard(token, room).await?;
            }
            return Ok(Taken::Reply(see(&turn.visitor, room.base())));
        }
        _ => {}
    }
    if !is_key(&post.key) {
        // Not one of our pages; nothing typed there can be told apart from a second sending.
        return Ok(Taken::Reply(see(&turn.visitor, room.base())));
    }
    let finished = matches!(post.act, Act::Next | Act::NotFixed | Act::Fixed | Act::Join);
    let posted = Posted {
        key: post.key.clone(),
        step: post.step.clone(),
        fields: fields.to_vec(),
        sheet: post.sheet.clone(),
        finished,
    };
    let (visitor, kept) = turn.hatch.drafts.keep(known, room, posted).await?;
    if known != Some(&visitor) {
        turn.visitor
            .remember(&visitor, turn.hatch.catalogue.periods.draft_hours);
    }
    if let Act::Speak(lang) = post.act {
        turn.visitor.speak(lang);
        let page = match post.step.as_str() {
            "" => room.base(),
            step => room.path(step),
        };
        return Ok(Taken::Reply(see(&turn.visitor, page)));
    }
    Ok(match kept {
        Kept {
            sent: Some(path),
            draft,
            ..
        } => Taken::Reply(see(
            &turn.visitor,
            already_sent(&path, &draft, post, fields),
        )),
        Kept { draft, .. } => Taken::Go { visitor, draft },
    })
}

/// Takes the press on "send". It carries nothing that was not kept before, so nothing has to be
/// written for it but what is sent. What is not that plain (another button, an unknown visitor, a
/// key of another form) goes the way of every step.
///
/// # Errors
/// When the draft could not be read.
pub async fn take_sending(turn: &Turn, room: Room, post: &Post) -> Result<Taken, Refusal> {
    if let (Act::Next, Some(visitor)) = (post.act, &turn.visitor.token)
        && let Some(kept) = turn.hatch.drafts.read(visitor, room).await?
        && kept.sent.is_none()
        && kept.draft.key == post.key
    {
        return Ok(Taken::Go {
            visitor: visitor.clone(),
            draft: kept.draft,
        });
    }
    take(turn, room, post, &[]).await
}

/// The receipt, with the offer to add what was changed after sending as a message.
fn already_sent(path: &str, draft: &Draft, post: &Post, fields: &[String]) -> String {
    let changed = fields
        .iter()
        .any(|field| draft.sheet.typed(field) != post.sheet.typed(field));
    if changed {
        format!("{path}?changed")
    } else {
        format!("{path}?again")
    }
}

/// Deletes what this visitor left here, and says so.
///
/// # Errors
/// When it could not be deleted.
pub async fn forget(turn: &Turn) -> Result<Reply, Refusal> {
    if let Some(token) = &turn.visitor.token {
        turn.hatch.drafts.forget(token).await?;
    }
    turn.visitor.forget();
    Ok(see(&turn.visitor, "/forgotten"))
}

/// Sends on from a step: back to itself with its faults, or to the next that is open.
pub fn go_on(turn: &Turn, room: Room, step: &str, act: Act, trail: &Trail) -> Reply {
    if act == Act::Back {
        let before = trail
            .before(step)
            .map_or_else(|| room.base(), |step| room.path(step));
        return see(&turn.visitor, before);
    }
    let faults: &[FieldFault] = trail.step(step).map_or(&[], |step| &step.faults);
    if !faults.is_empty() {
        return mend(&turn.visitor, format!("{}?mend", room.path(step)), faults);
    }
    see(&turn.visitor, room.path(trail.next()))
}

/// Answers with the reply, or with what the refusal means for a browser.
///
/// # Errors
/// The refusal, for an island.
pub fn answered(turn: &Turn, reply: Result<Reply, Refusal>) -> Result<Reply, Refusal> {
    reply.or_else(|refusal| refused(&turn.visitor, refusal))
}

/// A new idempotency key.
pub fn fresh_key() -> String {
    key_of(rand::random())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fresh_key_is_a_key_and_a_forged_one_is_not() {
        assert!(is_key(&fresh_key()));
        for forged in [
            "",
            "short",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "../../../../etc/passwd....",
            &"a".repeat(27),
        ] {
            assert!(!is_key(forged), "{forged}");
        }
    }
}
