//! What is offered, as pages need it. The only way from a file to the front: a part of a file
//! that is not named here cannot reach a customer.

use crate::catalogue::{
    files::Files,
    making::organisation::text,
    shape::{
        operator::OperatorFile,
        places::{CityShape, DistrictShape, PlacesFile, ProvinceShape},
        service::{
            OfferedShape, ProductShape, QuestionShape, SelfCheckShape, SymptomShape, TopicShape,
        },
        surveys::{ChoiceShape, SurveyShape, TapShape},
    },
};
use app::catalogue::{
    Catalogue, Choice, City, Consent, District, Help, LineHint, Logo, Operator, Periods, Places,
    Product, Province, Question, SelfCheck, Survey, Surveys, Symptom, TapQuestion, TapWhy, Topic,
};

pub fn catalogue(files: &Files) -> Catalogue {
    let operator = &files.operator.says;
    let offered = || files.services.iter().map(|read| &read.says.offered);
    Catalogue {
        version: files.version.clone(),
        operator: operator_of(operator),
        products: offered()
            .filter_map(|offered| Some(product(offered.product.as_ref()?, offered)))
            .collect(),
        topics: offered()
            .flat_map(|offered| offered.topics.iter().map(|one| topic(one, offered)))
            .collect(),
        places: places(&files.places.says),
        surveys: Surveys {
            walk_up: survey(&files.surveys.says.walk_up),
            closing: survey(&files.surveys.says.closing),
            tap: files.surveys.says.tap.as_ref().map(tap),
        },
        consent: Consent {
            version: operator.consent.version,
            details: operator.consent.details.clone(),
            contact: operator.consent.contact.clone(),
            place: operator.consent.place.clone(),
            send: operator.consent.send.clone(),
        },
        periods: Periods {
            close_after_days: operator.periods.close_after_days,
            warn_before_days: *operator.periods.warn_before_days.get_ref(),
            keep_days: operator.periods.keep_days,
            draft_hours: operator.periods.draft_hours,
        },
    }
}

fn operator_of(file: &OperatorFile) -> Operator {
    let operator = &file.operator;
    Operator {
        name: operator.name.clone(),
        motto: operator.motto.clone(),
        logo: Logo {
            view_box: text(&file.brand.logo.view_box),
            path: text(&file.brand.logo.path),
        },
        language: operator.language,
        region: text(&operator.region),
        zone: text(&operator.zone),
        help: Help {
            phone: operator.help.phone.clone(),
            hours: operator.help.hours.clone(),
        },
    }
}

fn product(product: &ProductShape, offered: &OfferedShape) -> Product {
    Product {
        code: text(&product.code),
        name: product.name.clone(),
        hint: product.hint.clone(),
        icon: text(&product.icon),
        line: LineHint {
            label: product.line.label.clone(),
            hint: product.line.hint.clone(),
        },
        symptoms: offered.symptoms.iter().map(symptom).collect(),
    }
}

fn symptom(symptom: &SymptomShape) -> Symptom {
    Symptom {
        code: text(&symptom.code),
        name: symptom.name.clone(),
        hint: symptom.hint.clone(),
        checks: symptom.checks.iter().map(self_check).collect(),
        questions: symptom.questions.iter().map(question).collect(),
    }
}

fn self_check(check: &SelfCheckShape) -> SelfCheck {
    SelfCheck {
        code: text(&check.code),
        title: check.title.clone(),
        steps: check.steps.get_ref().clone(),
    }
}

/// A topic in a product's file is about that product.
fn topic(topic: &TopicShape, offered: &OfferedShape) -> Topic {
    let product = topic
        .product
        .as_ref()
        .or(offered.product.as_ref().map(|one| &one.code));
    Topic {
        code: text(&topic.code),
        name: topic.name.clone(),
        hint: topic.hint.clone(),
        stage: topic.stage,
        kind: topic.kind,
        product: product.map(text),
        open: topic.open.unwrap_or_default(),
        questions: topic.questions.iter().map(question).collect(),
    }
}

fn question(question: &QuestionShape) -> Question {
    Question {
        code: text(&question.code),
        label: question.label.clone(),
        hint: question.hint.clone(),
        kind: *question.kind.get_ref(),
        required: question.required.unwrap_or_default(),
        options: question.options.iter().map(choice).collect(),
    }
}

fn choice(choice: &ChoiceShape) -> Choice {
    Choice {
        code: text(&choice.code),
        name: choice.name.clone(),
    }
}

fn survey(survey: &SurveyShape) -> Survey {
    Survey {
        code: text(&survey.code),
        version: survey.version,
        ask: survey.ask.clone(),
        scale: survey.scale.get_ref().clone(),
        low: *survey.low.get_ref(),
        ask_reason: survey.ask_reason.clone(),
        reasons: survey.reasons.get_ref().iter().map(choice).collect(),
        ask_words: survey.ask_words.clone(),
    }
}

fn tap(tap: &TapShape) -> TapQuestion {
    TapQuestion {
        code: text(&tap.code),
        version: tap.version,
        ask: tap.ask.clone(),
        faces: tap.faces.get_ref().clone(),
        why: tap.why.as_ref().map(|why| TapWhy {
            low: *why.low.get_ref(),
            ask: why.ask.clone(),
            reasons: why.reasons.get_ref().iter().map(choice).collect(),
        }),
        follow_up: tap.follow_up.unwrap_or_default(),
    }
}

fn places(file: &PlacesFile) -> Places {
    Places {
        provinces: file.provinces.iter().map(province).collect(),
    }
}

fn province(province: &ProvinceShape) -> Province {
    Province {
        code: text(&province.code),
        name: province.name.clone(),
        cities: province.cities.iter().map(city).collect(),
    }
}

fn city(city: &CityShape) -> City {
    City {
        code: text(&city.code),
        name: city.name.clone(),
        districts: city.districts.iter().map(district).collect(),
    }
}

fn district(district: &DistrictShape) -> District {
    District {
        code: text(&district.code),
        name: district.name.clone(),
        initials: text(&district.initials),
        area: district.area,
    }
}
