//! The endpoint of the search. What is looked for is often somebody's number, so it never stands in
//! an address: it is kept for the page, as everything typed is.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::api::staff;
use crate::{
    hatch::Refusal,
    journey::Sheet,
    reply::{FormPost, Reply, see},
    steps::{answered, set_aside},
    turn::Turn,
};
use leptos::prelude::*;

/// Where what is looked for is kept.
pub(super) const PLACE: &str = "desk-search";

/// The page of the search.
pub(super) const PAGE: &str = "/desk/search";

/// Keeps what is looked for, and goes on to the page that shows what is found.
#[server(prefix = "/api", endpoint = "desk/search", protocol = FormPost)]
pub async fn look_for(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        staff(&turn)?;
        set_aside(&turn, PLACE, &["q"], &form).await?;
        Ok(see(&turn.visitor, PAGE))
    };
    let reply = reply.await;
    answered(&turn, reply)
}
