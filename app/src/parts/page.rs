//! The frame of every page: skip link, brand, language switch, content, and the same help in the
//! same place. What is on a page is not decided here.

use super::step_form::DefaultAct;
use super::{
    escape::escape, foot::Foot, icon::BrandMark, language_switch::LanguageSwitch,
    operator::use_catalogue,
};
use crate::words::{Words, use_words};
use leptos::prelude::*;
use leptos_meta::Title;

/// The page a visitor is on, from context: where the language switch comes back to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Here {
    /// Path and query, beginning with `/`.
    pub path: String,
}

/// A page of the face.
#[component]
pub fn Page(
    /// What the page is about; the brand is added to it in the window's title.
    #[prop(into)]
    title: String,
    /// The page shows a refusal: its title says so first, as screen readers read it first.
    #[prop(optional)]
    faulty: bool,
    /// The page holds a [`super::StepForm`]: the language switch then belongs to that form, so
    /// that nothing typed is lost.
    #[prop(optional)]
    form: bool,
    /// Content wider than a reading column: lists and tables.
    #[prop(optional)]
    wide: bool,
    /// Ways to the other pages of the same room, between head and content.
    #[prop(optional_no_strip)]
    ways: Option<AnyView>,
    /// The content, its heading first.
    children: Children,
) -> impl IntoView {
    let words = use_words();
    let catalogue = use_catalogue();
    let brand = catalogue.operator.name.say(words.lang).to_owned();
    view! {
        <Title text=window_title(words, title, &brand, faulty) />
        <div class="page" class:wide=wide>
            // First in the document, else Enter in a field would press a language button.
            {form.then(|| view! { <DefaultAct /> })}
            <a class="skip" href="#main">{words.say("face-skip")}</a>
            <header class="head">
                <div class="head-inside">
                    <a class="brand" href="/">
                        <BrandMark />
                        <span>{brand}</span>
                    </a>
                    <LanguageSwitch form=form />
                </div>
            </header>
            {ways}
            <main id="main" tabindex="-1">
                {children()}
            </main>
            <Foot />
        </div>
    }
}

/// The window's title. Leptos prints it as it is, so it is escaped here.
fn window_title(words: Words, title: String, brand: &str, faulty: bool) -> String {
    let title = match faulty {
        true => words.fill("face-title-faulty", &[("title", &title)]),
        false => title,
    };
    match brand.is_empty() {
        true => escape(&title),
        false => escape(&format!("{title} – {brand}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::language::Lang, parts::rendered::rendered};

    #[test]
    fn a_refusal_is_told_first_in_the_title() {
        let title = window_title(Words::new(Lang::En), "Your phone".into(), "Beacon", true);
        assert_eq!(title, "Error: Your phone – Beacon");
    }

    #[test]
    fn a_title_cannot_close_its_own_element() {
        let title = window_title(
            Words::new(Lang::En),
            "</title><script>".into(),
            "B&B",
            false,
        );
        assert_eq!(title, "&lt;/title>&lt;script> – B&amp;B");
    }

    #[test]
    fn enter_in_a_field_goes_on_and_never_switches_the_language() {
        let html = rendered(Lang::En, || view! { <Page title="t" form=true>"…"</Page> });
        let first = html.find("<button").expect("a button");
        assert!(
            html[first..]
                .starts_with(r#"<button type="submit" form="step" name="act" value="next""#),
            "{html}"
        );
        assert!(html[first..].find(r#"value="next""#) < html[first..].find(r#"value="lang-en""#));
    }

    #[test]
    fn help_is_reached_on_every_page_in_the_same_place() {
        let html = rendered(Lang::En, || view! { <Page title="t">"content"</Page> });
        let main = html.find("</main>").expect("main");
        let help = html.find(r#"href="tel:10099""#).expect("the help line");
        assert!(main < help);
        for link in ["/help", "/privacy", "/accessibility"] {
            assert!(html.contains(&format!(r#"href="{link}""#)), "{link}");
        }
    }
}
