//! The fault room: reporting that something does not work. What may mend it on the spot is tried
//! first, what is known already is told first; only then it becomes a case.

#[cfg(feature = "ssr")]
pub mod api;
#[cfg(any(feature = "ssr", feature = "kiosk"))]
mod buttons;
#[cfg(any(feature = "ssr", feature = "kiosk"))]
pub use buttons::answered_by;
#[cfg(any(feature = "ssr", feature = "kiosk"))]
mod drawing;
#[cfg(any(feature = "ssr", feature = "kiosk"))]
pub use drawing::{draw, rows};
#[cfg(feature = "ssr")]
pub mod pages;

use crate::{
    catalogue::{Catalogue, Product, SelfCheck, Symptom},
    journey::{
        Answer, Draft, FaultCode, FieldFault, Reach, Rule, Sheet, Trail, contact_fields,
        contact_rules, question_field, question_rules, read_answers, read_reach,
    },
};

/// What does not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The product's code.
    pub product: String,
    /// The symptom's code.
    pub symptom: String,
    /// Answers to the symptom's questions.
    pub answers: Vec<Answer>,
    /// The self-checks that did not help.
    pub tried: Vec<String>,
    /// The district's code.
    pub place: String,
    /// Number of line or account, if given.
    pub line: Option<String>,
    /// Street and house, if given.
    pub address: Option<String>,
    /// Since when.
    pub since: Since,
    /// How to answer.
    pub reach: Reach,
}

/// Since when something does not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Since {
    /// Within the last hour.
    Now,
    /// Since some time today.
    Today,
    /// Since yesterday.
    Yesterday,
    /// Since a day before that, `YYYY-MM-DD`.
    Day(String),
}

impl Since {
    /// The choices, as they stand in the form.
    pub const CHOICES: [&'static str; 4] = ["now", "today", "yesterday", "earlier"];

    /// For the log: the choice, or the day.
    pub fn said(&self) -> &str {
        match self {
            Self::Now => "now",
            Self::Today => "today",
            Self::Yesterday => "yesterday",
            Self::Day(day) => day,
        }
    }
}

/// Something that is known to be wrong at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownIncident {
    /// Its key.
    pub id: String,
    /// What it is, in the visitor's language.
    pub title: String,
    /// What is being done.
    pub text: String,
    /// When it is expected to be over, in microseconds since 1970 UTC.
    pub expected_at: Option<i64>,
}

/// What a journey depends on besides what is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct World {
    /// The operator's day, `YYYY-MM-DD`; bounds "since when".
    pub today: String,
    /// What is known to be wrong with the chosen product at the chosen place.
    pub known: Vec<KnownIncident>,
}

/// The fields of a step, which are all that a post of it may change.
pub fn fields(catalogue: &Catalogue, sheet: &Sheet, step: &str) -> Vec<String> {
    match step {
        "product" | "symptom" | "place" | "known" => vec![step.to_owned()],
        "questions" => symptom(catalogue, sheet).map_or_else(Vec::new, |it| {
            it.questions.iter().map(question_field).collect()
        }),
        "line" => vec!["line".into(), "address".into()],
        "since" => vec!["since".into(), "since-date".into()],
        "contact" => contact_fields(),
        try_step => self_check(catalogue, sheet, try_step)
            .map_or_else(Vec::new, |check| vec![tried_field(check)]),
    }
}

/// What the written fields of a step demand.
pub fn rules(catalogue: &Catalogue, sheet: &Sheet, step: &str, today: &str) -> Vec<(String, Rule)> {
    match step {
        "questions" => symptom(catalogue, sheet)
            .map_or_else(Vec::new, |symptom| question_rules(&symptom.questions)),
        "line" => vec![("line".into(), LINE), ("address".into(), LINE)],
        "since" => vec![("since-date".into(), Rule::day(today))],
        "contact" => contact_rules(),
        _ => Vec::new(),
    }
}

/// How far the journey is. Where something is known to be wrong that is offered at once, before
/// anything more is asked.
pub fn trail(catalogue: &Catalogue, draft: &Draft, world: &World) -> Trail {
    let sheet = &draft.sheet;
    let mut steps = vec![
        ("product".to_owned(), read_product(catalogue, sheet).err()),
        ("symptom".to_owned(), read_symptom(catalogue, sheet).err()),
    ];
    if let Some(symptom) = symptom(catalogue, sheet) {
        steps.extend(
            symptom
                .checks
                .iter()
                .map(|check| (try_step(check), read_tried(check, sheet).err())),
        );
        if !symptom.questions.is_empty() {
            steps.push((
                "questions".to_owned(),
                read_answers(&symptom.questions, sheet).err(),
            ));
        }
    }
    steps.push(("place".to_owned(), read_place(catalogue, sheet).err()));
    if !world.known.is_empty() {
        let other = sheet.typed("known") == "other";
        steps.push(("known".to_owned(), (!other).then(|| choose("incident"))));
    }
    steps.push(("line".to_owned(), read_line(sheet).err()));
    steps.push(("since".to_owned(), read_since(sheet, &world.today).err()));
    steps.push((
        "contact".to_owned(),
        read_reach(sheet, &catalogue.operator.region).err(),
    ));
    Trail::new(
        draft,
        steps
            .into_iter()
            .map(|(slug, faults)| (slug, faults.unwrap_or_default()))
            .collect(),
    )
}

