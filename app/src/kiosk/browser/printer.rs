//! What this device knows of its printer: what the last customer who printed said, as a page cannot
//! ask a printer. It is the device's and stays on it; nothing of a customer is in it.

use super::page;
use crate::kiosk::Printer;

/// Under which name the device keeps it.
const PRINTER: &str = "printer";

/// What was said last.
pub fn last() -> Printer {
    let kept = page::window().local_storage().ok().flatten();
    let said = kept.and_then(|kept| kept.get_item(PRINTER).ok().flatten());
    said.map_or(Printer::Unknown, |name| Printer::from_name(&name))
}

/// Keeps what somebody says, for the next heartbeat.
pub fn say(printer: Printer) {
    if let Ok(Some(kept)) = page::window().local_storage() {
        // A browser that keeps nothing has no news for the desk, which is no customer's trouble.
        let _kept = kept.set_item(PRINTER, printer.name());
    }
}
