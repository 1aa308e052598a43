//! The settings of each connector, read by its kind. They could be read as one tagged enum, but
//! then a fault in them would lose its key, and a number from the environment would stay a text.

use super::sources::{Fault, Sources};
use crate::connectors::settings::ConnectorSettings;
use figment::value::{Dict, Value};
use std::collections::BTreeMap;

pub(super) fn read(
    written: BTreeMap<String, Dict>,
    sources: &Sources,
) -> Result<BTreeMap<String, ConnectorSettings>, Fault> {
    let each = written.into_iter().map(|(name, settings)| {
        let settings = connector(&name, settings, sources)?;
        Ok((name, settings))
    });
    each.collect()
}

fn connector(name: &str, mut written: Dict, sources: &Sources) -> Result<ConnectorSettings, Fault> {
    let path = ["connectors", name];
    let kind = written.remove("kind");
    match kind.as_ref().and_then(Value::as_str) {
        Some("tmf621") => sources
            .extract_from(&path, written)
            .map(ConnectorSettings::Tmf621),
        Some("helpdesk") => sources
            .extract_from(&path, written)
            .map(ConnectorSettings::Helpdesk),
        _ => Err(sources.fault(
            &["connectors", name, "kind"],
            "expected one of tmf621, helpdesk",
        )),
    }
}
