//! Pauses, escalation and the zones of units: a reason can be told, missing parts stop no promise,
//! and who hears of a promise hears of it before those above them.

use crate::catalogue::{
    checks::{codes, references::known},
    files::Files,
    finding::Finding,
    house::Because,
};
use jiff::tz::TimeZone;

/// Beyond this nobody would hear of anything.
const MOST: u32 = 1000;

pub fn check(files: &Files, findings: &mut Vec<Finding>) {
    pauses(files, findings);
    escalation(files, findings);
    zones(files, findings);
}

fn pauses(files: &Files, findings: &mut Vec<Finding>) {
    let (source, pauses) = (&files.operator.source, &files.operator.says.pauses);
    codes::unique(
        source,
        "pause",
        pauses.iter().map(|pause| &pause.code),
        findings,
    );
    let kinds = Because::ALL.map(Because::code);
    for pause in pauses {
        known(source, "kind of pause", &pause.because, &kinds, findings);
        let parts = pause.because.get_ref() == Because::Parts.code();
        if parts && *pause.stops_promise.get_ref() {
            let problem = "a missing part would stop the promise to the customer";
            findings.push(source.finding(&pause.stops_promise.span(), problem, "false"));
        }
    }
}

fn escalation(files: &Files, findings: &mut Vec<Finding>) {
    let (source, shares) = (&files.operator.source, &files.operator.says.escalation);
    let mut before = 0;
    for share in [
        &shares.owner,
        &shares.coordinator,
        &shares.manager,
        &shares.next_level,
    ] {
        let per_cent = *share.get_ref();
        if per_cent <= before || per_cent > MOST {
            let problem = format!("{per_cent} % of a promise does not come after {before} %");
            let allowed = format!("more than the share before it, and at most {MOST}");
            findings.push(source.finding(&share.span(), problem, allowed));
        }
        before = per_cent;
    }
    if !(1..=MOST).contains(shares.further.get_ref()) {
        let problem = "every level would hear of it at once";
        findings.push(source.finding(&shares.further.span(), problem, format!("1 to {MOST}")));
    }
}

fn zones(files: &Files, findings: &mut Vec<Finding>) {
    let source = &files.organisation.source;
    for zone in { files.organisation.says.units.iter() }.filter_map(|unit| unit.zone.as_ref()) {
        if TimeZone::get(zone.get_ref()).is_err() {
            let problem = format!("there is no time zone `{}`", zone.get_ref());
            let allowed = "an IANA name such as Asia/Urumqi";
            findings.push(source.finding(&zone.span(), problem, allowed));
        }
    }
}
