//! What happened to a case, told to the desk: who, what, and whom it concerned.

use super::{BACK_OFFICE_NOTE, Names, parts::Parts};
use crate::{
    catalogue::House,
    office::desk::rights::connector_name,
    store::{
        attachments,
        events::{Event, Side as StoredSide},
    },
};
use app::desk::{ActorName, Logged, LoggedTo, Side};

pub(super) fn logged(parts: &Parts<'_>, published: &[i64], event: &Event) -> Logged {
    // A message says a text, a new state at a back office what it is called there, and what could
    // not be carried there why.
    let text = event.body.as_ref().and_then(|body| {
        let mut known = ["text", "called", "trouble"].iter();
        known.find_map(|name| body.get(name)?.as_str())
    });
    let side = match event.side {
        StoredSide::Above => Side::Above,
        StoredSide::Below => Side::Below,
    };
    Logged {
        seq: event.seq,
        at: event.at,
        side,
        kind: event.kind.clone(),
        actor: actor(parts.house, parts.names, &event.actor),
        text: text.map(str::to_owned),
        file: attachments::of_event(event.body.as_ref()),
        to: logged_to(parts, event),
        to_publish: side == Side::Below
            && event.kind == BACK_OFFICE_NOTE
            && event.body.is_some()
            && !published.contains(&event.seq),
    }
}

/// The department a part goes to or came back from, the colleague who is asked, the other case.
fn logged_to(parts: &Parts<'_>, event: &Event) -> Option<LoggedTo> {
    let body = event.body.as_ref()?;
    let seq = |field: &str| {
        let seq = body.get(field)?.as_i64()?;
        parts.legs.iter().find(|leg| leg.seq == seq)
    };
    let by_id = || parts.by_id(body.get("leg_id")?.as_str()?);
    if let Some(leg) = by_id().or_else(|| seq("to_leg")).or_else(|| seq("leg")) {
        let (department, unit) = parts.place(leg);
        return Some(LoggedTo::Department(department, unit));
    }
    let said = |field: &str| body.get(field)?.as_str();
    if let Some(case) = said("case").and_then(|number| number.parse().ok()) {
        return Some(LoggedTo::Case(case));
    }
    said("to").map(|name| LoggedTo::Person(name.to_owned()))
}

fn actor(house: &House, names: &Names, actor: &str) -> ActorName {
    match actor.split_once(':') {
        Some(("staff", id)) => {
            ActorName::Staff(names.get(id).cloned().unwrap_or_else(|| id.to_owned()))
        }
        Some(("connector", name)) => ActorName::BackOffice(connector_name(house, name)),
        _ if actor == "customer" => ActorName::Customer,
        _ => ActorName::House,
    }
}
