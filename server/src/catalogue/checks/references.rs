//! References: a code that points at something must find it.

use crate::catalogue::{finding::Finding, shape::Code, source::Source};

/// Tells when nothing has this code.
pub fn known<S: AsRef<str>>(
    source: &Source,
    what: &str,
    code: &Code,
    all: &[S],
    findings: &mut Vec<Finding>,
) {
    if all.iter().any(|one| one.as_ref() == code.get_ref()) {
        return;
    }
    let problem = format!("there is no {what} `{}`", code.get_ref());
    findings.push(source.finding(&code.span(), problem, list(all)));
}

/// Codes as a sentence shows them.
pub fn list<S: AsRef<str>>(codes: &[S]) -> String {
    if codes.is_empty() {
        return "none, for there is none yet".to_owned();
    }
    codes
        .iter()
        .map(AsRef::as_ref)
        .collect::<Vec<_>>()
        .join(", ")
}
