//! Templates for replies: chosen by a list and a button of the reply's own form, so that what was
//! typed already stays and the chosen text stands behind it.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{
    after::reference,
    api::{case_path, staff},
};
use crate::{
    case::{
        attachment::{FIELD, FileFault},
        language::{Lang, Text},
    },
    hatch::Refusal,
    journey::Sheet,
    reply::{FormPost, Reply, see},
    steps::answered,
    turn::Turn,
};
use leptos::prelude::*;

/// A template to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its code.
    pub code: String,
    /// What it is chosen by.
    pub name: Text,
}

/// A template that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Its code.
    pub code: String,
    /// In which language.
    pub lang: Lang,
    /// What was typed already.
    pub typed: String,
}

/// Puts a template behind what was typed, for the reply to go on from.
#[server(prefix = "/api", endpoint = "desk/template", protocol = FormPost)]
pub async fn choose(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let reference = reference(&form)?;
        let chosen = Chosen {
            code: form.typed("template").to_owned(),
            lang: Lang::from_tag(form.typed("language")).unwrap_or_default(),
            typed: form.typed("text").to_owned(),
        };
        let filled = turn.hatch.workbench.fill(staff(&turn)?, reference, chosen);
        filled.await?;
        // The file that was chosen beside it is not kept.
        let again = form.said(FIELD).map(|_| FileFault::Again);
        let page = FileFault::told(again, case_path(reference));
        Ok(see(&turn.visitor, format!("{page}#reply")))
    };
    let reply = reply.await;
    answered(&turn, reply)
}
