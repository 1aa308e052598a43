//! The ids that the kiosks' pages at the desk make from data.

use super::{calls::names, made::each};
use crate::kiosk::Setup;

/// Every one of them.
pub fn ids() -> Vec<String> {
    let alerts = names("../../server/src/store/kiosks/alerts.rs", "Kind");
    let printers = names("kiosk/beat.rs", "Printer");
    let unread = names("../../server/src/store/unread_deposits.rs", "Why");
    let acts = names("desk/kiosks/mod.rs", "KioskAct");
    let facts = [
        "unit", "paired", "heard", "build", "queue", "frame", "clock", "printer", "setup", "keys",
    ];
    let columns = [
        "kiosk", "state", "heard", "queue", "frame", "clock", "printer", "setup",
    ];
    [
        each("fleet-alert-", &alerts, &["", "-text"]),
        each("fleet-printer-", &printers, &[""]),
        each(
            "fleet-state-",
            &names("desk/kiosks/mod.rs", "KioskState"),
            &[""],
        ),
        each(
            "fleet-fault-",
            &names("desk/kiosks/mod.rs", "KioskFault"),
            &[""],
        ),
        each("fleet-fact-", &facts, &[""]),
        each("fleet-column-", &columns, &[""]),
        each(
            "fleet-set-",
            &Setup::NUMBERS.map(|(field, _)| field),
            &["", "-hint"],
        ),
        each("fleet-set-", &Setup::SWITCHES, &[""]),
        each(
            "fleet-set-mode-",
            &names("kiosk/setup/mod.rs", "Mode"),
            &[""],
        ),
        each(
            "fleet-deed-",
            &[
                "paired",
                "set",
                "placed",
                "known",
                "read",
                "dropped",
                "handed-in",
                "revoked",
                "cloned",
            ],
            &[""],
        ),
        each("fleet-unread-", &unread, &["", "-text"]),
        each(
            "fleet-carried-",
            &["case", "again", "counted", "unread", "broken"],
            &[""],
        ),
        each(
            "fleet-carried-column-",
            &["told", "pressed", "outcome", "case"],
            &[""],
        ),
        each("desk-did-fleet-", &acts, &[""]),
        each("desk-did-fleet-", &["claim"], &[""]),
    ]
    .concat()
}
