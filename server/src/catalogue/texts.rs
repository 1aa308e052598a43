//! Every text exists in every language of the face, and is not empty. Asked of the tree of
//! values, so that each gap of a file is told and not only the first.

use crate::catalogue::{
    finding::Finding,
    source::{Source, join},
};
use app::case::language::Lang;
use toml::de::{DeTable, DeValue};

/// Tells of every text of a file that lacks a language.
pub fn complete(source: &Source, findings: &mut Vec<Finding>) {
    if let Some(tree) = source.tree() {
        table(source, &tree, "", findings);
    }
}

fn table(source: &Source, entries: &DeTable<'_>, path: &str, findings: &mut Vec<Finding>) {
    if entries
        .keys()
        .any(|key| Lang::ALL.iter().any(|lang| lang.tag() == key.get_ref()))
    {
        text(source, entries, path, findings);
        return;
    }
    for (key, value) in entries {
        self::value(
            source,
            value.get_ref(),
            &join(path, key.get_ref()),
            findings,
        );
    }
}

fn value(source: &Source, value: &DeValue<'_>, path: &str, findings: &mut Vec<Finding>) {
    match value {
        DeValue::Table(entries) => table(source, entries, path, findings),
        DeValue::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                self::value(
                    source,
                    item.get_ref(),
                    &format!("{path}[{index}]"),
                    findings,
                );
            }
        }
        _ => {}
    }
}

fn text(source: &Source, entries: &DeTable<'_>, path: &str, findings: &mut Vec<Finding>) {
    let Some(first) = entries
        .keys()
        .map(|key| key.span())
        .min_by_key(|span| span.start)
    else {
        return;
    };
    for lang in Lang::ALL.map(Lang::tag) {
        let said = entries.iter().find(|(key, _)| key.get_ref() == lang);
        let (at, problem) = match said {
            None => (first.clone(), format!("the text in {lang} is missing")),
            Some((key, value))
                if value
                    .get_ref()
                    .as_str()
                    .is_some_and(|text| text.trim().is_empty()) =>
            {
                (key.span(), format!("the text in {lang} is empty"))
            }
            Some(_) => continue,
        };
        let languages = Lang::ALL.map(Lang::tag).join(", ");
        let mut finding = source.finding(&at, problem, format!("a text in each of {languages}"));
        finding.key = join(path, lang);
        findings.push(finding);
    }
}
