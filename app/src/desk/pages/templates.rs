//! The list of templates within the reply's form. The desk's script puts one in as soon as it is
//! chosen; without it the button does.

use crate::{
    case::language::Lang,
    desk::{DeskCase, Template},
    turn::Turn,
};
use leptos::prelude::*;

/// Nothing, where there is no template.
pub(super) fn templates(turn: &Turn, case: &DeskCase, templates: &[Template]) -> Option<AnyView> {
    if templates.is_empty() {
        return None;
    }
    let words = turn.words;
    let texts = templates
        .iter()
        .map(|template| {
            let name = template.name.say(words.lang).to_owned();
            view! { <option value=template.code.clone()>{name}</option> }
        })
        .collect_view();
    let languages = Lang::ALL
        .map(|lang| {
            let theirs = lang == case.language;
            view! { <option value=lang.tag() selected=theirs>{lang.own_name()}</option> }
        })
        .collect_view();
    Some(
        view! {
            <details class="act">
                <summary>{words.say("work-template-open")}</summary>
                <div class="look-row">
                    <div class="field">
                        <label for="template">{words.say("work-template-label")}</label>
                        <p class="hint" id="template-hint" hidden>
                            {words.say("work-template-hint")}
                        </p>
                        <select
                            class="input"
                            id="template"
                            name="template"
                            data-put=words.say("work-template-done")
                        >
                            <option value="">{words.say("desk-choose")}</option>
                            {texts}
                        </select>
                    </div>
                    <div class="field">
                        <label for="language">{words.say("work-template-language")}</label>
                        <select class="input" id="language" name="language">{languages}</select>
                    </div>
                    <button
                        class="button second"
                        id="template-put"
                        type="submit"
                        formaction="/api/desk/template"
                        formenctype="application/x-www-form-urlencoded"
                    >
                        {words.say("work-template")}
                    </button>
                </div>
            </details>
        }
        .into_any(),
    )
}
