//! Reads the form of a step from its page, and fills it in as a customer in a hurry does: the first
//! choice of each, a sentence where one is wanted. Just enough HTML for the pages of ours.

use anyhow::Context;

/// A form, filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Where it is posted.
    pub action: String,
    /// The idempotency key it was rendered with.
    pub key: String,
    /// What is posted, the key aside.
    pub fields: Vec<(String, String)>,
}

impl Form {
    /// The form of a step.
    ///
    /// # Errors
    /// When the page has none.
    pub fn read(page: &str) -> anyhow::Result<Self> {
        let mut form = Self {
            action: String::new(),
            key: String::new(),
            fields: Vec::new(),
        };
        let mut act = "next";
        let mut list = None;
        for tag in page
            .split('<')
            .skip(1)
            .filter_map(|tag| tag.split_once('>'))
        {
            let tag = Tag(tag.0);
            let name = tag.value("name").unwrap_or_default();
            let value = tag.value("value").unwrap_or_default();
            match (tag.name(), tag.value("type").unwrap_or_default()) {
                ("form", _) if tag.value("id") == Some("step") => {
                    form.action = tag.value("action").unwrap_or_default().to_owned();
                }
                ("input", "hidden") if name == "key" => form.key = value.to_owned(),
                ("input", "hidden" | "radio") => form.say(name, value),
                ("input", _) | ("textarea", _) => form.say(name, said(name)),
                ("select", _) => list = Some(name),
                ("option", _) if !value.is_empty() => {
                    if let Some(list) = list.take() {
                        form.say(list, value);
                    }
                }
                ("button", _) if value == "not-fixed" => act = "not-fixed",
                _ => {}
            }
        }
        form.say("act", act);
        let told = !form.action.is_empty() && !form.key.is_empty();
        told.then_some(form).context("no form on this page")
    }

    /// The first value of a name stays: the first card of a question is chosen.
    fn say(&mut self, name: &str, value: &str) {
        if self.fields.iter().all(|(known, _)| known != name) {
            self.fields.push((name.to_owned(), value.to_owned()));
        }
    }
}

/// What a customer types, about as long as customers do.
fn said(field: &str) -> &'static str {
    match field {
        "phone" => "138 0013 8000",
        "email" | "about" | "since-date" => "",
        "line" => "0571 8888 6666",
        "address" => "12 Riverside Road, building 3, flat 1402",
        _ => {
            "Since yesterday evening about eight nothing has worked any more. I have switched \
             everything off and on again, twice, and the neighbours have the same trouble. Please \
             tell me until when it will be mended, because I work from home on most days."
        }
    }
}

/// What stands between `<` and `>`.
struct Tag<'a>(&'a str);

impl<'a> Tag<'a> {
    fn name(&self) -> &'a str {
        self.0.split_whitespace().next().unwrap_or_default()
    }

    fn value(&self, attribute: &str) -> Option<&'a str> {
        let mut quoted = self.0.split('"');
        while let (Some(before), Some(value)) = (quoted.next(), quoted.next()) {
            let name = before.split_whitespace().last()?.strip_suffix('=')?;
            if name == attribute {
                return Some(value);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_filled_in_with_the_first_choices_and_a_sentence() {
        let page = r#"<form id="step" method="post" action="/api/fault/answer" novalidate>
            <input type="hidden" name="key" value="k1"><input type="hidden" name="step" value="s">
            <input type="radio" id="a" name="which" value="one"><input type="radio" name="which" value="two" checked>
            <select id="place" name="place"><option value="">-</option><option value="p1">x</option></select>
            <input id="phone" name="phone" type="tel" value=""></form>"#;
        let form = Form::read(page).unwrap();
        assert_eq!((&*form.action, &*form.key), ("/api/fault/answer", "k1"));
        let fields = [
            ("step", "s"),
            ("which", "one"),
            ("place", "p1"),
            ("phone", "138 0013 8000"),
            ("act", "next"),
        ];
        assert_eq!(
            form.fields,
            fields.map(|(n, v)| (n.to_owned(), v.to_owned()))
        );
    }

    #[test]
    fn where_the_answer_is_a_button_it_did_not_help() {
        let page = r#"<form id="step" action="/a"><input type="hidden" name="key" value="k">
            <button type="submit" name="act" value="not-fixed">No</button></form>"#;
        let form = Form::read(page).unwrap();
        assert_eq!(form.fields, [("act".to_owned(), "not-fixed".to_owned())]);
    }

    #[test]
    fn a_page_without_a_step_is_no_form() {
        assert!(Form::read("<form action=\"/api/language\"></form>").is_err());
    }
}
