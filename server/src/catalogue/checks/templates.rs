//! `templates.toml`: a code for each, and in braces nothing but what can be filled in.

use crate::catalogue::{checks::codes, files::Files, finding::Finding, house::Place, source::Read};
use app::case::language::Lang;

pub fn check(files: &Files, findings: &mut Vec<Finding>) {
    let Read { source, says: file } = &files.templates;
    let all = file.templates.iter().map(|template| &template.code);
    codes::unique(source, "template", all, findings);
    let known = Place::ALL.map(|place| format!("{{{}}}", place.name()));
    for template in &file.templates {
        let texts = Lang::ALL.map(|lang| template.text.get_ref().say(lang));
        for unknown in texts.iter().flat_map(|text| braces(text)) {
            if !known.iter().any(|known| known == unknown) {
                let problem = format!("nothing is filled in for {unknown}");
                findings.push(source.finding(&template.text.span(), problem, known.join(", ")));
            }
        }
    }
}

/// Everything between braces, with them; a brace that stands alone, with what follows it.
fn braces(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(from) = rest.find(['{', '}']) {
        let to = rest[from..]
            .find('}')
            .map_or(rest.len(), |at| from + at + 1);
        found.push(&rest[from..to]);
        rest = &rest[to..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::braces;

    #[test]
    fn a_brace_that_stands_alone_is_found_as_well() {
        assert_eq!(braces("a {b} c {d"), ["{b}", "{d"]);
        assert_eq!(braces("a } b"), ["}"]);
        assert!(braces("none").is_empty());
    }
}
