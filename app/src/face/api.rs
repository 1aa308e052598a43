//! The endpoints that belong to no journey: the language, and leaving nothing here.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use crate::{
    case::language::Lang,
    hatch::Refusal,
    journey::Sheet,
    reply::{FormPost, Reply, see},
    steps::{answered, forget},
    turn::Turn,
};
use leptos::prelude::*;

/// Speaks another language, and comes back to the page.
#[server(prefix = "/api", endpoint = "face/language", protocol = FormPost)]
pub async fn language(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    if let Some(lang) = form
        .typed("act")
        .strip_prefix("lang-")
        .and_then(Lang::from_tag)
    {
        turn.visitor.speak(lang);
    }
    Ok(see(&turn.visitor, own_page(form.typed("then"))))
}

/// "Forget me here."
#[server(prefix = "/api", endpoint = "face/forget", protocol = FormPost)]
pub async fn forget_me(#[server(flatten)] _form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = forget(&turn).await;
    answered(&turn, reply)
}

/// A page of ours, or the first one: never another house's, whatever the field says.
pub(crate) fn own_page(path: &str) -> &str {
    let ours = path.starts_with('/')
        && !path.starts_with("//")
        && path
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"/-_.~%?=&".contains(&byte));
    if ours { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::own_page;

    #[test]
    fn a_language_switch_never_leads_out_of_the_house() {
        for foreign in [
            "https://evil.example/",
            "//evil.example",
            "/\\evil.example",
            "",
            "/a\r\nSet-Cookie: x",
        ] {
            assert_eq!(own_page(foreign), "/", "{foreign:?}");
        }
        assert_eq!(own_page("/fault/symptom?mend"), "/fault/symptom?mend");
    }
}
