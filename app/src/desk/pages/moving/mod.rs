//! The pages of what is done to a case now and then: passing a part on, adding one, asking a
//! colleague to answer for it, saying what it is really about, joining it to another, checking the
//! work. One form a page; what it needs is chosen first where that decides what is asked.

use super::{
    acts::hidden,
    frame::{Here, Sitting, frame, frame_of_form, staff_page},
    said::Said,
    typed::{Typed, field_id},
};
use crate::{
    case::reference::Reference,
    desk::{Chain, DeskCase, Way, api::case_path},
    hatch::Refusal,
    parts::{ErrorSummary, Heading, Lead, TextArea},
    turn::{Turn, param, query},
};
use leptos::prelude::*;

mod owning;
mod passing;
mod shaping;

/// `/desk/case/{reference}/{act}`.
#[component]
pub fn DeskMove() -> impl IntoView {
    let (reference, act) = (param("reference"), param("act"));
    let asked = Asked {
        leg: query("leg").and_then(|leg| leg.parse().ok()),
        to: query("to"),
        of: query("of"),
    };
    let said = Said::take();
    staff_page(move |sitting| async move { page(&sitting, &reference, &act, &asked, &said).await })
}

/// What the query says.
struct Asked {
    leg: Option<i64>,
    to: Option<String>,
    of: Option<String>,
}

/// What every form of these pages is made from.
struct Form<'a> {
    turn: &'a Turn,
    case: &'a DeskCase,
    chain: &'a Chain,
    typed: &'a Typed<'a>,
    asked: &'a Asked,
}

async fn page(
    sitting: &Sitting,
    reference: &str,
    act: &str,
    asked: &Asked,
    said: &Said,
) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let reference: Reference = reference.parse().map_err(|_| Refusal::NotFound)?;
    let case = turn.hatch.desk.case(&sitting.staff, reference).await?;
    let chain = turn.hatch.chain.chain(&sitting.staff, reference).await?;
    let typed = Typed::of(&case, said);
    let faults = typed.summary(turn);
    let faulty = said.mend;
    let form = Form {
        turn,
        case: &case,
        chain: &chain,
        typed: &typed,
        asked,
    };
    let body = form.body(act)?;
    let title = words.say(&format!("desk-{act}-title"));
    // What is wrong with a reference is told by no text.
    let wrong = (act == "join" && said.mend && faults.is_empty()).then(|| {
        view! { <p class="fault">{words.say("desk-join-wrong")}</p> }
    });
    let caption = case.reference.to_string();
    let view = view! {
        <ErrorSummary faults />
        {said.notice(words)}
        <Heading text=title.clone() caption />
        <Lead text=words.say(&format!("desk-{act}-lead")) />
        {wrong}
        {body}
        <p><a href=case_path(case.reference)>{words.say("desk-back-to-case")}</a></p>
    };
    let title = words.fill(
        "desk-case-title",
        &[
            ("reference", &case.reference.to_string()),
            ("about", &title),
        ],
    );
    // Without a receiver there is no form yet whose text could be kept.
    let formless = act == "pass" && form.receiver().is_none();
    let frame = if formless { frame } else { frame_of_form };
    Ok(frame(
        turn,
        &sitting.me,
        Here::Within,
        title,
        faulty,
        view.into_any(),
    ))
}

impl Form<'_> {
    /// The form of an act, as long as it can be done; what is not open is not there.
    fn body(&self, act: &str) -> Result<AnyView, Refusal> {
        let way = Way::ALL.into_iter().find(|way| way.name() == act);
        match way.filter(|way| self.case.ways.contains(way)) {
            Some(Way::Add) => Ok(self.add()),
            Some(Way::HandOver) => Ok(self.hand_over()),
            Some(Way::Reclassify) => Ok(self.reclassify()),
            Some(Way::Join) => Ok(self.join()),
            Some(Way::Check) => Ok(self.check()),
            _ if act == "pass" => self.pass(),
            _ => Err(Refusal::NotFound),
        }
    }

    fn form(&self, act: &'static str, fields: AnyView) -> AnyView {
        let button = self.turn.words.say(&format!("desk-{act}"));
        view! {
            <form id="step" class="step" method="post" action=format!("/api/desk/{act}") autocomplete="off" novalidate>
                {hidden(self.case)}
                {fields}
                <button class="button" type="submit">{button}</button>
            </form>
        }
        .into_any()
    }

    /// What colleagues read about it.
    fn text(&self, act: &str, about: Option<i64>) -> AnyView {
        self.written(act, about, Demanded::Yes)
    }

    /// The same where there may be nothing to say.
    fn optional_text(&self, act: &str, about: Option<i64>) -> AnyView {
        self.written(act, about, Demanded::No)
    }

    fn written(&self, act: &str, about: Option<i64>, demanded: Demanded) -> AnyView {
        let words = self.turn.words;
        let (value, fault) = self.typed.at(self.turn, act, about);
        view! {
            <TextArea
                id=field_id(act, about)
                name="text".to_owned()
                label=words.say(&format!("desk-{act}-label"))
                hint=words.say("desk-note-hint")
                value=value.unwrap_or_default()
                fault
                rows=3
                optional={demanded == Demanded::No}
            />
        }
        .into_any()
    }
}

/// Whether a text must be written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Demanded {
    Yes,
    No,
}
