//! No customer reads the name of a unit, department, duty or connector: not in what is offered,
//! not in a survey, not in a shop's address.

use crate::catalogue::{
    files::Files,
    finding::Finding,
    house::House,
    source::{Source, join},
};
use app::case::language::Lang;
use toml::de::{DeTable, DeValue};

pub fn check(files: &Files, house: &House, findings: &mut Vec<Finding>) {
    let names: Vec<String> = house
        .organisation
        .inner_names()
        .flat_map(|name| Lang::ALL.map(|lang| name.say(lang).to_lowercase()))
        .collect();
    let mut search = Search {
        names: &names,
        findings,
    };
    search.file(&files.operator.source, "");
    search.file(&files.places.source, "");
    search.file(&files.surveys.source, "");
    search.file(&files.templates.source, "");
    search.file(&files.organisation.source, "shops");
    for service in &files.services {
        search.file(&service.source, "offered");
    }
}

struct Search<'a> {
    names: &'a [String],
    findings: &'a mut Vec<Finding>,
}

impl Search<'_> {
    /// Searches a file, or the one part of it that customers see.
    fn file(&mut self, source: &Source, part: &str) {
        let Some(tree) = source.tree() else { return };
        for (key, value) in &tree {
            if part.is_empty() || key.get_ref() == part {
                self.value(source, value, key.get_ref());
            }
        }
    }

    fn value(&mut self, source: &Source, value: &toml::Spanned<DeValue<'_>>, path: &str) {
        match value.get_ref() {
            DeValue::Table(entries) => self.table(source, entries, path),
            DeValue::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(source, item, &format!("{path}[{index}]"));
                }
            }
            DeValue::String(text) => {
                let text = text.to_lowercase();
                if let Some(name) = self.names.iter().find(|name| text.contains(*name)) {
                    let problem = format!("customers would read the inner name “{name}”");
                    let mut finding = source.finding(
                        &value.span(),
                        problem,
                        "words that name no department or unit",
                    );
                    path.clone_into(&mut finding.key);
                    self.findings.push(finding);
                }
            }
            _ => {}
        }
    }

    fn table(&mut self, source: &Source, entries: &DeTable<'_>, path: &str) {
        for (key, value) in entries {
            self.value(source, value, &join(path, key.get_ref()));
        }
    }
}
