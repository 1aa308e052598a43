//! Codes: how they are written, and that none is given twice. They end up in URLs and tables.

use crate::catalogue::{finding::Finding, shape::Code, source::Source};
use std::collections::BTreeMap;

/// Tells of codes that are badly written, and of codes that are there twice in one file.
pub fn unique<'a>(
    source: &Source,
    what: &str,
    codes: impl IntoIterator<Item = &'a Code>,
    findings: &mut Vec<Finding>,
) {
    unique_across(what, codes.into_iter().map(|code| (source, code)), findings);
}

/// The same over several files.
pub fn unique_across<'a>(
    what: &str,
    codes: impl IntoIterator<Item = (&'a Source, &'a Code)>,
    findings: &mut Vec<Finding>,
) {
    let mut seen: BTreeMap<&str, (&Source, &Code)> = BTreeMap::new();
    for (source, code) in codes {
        let text = code.get_ref().as_str();
        if !well_written(text) {
            let problem = format!("`{text}` cannot be the code of a {what}");
            findings.push(source.finding(
                &code.span(),
                problem,
                "a-z, 0-9 and hyphens, 1 to 40 of them",
            ));
        }
        let Some((first, at)) = seen.get(text) else {
            seen.insert(text, (source, code));
            continue;
        };
        let line = first.line(at.span().start);
        let problem = format!("the {what} `{text}` is already in {}:{line}", first.file);
        findings.push(source.finding(&code.span(), problem, "each code once"));
    }
}

fn well_written(code: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=40).contains(&code.len()) && code.bytes().all(letter)
}
