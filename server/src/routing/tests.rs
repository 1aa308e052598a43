//! Routing over the whole demo operator.

use crate::{
    catalogue::{
        House,
        house::{Channel, Tier, Within},
        load,
    },
    clock::{Calendar, due},
    routing::{Sample, Subject, command::explain, route},
};
use proptest::prelude::*;
use std::sync::LazyLock;

static HOUSE: LazyLock<House> =
    LazyLock::new(|| load(None).expect("the demo operator is in order"));

/// The same files, read a second time.
static AGAIN: LazyLock<House> =
    LazyLock::new(|| load(None).expect("the demo operator is in order"));

/// Everything that can be asked, and everything that can be wrong.
static SUBJECTS: LazyLock<Vec<Subject>> = LazyLock::new(|| {
    let topics = HOUSE
        .front
        .topics
        .iter()
        .map(|topic| Subject::Topic(topic.code.clone()));
    let symptoms = HOUSE.front.products.iter().flat_map(|product| {
        product.symptoms.iter().map(|symptom| Subject::Symptom {
            product: product.code.clone(),
            symptom: symptom.code.clone(),
        })
    });
    topics.chain(symptoms).collect()
});

fn any_place() -> impl Strategy<Value = Option<String>> {
    let places: Vec<_> = HOUSE.serving.keys().cloned().collect();
    proptest::option::weighted(0.9, proptest::sample::select(places))
}

fn any_tier() -> impl Strategy<Value = Option<Tier>> {
    proptest::option::of(proptest::sample::select(Tier::ALL.to_vec()))
}

fn any_sample() -> impl Strategy<Value = Sample> {
    let subject = proptest::sample::select(SUBJECTS.clone());
    let channel = proptest::sample::select(Channel::ALL.to_vec());
    (subject, any_place(), any_tier(), channel).prop_map(
        |(subject, place, proven_tier, channel)| Sample {
            subject,
            place,
            proven_tier,
            channel,
        },
    )
}

/// Every leg goes to a department that exists where it goes, and every case has an owner.
fn is_whole(sample: &Sample) {
    let route = route(&HOUSE, sample);
    let organisation = &HOUSE.organisation;
    assert!(!route.legs.is_empty(), "{sample:?}");
    for leg in &route.legs {
        let unit = organisation.unit(&leg.unit).expect("the unit exists");
        let department = organisation
            .department(&leg.department)
            .expect("the department exists");
        assert_eq!(unit.level, leg.level, "{sample:?}");
        assert!(
            department.exists_at(unit.level),
            "{sample:?}: {} at {}",
            leg.department,
            leg.unit
        );
        assert!(
            organisation.connector(&leg.connector).is_some(),
            "{sample:?}"
        );
    }
    let owner = organisation
        .unit(&route.owner.unit)
        .expect("the owner's unit exists");
    let department = organisation
        .department(&route.owner.department)
        .expect("so does this one");
    assert!(department.exists_at(owner.level), "{sample:?}");
    assert!(route.owner.deputy.is_some(), "{sample:?}");
}

#[test]
fn every_topic_and_symptom_of_every_district_and_tier_has_a_route() {
    for subject in SUBJECTS.iter() {
        for place in HOUSE.serving.keys().cloned().map(Some).chain([None]) {
            for proven_tier in Tier::ALL.map(Some).into_iter().chain([None]) {
                let place = place.clone();
                let channel = Channel::Portal;
                is_whole(&Sample {
                    subject: subject.clone(),
                    place,
                    proven_tier,
                    channel,
                });
            }
        }
    }
}

proptest! {
    #[test]
    fn every_sample_has_a_route_whose_departments_exist(sample in any_sample()) {
        is_whole(&sample);
    }

    #[test]
    fn the_same_sample_always_goes_the_same_way(sample in any_sample()) {
        prop_assert_eq!(route(&HOUSE, &sample), route(&AGAIN, &sample));
    }

    #[test]
    fn no_tier_is_promised_less_than_an_individual(
        sample in any_sample(), start in 1_770_000_000..1_820_000_000_i64,
    ) {
        let own = route(&HOUSE, &sample).promise;
        let plain = route(&HOUSE, &Sample { proven_tier: Some(Tier::Individual), ..sample }).promise;
        let start = jiff::Timestamp::from_second(start).expect("in range");
        let due_at = |within: &Within| due(start, within.length, &within.calendar);
        prop_assert!(due_at(&own.fix) <= due_at(&plain.fix));
        prop_assert!(due_at(&own.answer) <= due_at(&plain.answer));
    }

    #[test]
    fn no_leg_waits_for_one_that_comes_later(sample in any_sample()) {
        let legs = route(&HOUSE, &sample).legs;
        for (index, leg) in legs.iter().enumerate() {
            for code in &leg.after {
                prop_assert!(legs[..index].iter().any(|before| before.code == *code));
            }
        }
    }

    #[test]
    fn codes_that_nobody_knows_still_have_a_route(topic in ".*", symptom in ".*", place in ".*") {
        let channel = Channel::Portal;
        let (place, proven_tier) = (Some(place), None);
        let product = topic.clone();
        for subject in [Subject::Topic(topic), Subject::Symptom { product, symptom }] {
            is_whole(&Sample { subject, place: place.clone(), proven_tier, channel });
        }
    }
}