/// Reads the whole report.
///
/// # Errors
/// What is missing or wrong in the first step that has something.
pub fn read(catalogue: &Catalogue, sheet: &Sheet, today: &str) -> Result<Fault, Vec<FieldFault>> {
    let product = read_product(catalogue, sheet)?;
    let symptom = read_symptom(catalogue, sheet)?;
    let mut tried = Vec::new();
    for check in &symptom.checks {
        read_tried(check, sheet)?;
        tried.push(check.code.clone());
    }
    let answers = read_answers(&symptom.questions, sheet)?;
    let place = read_place(catalogue, sheet)?;
    let (line, address) = read_line(sheet)?;
    Ok(Fault {
        product: product.code.clone(),
        symptom: symptom.code.clone(),
        answers,
        tried,
        place,
        line,
        address,
        since: read_since(sheet, today)?,
        reach: read_reach(sheet, &catalogue.operator.region)?,
    })
}

/// The product that was chosen, if it is one.
pub fn product<'a>(catalogue: &'a Catalogue, sheet: &Sheet) -> Option<&'a Product> {
    catalogue
        .product(sheet.typed("product"))
        .filter(|product| !product.symptoms.is_empty())
}

/// The symptom that was chosen, if the product has it.
pub fn symptom<'a>(catalogue: &'a Catalogue, sheet: &Sheet) -> Option<&'a Symptom> {
    product(catalogue, sheet)?.symptom(sheet.typed("symptom"))
}

/// The self-check a step asks to try.
pub fn self_check<'a>(
    catalogue: &'a Catalogue,
    sheet: &Sheet,
    step: &str,
) -> Option<&'a SelfCheck> {
    let code = step.strip_prefix("try-")?;
    symptom(catalogue, sheet)?
        .checks
        .iter()
        .find(|check| check.code == code)
}

/// The step that asks to try a self-check.
pub fn try_step(check: &SelfCheck) -> String {
    format!("try-{}", check.code)
}

/// The field that says how trying went: `fixed` or `not-fixed`.
pub fn tried_field(check: &SelfCheck) -> String {
    format!("tried-{}", check.code)
}

fn read_product<'a>(
    catalogue: &'a Catalogue,
    sheet: &Sheet,
) -> Result<&'a Product, Vec<FieldFault>> {
    product(catalogue, sheet).ok_or_else(|| choose("product"))
}

fn read_symptom<'a>(
    catalogue: &'a Catalogue,
    sheet: &Sheet,
) -> Result<&'a Symptom, Vec<FieldFault>> {
    symptom(catalogue, sheet).ok_or_else(|| choose("symptom"))
}

fn read_tried(check: &SelfCheck, sheet: &Sheet) -> Result<(), Vec<FieldFault>> {
    let field = tried_field(check);
    if sheet.typed(&field) == "not-fixed" {
        Ok(())
    } else {
        Err(choose(&field))
    }
}

fn read_place(catalogue: &Catalogue, sheet: &Sheet) -> Result<String, Vec<FieldFault>> {
    let code = sheet.typed("place");
    catalogue
        .places
        .find(code)
        .map(|_| code.to_owned())
        .ok_or_else(|| choose("place"))
}

fn read_line(sheet: &Sheet) -> Result<(Option<String>, Option<String>), Vec<FieldFault>> {
    let mut faults = Vec::new();
    for field in ["line", "address"] {
        if let Err(code) = LINE.check(sheet.typed(field)) {
            faults.push(FieldFault::new(field, code));
        }
    }
    let said = |field: &str| sheet.said(field).map(str::to_owned);
    if said("line").or_else(|| said("address")).is_none() {
        faults.push(FieldFault::new("line", FaultCode::LineOrAddress));
    }
    if faults.is_empty() {
        Ok((said("line"), said("address")))
    } else {
        Err(faults)
    }
}

fn read_since(sheet: &Sheet, today: &str) -> Result<Since, Vec<FieldFault>> {
    match sheet.typed("since") {
        "now" => Ok(Since::Now),
        "today" => Ok(Since::Today),
        "yesterday" => Ok(Since::Yesterday),
        "earlier" => {
            let day = sheet.typed("since-date").trim();
            match Rule::day(today).check(day) {
                Ok(()) => Ok(Since::Day(day.to_owned())),
                Err(code) => Err(vec![FieldFault::new("since-date", code)]),
            }
        }
        _ => Err(choose("since")),
    }
}

fn choose(field: &str) -> Vec<FieldFault> {
    vec![FieldFault::new(field, FaultCode::Choose)]
}

/// What a line number or an address demands.
pub const LINE: Rule = Rule::Text {
    required: false,
    most: Rule::SHORT,
};
