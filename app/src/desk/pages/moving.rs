//! The pages of what is done to a case now and then: passing a part on, adding one, asking a
//! colleague to answer for it, saying what it is really about, joining it to another, checking the
//! work. One form a page; what it needs is chosen first where that decides what is asked.

use super::{
    acts::hidden,
    choices::{bare, departments},
    frame::{Here, Sitting, frame, staff_page},
    said::Said,
    typed::{Typed, field_id},
};
use crate::{
    case::reference::Reference,
    desk::{Chain, DeskCase, Found, Join, LegWay, Subject, Way, api::case_path},
    hatch::Refusal,
    parts::{
        ErrorSummary, Field, FieldKind, Heading, Lead, Select, SelectGroup, SelectOption, TextArea,
    },
    turn::{Turn, param, query},
};
use leptos::prelude::*;

/// `/desk/case/{reference}/{act}`.
#[component]
pub fn DeskMove() -> impl IntoView {
    let (reference, act) = (param("reference"), param("act"));
    let asked = Asked {
        leg: query("leg").and_then(|leg| leg.parse().ok()),
        to: query("to"),
    };
    let said = Said::take();
    staff_page(move |sitting| async move { page(&sitting, &reference, &act, &asked, &said).await })
}

/// What the query says.
struct Asked {
    leg: Option<i64>,
    to: Option<String>,
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

    /// First to whom; what they need decides what is asked.
    fn pass(&self) -> Result<AnyView, Refusal> {
        let words = self.turn.words;
        let seq = self.asked.leg.ok_or(Refusal::NotFound)?;
        let mut legs = self.case.legs.iter();
        let leg = legs.find(|leg| leg.seq == seq && leg.may(LegWay::Pass));
        let leg = leg.ok_or(Refusal::NotFound)?;
        let to = self.asked.to.as_deref();
        let chosen = to.and_then(|to| self.chain.departments.iter().find(|one| one.code == to));
        let picker = view! {
            <form class="step" method="get" action=format!("{}/pass", case_path(self.case.reference))>
                <input type="hidden" name="leg" value=seq />
                <Select
                    id="to"
                    label=words.say("desk-pass-to")
                    empty=words.say("desk-choose")
                    groups=departments(self.turn, &self.chain.departments)
                    chosen=to.unwrap_or_default().to_owned()
                />
                <button class="button second" type="submit">{words.say("desk-pass-choose")}</button>
            </form>
        };
        let needs = chosen.map(|department| {
            let fields = department.needs.iter().enumerate();
            let fields = fields
                .map(|(at, need)| {
                    let id = format!("need-{at}");
                    let (value, fault) = self.typed.field(self.turn, "pass", Some(seq), &id);
                    view! {
                        <Field id label=need.say(words.lang).to_owned() value=value.unwrap_or_default() fault />
                    }
                })
                .collect_view();
            view! {
                <form class="step" method="post" action="/api/desk/pass" autocomplete="off" novalidate>
                    {hidden(self.case)}
                    <input type="hidden" name="leg" value=leg.seq />
                    <input type="hidden" name="to" value=department.code.clone() />
                    <input type="hidden" name="needs" value=department.needs.len().to_string() />
                    {fields}
                    {self.text("pass", Some(seq))}
                    <button class="button" type="submit">{words.say("desk-pass")}</button>
                </form>
            }
        });
        Ok(view! { {picker} {needs} }.into_any())
    }

    fn add(&self) -> AnyView {
        let words = self.turn.words;
        let (to, to_fault) = self.typed.field(self.turn, "add", None, "to");
        let (after, _) = self.typed.field(self.turn, "add", None, "after");
        let open = self.case.legs.iter().filter(|leg| !leg.gone);
        let options = open.map(|leg| {
            let name = leg.name.as_ref().unwrap_or(&leg.department);
            SelectOption::new(leg.seq.to_string(), name.say(words.lang))
        });
        let after_groups = bare(options.collect());
        let fields = view! {
            <Select
                id="to"
                label=words.say("desk-add-to")
                empty=words.say("desk-choose")
                groups=departments(self.turn, &self.chain.departments)
                chosen=to.unwrap_or_default()
                fault=to_fault
            />
            <Select
                id="after"
                label=words.say("desk-add-after")
                empty=words.say("desk-add-at-once")
                groups=after_groups
                chosen=after.unwrap_or_default()
            />
            {self.text("add", None)}
        };
        self.form("add", fields.into_any())
    }

    fn hand_over(&self) -> AnyView {
        let words = self.turn.words;
        let (to, to_fault) = self.typed.field(self.turn, "hand-over", None, "to");
        let colleagues = self.chain.colleagues.iter().map(|colleague| {
            let name = words.fill(
                "desk-colleague",
                &[
                    ("name", &colleague.name),
                    ("department", colleague.department.say(words.lang)),
                    ("unit", colleague.unit.say(words.lang)),
                ],
            );
            SelectOption::new(colleague.login.clone(), name)
        });
        let groups = bare(colleagues.collect());
        let fields = view! {
            <Select
                id="to"
                label=words.say("desk-hand-over-to")
                empty=words.say("desk-choose")
                groups
                chosen=to.unwrap_or_default()
                fault=to_fault
            />
            {self.text("hand-over", None)}
        };
        self.form("hand-over", fields.into_any())
    }