fn no_internet(place: &str, proven_tier: Option<Tier>) -> Sample {
    let (product, symptom) = ("broadband".to_owned(), "no-internet".to_owned());
    let subject = Subject::Symptom { product, symptom };
    Sample {
        subject,
        place: Some(place.to_owned()),
        proven_tier,
        channel: Channel::Portal,
    }
}

#[test]
fn a_fault_is_mended_within_48_hours_in_town_and_72_in_the_country() {
    for (place, hours) in [("lancheng-donghu", 48), ("lancheng-anping", 72)] {
        let promise = route(&HOUSE, &no_internet(place, None)).promise;
        assert_eq!(promise.fix.length.elapsed_minutes(), hours * 60, "{place}");
        assert_eq!(promise.fix.calendar, Calendar::Elapsed);
        assert!(promise.source.contains("电信条例"), "{}", promise.source);
    }
}

#[test]
fn who_has_not_proved_who_they_are_is_an_individual() {
    let unproved = route(&HOUSE, &no_internet("lancheng-donghu", None));
    let individual = route(
        &HOUSE,
        &no_internet("lancheng-donghu", Some(Tier::Individual)),
    );
    assert_eq!(unproved, individual);
    let key_account = route(
        &HOUSE,
        &no_internet("lancheng-donghu", Some(Tier::KeyAccount)),
    );
    assert_eq!(key_account.promise.fix.to_string(), "24h elapsed");
    assert_eq!(key_account.owner.duty, "account-duty");
}

#[test]
fn a_fault_is_mended_by_the_city_that_serves_its_place() {
    let route = route(&HOUSE, &no_internet("yunlu-zhuxi", None));
    assert_eq!(
        (route.unit.as_str(), route.department.as_str()),
        ("yunlu", "network-operation")
    );
}

#[test]
fn an_explained_route_names_the_rule_that_decided() {
    let told = explain(&HOUSE, &no_internet("lancheng-donghu", None));
    assert!(
        told.contains("plan repair by the rule at services/broadband.toml:"),
        "{told}"
    );
    assert!(
        told.contains("answerable: service-duty of customer-service in lancheng"),
        "{told}"
    );
    let told = explain(&HOUSE, &no_internet("atlantis", None));
    assert!(
        told.starts_with("note: there is no place atlantis"),
        "{told}"
    );
}

#[test]
fn a_complaint_is_answered_within_15_days() {
    for topic in ["complaint-service", "complaint-bill", "complaint-repair"] {
        let (subject, channel) = (Subject::Topic(topic.to_owned()), Channel::Portal);
        let route = route(
            &HOUSE,
            &Sample {
                subject,
                place: None,
                proven_tier: None,
                channel,
            },
        );
        assert_eq!(route.promise.fix.to_string(), "15d elapsed", "{topic}");
    }
}

#[test]
fn what_the_regulator_passes_on_goes_by_headquarters() {
    let (subject, channel) = (
        Subject::Topic("complaint-service".to_owned()),
        Channel::Regulator,
    );
    let place = Some("yunlu-chaling".to_owned());
    let route = route(
        &HOUSE,
        &Sample {
            subject,
            place,
            proven_tier: None,
            channel,
        },
    );
    let units: Vec<_> = route.legs.iter().map(|leg| leg.unit.as_str()).collect();
    assert_eq!(units, ["lingbei", "hq", "lingbei"]);
}

#[test]
fn a_mobile_fault_is_mended_within_48_hours_in_the_country_too() {
    let (product, symptom) = ("mobile".to_owned(), "no-signal".to_owned());
    let subject = Subject::Symptom { product, symptom };
    let (place, channel) = (Some("wangjin-baisha".to_owned()), Channel::Portal);
    let route = route(
        &HOUSE,
        &Sample {
            subject,
            place,
            proven_tier: None,
            channel,
        },
    );
    assert_eq!(route.promise.fix.to_string(), "48h elapsed");
}

#[test]
fn a_promise_that_names_its_tier_is_not_shortened_further() {
    let (product, symptom) = ("leased-line".to_owned(), "down".to_owned());
    let subject = Subject::Symptom { product, symptom };
    let (place, channel) = (Some("yunlu-lushan".to_owned()), Channel::Portal);
    let route = route(
        &HOUSE,
        &Sample {
            subject,
            place,
            proven_tier: Some(Tier::KeyAccount),
            channel,
        },
    );
    assert_eq!(route.promise.fix.to_string(), "8h elapsed");
    let first: Vec<_> = route
        .legs
        .iter()
        .filter(|leg| leg.after.is_empty())
        .collect();
    assert_eq!(first.len(), 2, "province and city begin side by side");
}
