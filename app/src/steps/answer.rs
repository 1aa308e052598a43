//! A posted step: what the customer wants done with it, and where it leads.

use crate::{
    case::language::Lang,
    hatch::{Kept, Posted, Refusal, Token},
    journey::{Draft, FieldFault, Room, Sheet, Trail},
    reply::{Reply, mend, refused, see},
    turn::Turn,
};

/// What the pressed button says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Go on.
    Next,
    /// Go back, keeping what is typed.
    Back,
    /// Say it in another language.
    Speak(Lang),
    /// Leave nothing here.
    Forget,
    /// Begin again.
    Restart,
    /// The self-check helped.
    Fixed,
    /// The self-check did not help.
    NotFixed,
    /// "I have it too."
    Join,
}

impl Act {
    /// Reads a button's value; anything unknown goes on, as Enter does.
    pub fn read(value: &str) -> Self {
        match value {
            "back" => Self::Back,
            "forget" => Self::Forget,
            "restart" => Self::Restart,
            "fixed" => Self::Fixed,
            "not-fixed" => Self::NotFixed,
            "join" => Self::Join,
            other => other
                .strip_prefix("lang-")
                .and_then(Lang::from_tag)
                .map_or(Self::Next, Self::Speak),
        }
    }
}

/// A posted form as every room receives it.
#[derive(Clone, Debug)]
pub struct Post {
    /// The idempotency key.
    pub key: String,
    /// The step it was typed on.
    pub step: String,
    /// The pressed button.
    pub act: Act,
    /// Everything else.
    pub sheet: Sheet,
}

impl From<Sheet> for Post {
    fn from(sheet: Sheet) -> Self {
        Self {
            key: sheet.typed("key").to_owned(),
            step: slug(sheet.typed("step")).to_owned(),
            act: Act::read(sheet.typed("act")),
            sheet,
        }
    }
}

/// A step's name as it may stand in an address; nothing, when it is none of ours. What somebody
/// typed never gets into an address, and a forged name not into a header.
pub fn slug(typed: &str) -> &str {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    match typed.len() <= SLUG_LENGTH && typed.bytes().all(plain) {
        true => typed,
        false => "",
    }
}

const SLUG_LENGTH: usize = 64;

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

/// Keys are made by `fresh_key`; anything else was not rendered by us.
pub fn is_key(key: &str) -> bool {
    key.len() == KEY_LENGTH
        && key
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

const KEY_LENGTH: usize = 26;

/// A new idempotency key: 128 random bits.
pub fn fresh_key() -> String {
    data_encoding::BASE32_NOPAD
        .encode(&rand::random::<[u8; 16]>())
        .to_ascii_lowercase()
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

    #[test]
    fn only_the_name_of_a_step_stands_in_an_address() {
        assert_eq!(slug("try-restart-2"), "try-restart-2");
        for forged in ["../staff", "a\nSet-Cookie: x", "断网", "A", &"a".repeat(65)] {
            assert_eq!(slug(forged), "", "{forged:?}");
        }
    }

    #[test]
    fn an_unknown_button_goes_on() {
        assert_eq!(Act::read(""), Act::Next);
        assert_eq!(Act::read("lang-xx"), Act::Next);
        assert_eq!(Act::read("lang-zh-Hant"), Act::Speak(Lang::ZhHant));
    }
}
