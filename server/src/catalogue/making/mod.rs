//! From files that were found good to the house: the front gets what is offered, the back office
//! gets the rest. Nothing is judged here any more.

mod clock;
mod front;
mod inner;
mod organisation;

use crate::{
    brand::Stylesheet,
    catalogue::{
        checks,
        files::Files,
        house::{
            Brand, Colours, House, IncidentRules, NoticeRules, Quiet, Template, TierRule, Tiers,
        },
        shape::{
            operator::{BrandShape, ColoursShape, IncidentsShape, NoticesShape},
            templates::TemplatesFile,
            tiers::TierShape,
        },
    },
};
use std::{collections::BTreeMap, sync::Arc};

/// The house that these files describe.
pub fn house(files: &Files) -> House {
    let calendars = &files.calendars;
    let calendars: BTreeMap<_, _> = calendars
        .says
        .calendars
        .iter()
        .filter_map(|shape| {
            let calendar = checks::calendar(&calendars.source, shape, &mut Vec::new())?;
            Some((shape.code.get_ref().clone(), Arc::new(calendar)))
        })
        .collect();
    let brand = brand(&files.operator.says.brand);
    House {
        front: Arc::new(front::catalogue(files)),
        organisation: organisation::organisation(&files.organisation.says, &calendars),
        services: inner::services(files, &calendars),
        serving: organisation::serving(&files.places.says),
        calendars,
        tiers: Tiers {
            key_account: tier(&files.tiers.says.key),
            enterprise: tier(&files.tiers.says.enterprise),
            family: tier(&files.tiers.says.family),
            individual: tier(&files.tiers.says.individual),
        },
        notices: notices(&files.operator.says.notices),
        incidents: incidents(&files.operator.says.incidents),
        pauses: clock::pauses(&files.operator.says.pauses),
        escalation: clock::steps(&files.operator.says.escalation),
        templates: templates(&files.templates.says),
        stylesheet: Stylesheet::of(&brand),
        brand,
        version: files.version.clone(),
    }
}

/// What an operator lays down nothing about is as it is for the demo's.
fn notices(shape: &NoticesShape) -> NoticeRules {
    let quiet = shape.quiet.as_ref();
    NoticeRules {
        quiet: quiet.and_then(|hours| Quiet::read(hours.get_ref())),
        budget_per_day: shape.budget_per_day.unwrap_or(6),
    }
}

fn incidents(shape: &IncidentsShape) -> IncidentRules {
    IncidentRules {
        reopen_share: shape.reopen_share.as_ref().map_or(20, |it| *it.get_ref()),
        reopen_least: shape.reopen_least.unwrap_or(3),
    }
}

fn templates(file: &TemplatesFile) -> Vec<Template> {
    let templates = file.templates.iter().map(|shape| Template {
        code: shape.code.get_ref().clone(),
        name: shape.name.clone(),
        text: shape.text.get_ref().clone(),
    });
    templates.collect()
}

fn tier(shape: &TierShape) -> TierRule {
    TierRule {
        name: shape.name.clone(),
        share: *shape.share.get_ref(),
        duty: shape.duty.get_ref().clone(),
    }
}

fn brand(shape: &BrandShape) -> Brand {
    let colours = |shape: &ColoursShape| Colours {
        accent: shape.accent.get_ref().clone(),
        on_accent: shape.on_accent.get_ref().clone(),
        accent_strong: shape.accent_strong.get_ref().clone(),
        accent_wash: shape.accent_wash.get_ref().clone(),
    };
    Brand {
        light: colours(&shape.light),
        dark: colours(&shape.dark),
    }
}