    fn reclassify(&self) -> AnyView {
        let words = self.turn.words;
        let (subject, subject_fault) = self.typed.field(self.turn, "reclassify", None, "subject");
        let (place, _) = self.typed.field(self.turn, "reclassify", None, "place");
        let about = &self.case.about;
        let now = match (&about.topic, &about.product, &about.symptom) {
            (Some(topic), ..) => Subject::Topic(topic.clone()).code(),
            (None, Some(product), Some(symptom)) => {
                Subject::Symptom(product.clone(), symptom.clone()).code()
            }
            _ => String::new(),
        };
        let fields = view! {
            <Select
                id="subject"
                label=words.say("desk-reclassify-subject")
                empty=words.say("desk-choose")
                groups=subjects(self.turn)
                chosen=subject.unwrap_or(now)
                fault=subject_fault
            />
            <Select
                id="place"
                label=words.say("desk-reclassify-place")
                empty=words.say("desk-reclassify-nowhere")
                groups=places(self.turn)
                chosen=place.or_else(|| about.place.clone()).unwrap_or_default()
            />
            {self.text("reclassify", None)}
        };
        self.form("reclassify", fields.into_any())
    }

    fn join(&self) -> AnyView {
        let words = self.turn.words;
        let (other, _) = self.typed.field(self.turn, "join", None, "other");
        let buttons = [Join::Link, Join::Merge]
            .map(|how| {
                view! {
                    <button class="button second" type="submit" name="act" value=how.name()>
                        {words.say(&format!("desk-join-{}", how.name()))}
                    </button>
                }
            })
            .collect_view();
        view! {
            <form class="step" method="post" action="/api/desk/join" autocomplete="off" novalidate>
                {hidden(self.case)}
                <Field
                    id="other"
                    label=words.say("desk-join-other")
                    hint=words.say("desk-join-hint")
                    value=other.unwrap_or_default()
                    kind=FieldKind::Code
                />
                {self.optional_text("join", None)}
                <div class="acts">{buttons}</div>
            </form>
        }
        .into_any()
    }

    fn check(&self) -> AnyView {
        let words = self.turn.words;
        let list = self.chain.checks.iter();
        let list = list
            .map(|check| view! { <li>{check.say(words.lang).to_owned()}</li> })
            .collect_view();
        let buttons = [Found::Good, Found::Lacking]
            .map(|found| {
                view! {
                    <button class="button second" type="submit" name="act" value=found.name()>
                        {words.say(&format!("desk-check-{}", found.name()))}
                    </button>
                }
            })
            .collect_view();
        view! {
            <ul>{list}</ul>
            <form class="step" method="post" action="/api/desk/check" autocomplete="off" novalidate>
                {hidden(self.case)}
                {self.optional_text("check", None)}
                <div class="acts">{buttons}</div>
            </form>
        }
        .into_any()
    }

    fn form(&self, act: &'static str, fields: AnyView) -> AnyView {
        let button = self.turn.words.say(&format!("desk-{act}"));
        view! {
            <form class="step" method="post" action=format!("/api/desk/{act}") autocomplete="off" novalidate>
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

/// Everything a case can be about: faults under their product, then the topics.
pub(super) fn subjects(turn: &Turn) -> Vec<SelectGroup> {
    let (lang, catalogue) = (turn.words.lang, &turn.hatch.catalogue);
    let faults = catalogue.products.iter().map(|product| SelectGroup {
        label: product.name.say(lang).to_owned(),
        options: product
            .symptoms
            .iter()
            .map(|symptom| {
                let subject = Subject::Symptom(product.code.clone(), symptom.code.clone());
                SelectOption::new(subject.code(), symptom.name.say(lang))
            })
            .collect(),
        ..SelectGroup::default()
    });
    let topics = SelectGroup {
        label: turn.words.say("desk-reclassify-topics"),
        options: catalogue
            .topics
            .iter()
            .map(|topic| SelectOption::new(topic.code.clone(), topic.name.say(lang)))
            .collect(),
        ..SelectGroup::default()
    };
    faults
        .filter(|group| !group.options.is_empty())
        .chain([topics])
        .collect()
}

/// Districts under their city.
pub(super) fn places(turn: &Turn) -> Vec<SelectGroup> {
    let (lang, places) = (turn.words.lang, &turn.hatch.catalogue.places);
    let cities = places
        .provinces
        .iter()
        .flat_map(|province| &province.cities);
    cities
        .map(|city| SelectGroup {
            label: city.name.say(lang).to_owned(),
            options: city
                .districts
                .iter()
                .map(|district| SelectOption::new(district.code.clone(), district.name.say(lang)))
                .collect(),
            ..SelectGroup::default()
        })
        .collect()
}
