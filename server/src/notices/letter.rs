//! The words of a notice, in the language of its case: what happened, the reference, the secret
//! link. Nothing that a customer or a colleague wrote gets in here, so nothing can leak.

use super::{Kind, ways::Channel};
use crate::{
    office::Office,
    store::{
        incidents,
        notices::{Item, OfCase},
    },
};
use app::{
    case::{language::Lang, reference::Reference},
    words::{Words, date::figures},
};

/// A notice as it leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The notice's key: the same however often it is sent.
    pub id: String,
    /// An address, or a number as E.164 writes it.
    pub to: String,
    /// In which language.
    pub lang: Lang,
    /// A line that says it; mail shows it.
    pub subject: String,
    /// What it says.
    pub text: String,
    /// Where its reader goes on, and can stop notices.
    pub link: String,
    /// When it was written, in microseconds since 1970 UTC.
    pub at: i64,
}

/// What the sentences of a notice are filled with.
struct Places {
    lang: Lang,
    reference: String,
    when: Option<i64>,
    title: String,
    link: String,
}

/// Writes a notice; none, when what it is about is not there any more.
///
/// # Errors
/// When the store fails, or a case has an impossible reference.
pub(super) async fn write(
    office: &Office,
    item: &Item,
    kind: Kind,
    channel: Channel,
) -> anyhow::Result<Option<Letter>> {
    let places = match &item.case {
        Some(case) => of_case(office, case, kind)?,
        None => match of_follower(office, item).await? {
            Some(places) => places,
            None => return Ok(None),
        },
    };
    Ok(Some(worded(office, item, kind, channel, &places)))
}

async fn of_follower(office: &Office, item: &Item) -> anyhow::Result<Option<Places>> {
    let Some(id) = &item.follower else {
        return Ok(None);
    };
    let follower = incidents::follower(office.store.read(), id).await?;
    let Some(follower) = follower.filter(|it| !it.stopped) else {
        return Ok(None);
    };
    let lang = Lang::from_tag(&follower.language).unwrap_or_default();
    let path = office.follow_path(id)?;
    Ok(Some(Places {
        lang,
        reference: String::new(),
        when: None,
        title: short(&incidents::said(&follower.title, lang)),
        link: format!("{}{path}", office.public_url),
    }))
}

/// A headline as far as a text message has room for it.
fn short(title: &str) -> String {
    match title.char_indices().nth(TITLE) {
        Some((cut, _)) => format!("{}…", title[..cut].trim_end()),
        None => title.to_owned(),
    }
}

/// So much of a headline.
const TITLE: usize = 24;

fn of_case(office: &Office, case: &OfCase, kind: Kind) -> anyhow::Result<Places> {
    let path = office.secret_path(&case.reference, &case.id, case.link_version)?;
    Ok(Places {
        lang: Lang::from_tag(&case.language).unwrap_or_default(),
        reference: case.reference.parse::<Reference>()?.to_string(),
        when: match kind {
            Kind::Receipt => case.answer_by,
            _ => case.fix_by,
        },
        title: String::new(),
        link: format!("{}{path}", office.public_url),
    })
}

fn worded(office: &Office, item: &Item, kind: Kind, channel: Channel, places: &Places) -> Letter {
    let words = Words::new(places.lang);
    let house = office.house();
    let operator = house.front.operator.name.say(places.lang);
    let zone = &house.front.operator.zone;
    let when = places.when.map(|at| match channel {
        Channel::Mail => words.moment(at, zone),
        Channel::Sms => figures(at, office.now(), zone),
    });
    let when = when.unwrap_or_default();
    let name = kind.name();
    let filled = |id: &str| {
        words.fill(
            id,
            &[
                ("reference", &places.reference),
                ("when", &when),
                ("title", &places.title),
                ("operator", operator),
            ],
        )
    };
    let said = filled(&format!("notice-{name}"));
    let link = places.link.as_str();
    let text = match channel {
        Channel::Sms => words.fill(
            "notice-sms",
            &[("operator", operator), ("text", &said), ("link", link)],
        ),
        Channel::Mail => {
            let open = words.fill("notice-open", &[("link", link)]);
            let foot = words.fill("notice-foot", &[("operator", operator)]);
            format!("{said}\n\n{open}\n\n{foot}\n")
        }
    };
    Letter {
        id: item.id.clone(),
        to: item.to.clone(),
        lang: places.lang,
        subject: filled(&format!("notice-{name}-subject")),
        text,
        link: places.link.clone(),
        at: item.created_at,
    }
}

/// How many text messages a text is: 160 letters of the plain alphabet, else 70 of any; in several
/// parts 153 or 67 each.
pub fn segments(text: &str) -> usize {
    let (length, one, several) = match text.chars().map(plain).sum::<Option<usize>>() {
        Some(length) => (length, 160, 153),
        None => (text.encode_utf16().count(), 70, 67),
    };
    if length <= one {
        return 1;
    }
    length.div_ceil(several)
}

/// How many places a letter takes in GSM 03.38's alphabet, if it is in it.
fn plain(letter: char) -> Option<usize> {
    const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
                         ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    const ESCAPED: &str = "^{}\\[~]|€";
    match letter {
        letter if BASIC.contains(letter) => Some(1),
        letter if ESCAPED.contains(letter) => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_counted_in_messages_as_networks_do() {
        assert_eq!(segments(&"a".repeat(160)), 1);
        assert_eq!(segments(&"a".repeat(161)), 2);
        assert_eq!(segments(&"[".repeat(81)), 2, "some letters take two places");
        assert_eq!(segments(&"字".repeat(70)), 1);
        assert_eq!(segments(&"字".repeat(71)), 2);
        assert_eq!(segments(&"字".repeat(135)), 3);
        assert_eq!(segments(&format!("{}字", "a".repeat(70))), 2);
    }
}
