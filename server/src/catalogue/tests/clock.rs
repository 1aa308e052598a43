//! What the catalogue may say of pauses, escalation and the wall clocks of units.

use super::{broken, changed};
use crate::clock::{Calendar, due};

fn told(file: &str, from: &str, to: &str) -> String {
    let findings = broken(file, from, to);
    let all: Vec<_> = findings.iter().map(ToString::to_string).collect();
    all.join("\n")
}

#[test]
fn a_missing_part_never_stops_a_promise() {
    let from = "name = { zh-Hans = \"等配件\", zh-Hant = \"等零件\", en = \"Waiting for parts\" }\nstops-promise = false";
    let findings = told("operator.toml", from, &from.replace("false", "true"));
    assert!(findings.contains("pauses[1].stops-promise"), "{findings}");
    assert!(findings.contains("a missing part would stop"), "{findings}");
}

#[test]
fn a_pause_has_a_kind_a_code_of_its_own_and_no_inner_name() {
    let kind = told(
        "operator.toml",
        "because = \"outside\"",
        "because = \"luck\"",
    );
    assert!(kind.contains("there is no kind of pause `luck`"), "{kind}");
    let twice = told("operator.toml", "code = \"outside\"", "code = \"parts\"");
    assert!(twice.contains("parts"), "{twice}");
    let inner = "We are waiting for the Network Operation Department.";
    let inner = told("operator.toml", "We are waiting for a part.", inner);
    assert!(inner.contains("inner name"), "{inner}");
}

#[test]
fn shares_of_a_promise_grow_with_the_level() {
    let findings = told("operator.toml", "coordinator = 80", "coordinator = 50");
    assert!(findings.contains("escalation.coordinator"), "{findings}");
    let findings = told("operator.toml", "further = 50", "further = 0");
    assert!(findings.contains("escalation.further"), "{findings}");
    // Who leaves it out gets what the design says.
    let house = changed(
        "operator.toml",
        "[escalation]\nowner = 50\ncoordinator = 80\nmanager = 100\nnext-level = 150\nfurther = 50\n",
        "",
    );
    let shares = house.unwrap().escalation;
    let all = [
        shares.owner,
        shares.coordinator,
        shares.manager,
        shares.next_level,
        shares.further,
    ];
    assert_eq!(all, [50, 80, 100, 150, 50]);
}

#[test]
fn a_unit_counts_in_the_hours_of_its_own_wall_clock() {
    let from = "code = \"yunlu\"\n";
    let wrong = told(
        "organisation.toml",
        from,
        &format!("{from}zone = \"Asia/Nowhere\"\n"),
    );
    assert!(wrong.contains("there is no time zone"), "{wrong}");
    let house = changed(
        "organisation.toml",
        from,
        &format!("{from}zone = \"Asia/Urumqi\"\n"),
    );
    let house = house.unwrap();
    assert_eq!(house.zone_of("yunlu"), "Asia/Urumqi");
    assert_eq!(house.zone_of("lancheng"), "Asia/Shanghai");
    let (here, there) = (
        house.calendar("working:office", "lancheng"),
        house.calendar("working:office", "yunlu"),
    );
    // Half an hour before they go home in the east, and two hours and a half in the west.
    let start = "2026-03-06T17:30+08:00".parse().unwrap();
    let hour = "1h".parse().unwrap();
    let at = |calendar: &Calendar| due(start, hour, calendar).to_string();
    assert_eq!(at(&here), "2026-03-09T01:00:00Z");
    assert_eq!(at(&there), "2026-03-06T10:30:00Z");
    assert_eq!(house.calendar("elapsed", "yunlu"), Calendar::Elapsed);
    assert_eq!(house.calendar("working:gone", "yunlu"), Calendar::Elapsed);
}
