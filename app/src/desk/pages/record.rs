//! Recording a case for a customer: one page, for somebody with a caller on the line.

use super::{
    choices::{bare, places, subjects},
    frame::{Here, Sitting, frame_of_form, staff_page},
    said::{Said, text_fault},
};
use crate::{
    case::language::Lang,
    desk::record::{CHANNELS, RecordFault, TIERS},
    hatch::Refusal,
    journey::FaultCode,
    parts::{ErrorSummary, Field, Heading, Lead, Select, SelectOption, TextArea},
    steps::fresh_key,
    words::Words,
};
use leptos::prelude::*;

/// `/desk/record`.
#[component]
pub fn DeskRecord() -> impl IntoView {
    let said = Said::take();
    staff_page(move |sitting| async move { page(&sitting, &said).await })
}

async fn page(sitting: &Sitting, said: &Said) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let unsent = turn.hatch.record.unsent_record(&sitting.staff).await?;
    let faults = unsent.as_ref().filter(|_| said.mend);
    let faults = faults
        .map(|unsent| unsent.faults.clone())
        .unwrap_or_default();
    let summary = faults
        .iter()
        .map(|(field, fault)| ((*field).to_owned(), sentence(words, fault)))
        .collect::<Vec<_>>();
    let faulty = !summary.is_empty();
    let typed = |field: &str| {
        let sheet = unsent.as_ref().map(|unsent| &unsent.sheet);
        sheet.map_or("", |sheet| sheet.typed(field)).to_owned()
    };
    let fault = |field: &str| {
        let mut faults = faults.iter();
        faults
            .find(|(name, _)| *name == field)
            .map(|(_, fault)| sentence(words, fault))
    };
    let channels = CHANNELS
        .map(|channel| SelectOption::new(channel, words.say(&format!("desk-channel-{channel}"))));
    let tiers = TIERS.map(|tier| SelectOption::new(tier, words.say(&format!("desk-tier-{tier}"))));
    let langs = Lang::ALL.map(|lang| SelectOption::new(lang.tag(), lang.own_name()));
    let or = |typed: String, other: &str| match typed.is_empty() {
        true => other.to_owned(),
        false => typed,
    };
    let body = view! {
        <ErrorSummary faults=summary />
        <Heading text=words.say("desk-record-title") />
        <Lead text=words.say("desk-record-lead") />
        <form id="step" class="step pairs" method="post" action="/api/desk/record" autocomplete="off" novalidate>
            <input type="hidden" name="key" value=fresh_key() />
            <Select
                id="channel"
                label=words.say("desk-record-channel")
                empty=words.say("desk-choose")
                groups=bare(channels.to_vec())
                chosen=typed("channel")
                fault=fault("channel")
            />
            <Select
                id="subject"
                label=words.say("desk-reclassify-subject")
                empty=words.say("desk-choose")
                groups=subjects(turn)
                chosen=typed("subject")
                fault=fault("subject")
            />
            <TextArea
                id="details"
                label=words.say("desk-record-details")
                hint=words.say("desk-record-details-hint")
                value=typed("details")
                fault=fault("details")
                rows=5
            />
            <Select
                id="place"
                label=words.say("desk-reclassify-place")
                empty=words.say("desk-reclassify-nowhere")
                groups=places(turn)
                chosen=typed("place")
                fault=fault("place")
            />
            <Field
                id="contact"
                label=words.say("desk-record-contact")
                hint=words.say("desk-record-contact-hint")
                value=typed("contact")
                fault=fault("contact")
                optional=true
            />
            <Select
                id="lang"
                label=words.say("desk-fact-language")
                empty=words.say("desk-choose")
                groups=bare(langs.to_vec())
                chosen=or(typed("lang"), words.lang.tag())
                fault=fault("lang")
            />
            <Select
                id="tier"
                label=words.say("desk-record-tier")
                hint=words.say("desk-record-tier-hint")
                empty=words.say("desk-choose")
                groups=bare(tiers.to_vec())
                chosen=or(typed("tier"), TIERS[0])
                fault=fault("tier")
            />
            <Field
                id="line"
                label=words.say("desk-record-line")
                value=typed("line")
                fault=fault("line")
                optional=true
            />
            <Field
                id="address"
                label=words.say("desk-record-address")
                value=typed("address")
                fault=fault("address")
                optional=true
            />
            <button class="button" type="submit">{words.say("desk-record")}</button>
        </form>
    };
    let title = words.say("desk-record-title");
    Ok(frame_of_form(
        turn,
        &sitting.me,
        Here::Record,
        title,
        faulty,
        body.into_any(),
    ))
}

fn sentence(words: Words, fault: &RecordFault) -> String {
    match fault {
        RecordFault::Choose => words.fault(FaultCode::Choose),
        RecordFault::Text(fault) => text_fault(words, fault),
        RecordFault::Contact(code) => words.fault(*code),
    }
}
