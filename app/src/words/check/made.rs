//! The ids that are made from data, and so stand nowhere in the sources as they are.

use super::calls::names;
use crate::fault::Since;
use std::collections::BTreeSet;

/// Every id that a `format!` can make.
pub fn ids() -> BTreeSet<String> {
    let states = names("case/view.rs", "State");
    let moments = names("case/view.rs", "Happening");
    [
        each("state-", &states, &["", "-means"]),
        each("moment-", &moments, &[""]),
        each("promise-", &names("case/view.rs", "PromiseKind"), &[""]),
        each("since-", &Since::CHOICES, &[""]),
        each(
            "fault-",
            &[
                "product",
                "symptom",
                "questions",
                "place",
                "known",
                "line",
                "since",
                "contact",
            ],
            &["-title"],
        ),
        each("fault-", &["mended", "joined"], &["-title", "-lead"]),
        each(
            "unsent-",
            &["offline", "too-many", "unavailable"],
            &["-title", "-text"],
        ),
        each("contact-", &["phone", "email", "none"], &["", "-hint"]),
        each(
            "home-",
            &["fault", "ask", "track", "feedback"],
            &["", "-hint"],
        ),
        each("privacy-", &["details", "contact", "place"], &[""]),
        each(
            "accessibility-",
            &["keyboard", "script", "text", "contrast", "time"],
            &[""],
        ),
        each(
            "sorry-",
            &[
                "unavailable",
                "too-many",
                "not-found",
                "foreign",
                "too-large",
                "broken",
            ],
            &["-title", "-lead"],
        ),
        each(
            "promise-because-",
            &[
                "first",
                "reopened",
                "wrote",
                "reclassified",
                "incident",
                "waited",
                "stood-still",
            ],
            &[""],
        ),
        each(
            "notice-",
            &names("../../server/src/notices/kind.rs", "Kind"),
            &["", "-subject"],
        ),
        each("incident-step-", &STEPS, &[""]),
        each("incident-told-", &STEPS, &[""]),
        each(
            "status-",
            &["followed", "works", "does-not", "enough"],
            &["-title", "-text"],
        ),
        each(
            "told-",
            &[
                "receipt", "answer", "question", "promise", "fixed", "closing", "link", "incident",
                "summary",
            ],
            &[""],
        ),
        each("told-state-", &["waiting", "sent", "failed", "held"], &[""]),
        names("journey/rule.rs", "FaultCode"),
        desk(),
        chain(),
        requests(),
        clock(),
        staff(),
        attachments(),
        super::fleet::ids(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What is done to an incident, as its table holds it.
const STEPS: [&str; 7] = [
    "opened", "planned", "begun", "update", "estimate", "ended", "reopened",
];

/// The desk's own.
fn desk() -> Vec<String> {
    let shows = names("desk/queue.rs", "Show");
    let decisions = names("desk/outbox.rs", "Decision");
    [
        each("work-column-", &["case", "state", "since", "found"], &[""]),
        each("desk-role-", &names("desk/staff.rs", "Role"), &[""]),
        each("desk-leg-", &names("desk/case/leg.rs", "LegState"), &[""]),
        each("desk-side-", &names("desk/case/log.rs", "Side"), &[""]),
        each("desk-task-", &names("desk/outbox.rs", "Verb"), &[""]),
        each("desk-queue-", &shows, &[""]),
        each("desk-queue-none-", &shows, &[""]),
        each("desk-queue-caption-", &shows, &[""]),
        each("desk-decide-", &decisions, &[""]),
        each("desk-did-", &decisions, &[""]),
        each(
            "desk-did-",
            &[
                "accept", "reply", "note", "publish", "finish", "announce", "expect", "end",
            ],
            &[""],
        ),
        each(
            "desk-event-",
            &[
                "note",
                "back-office-note",
                "back-office-state",
                "leg-accepted",
                "leg-done",
                "leg-queued",
                "maybe-doubled",
                "not-carried",
                "other",
            ],
            &[""],
        ),
        each(
            "desk-event-",
            &[
                "notice-failed",
                "notice-held",
                "contact-unreachable",
                "contact-changed",
                "notices-stopped",
                "notices-resumed",
            ],
            &[""],
        ),
        each(
            "desk-told-",
            &names("tracking/news/mod.rs", "ToldState"),
            &[""],
        ),
        each(
            "desk-told-because-",
            &[
                "budget",
                "gone",
                "off",
                "overtaken",
                "stopped",
                "summary",
                "tries",
                "unreachable",
                "withdrawn",
            ],
            &[""],
        ),
        each("desk-did-", &["link", "tell", "begin", "attach"], &[""]),
        each("desk-incident-", &["title-in", "text-in"], &[""]),
        each(
            "desk-column-",
            &[
                "case", "breaks", "state", "taken", "where", "task", "trouble", "since", "decide",
            ],
            &[""],
        ),
        each(
            "desk-fact-",
            &[
                "owner", "contact", "language", "channel", "tier", "opened", "reopened",
            ],
            &[""],
        ),
        each(
            "desk-channel-",
            &[
                "portal",
                "kiosk",
                "counter",
                "phone",
                "letter",
                "regulator",
                "api",
            ],
            &[""],
        ),
        each(
            "desk-tier-",
            &["key", "enterprise", "family", "individual"],
            &[""],
        ),
    ]
    .concat()
}

/// Those of one's own account and of colleagues.
fn staff() -> Vec<String> {
    let acts = names("desk/colleagues/mod.rs", "StaffAct");
    [
        each(
            "account-fault-",
            &names("desk/account/mod.rs", "PasswordFault"),
            &[""],
        ),
        each("account-password-", &["old", "new", "again"], &[""]),
        each(
            "desk-did-account-",
            &["password", "second-on", "second-off"],
            &[""],
        ),
        each("desk-did-staff-", &acts, &[""]),
        each("desk-did-staff-", &["add"], &[""]),
        each(
            "staff-fault-",
            &names("desk/colleagues/mod.rs", "StaffFault"),
            &[""],
        ),
        each("staff-column-", &["name", "role", "where", "state"], &[""]),
        each(
            "staff-fact-",
            &["unit", "department", "role", "cases"],
            &[""],
        ),
        each(
            "staff-deed-",
            &[
                "added",
                "moved",
                "password-own",
                "password-once",
                "second-on",
                "second-off",
                "second-reset",
                "recovery-used",
                "away",
                "back",
                "left",
            ],
            &[""],
        ),
        each(
            "desk-event-",
            &["leg-given-back", "needs-person", "deputy-left"],
            &[""],
        ),
        each(
            "desk-event-",
            &["kiosk-unfit", "kiosk-renumbered", "kiosk-also"],
            &[""],
        ),
    ]
    .concat()
}

/// The requests' between departments.
fn requests() -> Vec<String> {
    let acts = names("desk/requests/mod.rs", "RequestAct");
    let pressed: Vec<_> = acts.iter().filter(|act| *act != "rate").collect();
    let written = ["answer", "decline", "ask-anew", "say"];
    [
        each("request-", &pressed, &[""]),
        each("request-", &written, &["-open", "-label"]),
        each(
            "request-state-",
            &names("desk/requests/mod.rs", "RequestState"),
            &[""],
        ),
        each("request-none-", &["of-us", "by-us"], &[""]),
        each("request-list-", &["of-us", "by-us"], &[""]),
        each(
            "request-column-",
            &["request", "from", "to", "state", "due"],
            &[""],
        ),
        each(
            "request-fact-",
            &["from", "owner", "to", "due", "helper", "score"],
            &[""],
        ),
        each(
            "request-event-",
            &[
                "asked",
                "taken",
                "declined",
                "answered",
                "said",
                "asked-anew",
                "withdrawn",
                "rated",
            ],
            &[""],
        ),
        each("desk-did-", &["request"], &[""]),
        each("desk-did-request-", &acts, &[""]),
    ]
    .concat()
}

/// The chain's: what is done to a case, and what was.
fn chain() -> Vec<String> {
    let ways = names("desk/case/mod.rs", "Way");
    let scores = names("desk/act/choices.rs", "Score");
    let pages = ["pass", "hand-over", "add", "reclassify", "join", "check"];
    let ways: Vec<_> = ways.into_iter().filter(|way| way != "own").collect();
    [
        each("desk-way-to-", &ways, &[""]),
        each("desk-", &pages, &["-title", "-lead", "-label"]),
        each(
            "desk-",
            &["accept", "withdraw", "hand-over", "add", "reclassify"],
            &[""],
        ),
        each("desk-join-", &names("desk/act/choices.rs", "Join"), &[""]),
        each("desk-check-", &names("desk/act/choices.rs", "Found"), &[""]),
        each("desk-rate-", &scores, &[""]),
        each("desk-rated-", &scores, &[""]),
        each(
            "desk-did-",
            &[
                "decline",
                "pass",
                "withdraw",
                "add",
                "rate",
                "own",
                "hand-over",
                "take-over",
                "keep-owner",
                "reclassify",
                "join",
                "check",
                "record",
            ],
            &[""],
        ),
        each(
            "desk-event-",
            &[
                "leg-offered",
                "leg-decided",
                "leg-passed",
                "leg-declined",
                "leg-added",
                "leg-rated",
                "offer-withdrawn",
                "offer-overdue",
                "to-check",
                "to-decide",
                "owner-taken",
                "owner-asked",
                "owner-changed",
                "owner-declined",
                "owner-withdrawn",
                "reclassified",
                "linked",
                "merged-here",
                "checked-good",
                "checked-lacking",
            ],
            &[""],
        ),
        each("desk-fact-", &["bounces"], &[""]),
        each("mine-", &["to-check", "asked"], &[""]),
    ]
    .concat()
}

/// Of files beside messages.
fn attachments() -> Vec<String> {
    [
        each("attachment-kind-", &["jpeg", "png", "pdf"], &[""]),
        each(
            "attachment-fault-",
            &names("case/attachment.rs", "FileFault"),
            &[""],
        ),
    ]
    .concat()
}

/// Of clocks and levels.
fn clock() -> Vec<String> {
    let acts = names("desk/clock/act.rs", "ClockAct");
    [
        each("desk-did-", &acts, &[""]),
        each(
            "clock-rung-",
            &names("desk/clock/waiting.rs", "Rung"),
            &[""],
        ),
        each("levels-", &names("desk/clock/levels.rs", "Pick"), &[""]),
        each(
            "desk-event-",
            &[
                "raised",
                "acknowledged",
                "leg-paused",
                "leg-went-on",
                "owner-relieved",
                "ordered",
                "order-done",
            ],
            &[""],
        ),
    ]
    .concat()
}

/// Whether a text between quotes can be nothing but an id: these families have no other use.
pub fn is_an_id(text: &str) -> bool {
    let family = ["face-", "kind-", "stage-", "sent-", "date-"]
        .iter()
        .any(|family| text.starts_with(family) && text.len() > family.len());
    family
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        && !text.ends_with('-')
}

pub(super) fn each(before: &str, names: &[impl AsRef<str>], behind: &[&str]) -> Vec<String> {
    names
        .iter()
        .flat_map(|name| {
            behind
                .iter()
                .map(move |behind| format!("{before}{}{behind}", name.as_ref()))
        })
        .collect()
}
