//! The demo operator itself.

use super::{FILES, changed, load};
use crate::catalogue::command::{report, summary};
use app::catalogue::{Area, Stage, TopicKind};
use std::{collections::BTreeSet, fs, path::Path};

#[test]
fn the_demo_operator_is_in_order() {
    let house = load(None).unwrap_or_else(|findings| panic!("{}", report(&findings)));
    assert!(summary(&house).starts_with("The catalogue of Farbridge is in order: 5 products"));
}

#[test]
fn the_binary_holds_every_file_of_the_demo_operator() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
    let mut there = BTreeSet::new();
    for (dir, prefix) in [(folder.clone(), ""), (folder.join("services"), "services/")] {
        for entry in fs::read_dir(dir).expect("the folder is there") {
            let name = entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("a plain name");
            if name.ends_with(".toml") {
                there.insert(format!("{prefix}{name}"));
            }
        }
    }
    let built_in: BTreeSet<String> = FILES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(built_in, there);
    load(Some(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue"),
    ))
    .expect("in order as a folder");
}

#[test]
fn every_product_has_topics_of_every_stage_and_symptoms_with_self_checks() {
    let house = load(None).expect("in order");
    for product in &house.front.products {
        let stages: BTreeSet<Stage> = (house.front.topics.iter())
            .filter(|topic| topic.product.as_ref() == Some(&product.code))
            .map(|topic| topic.stage)
            .collect();
        assert_eq!(stages.len(), 3, "{}", product.code);
        assert!(
            (4..=7).contains(&product.symptoms.len()),
            "{}",
            product.code
        );
        for symptom in &product.symptoms {
            let (checks, questions) = (symptom.checks.len(), symptom.questions.len());
            assert!(
                (1..=3).contains(&checks) && questions <= 2,
                "{}",
                symptom.code
            );
        }
    }
    assert!(
        house
            .front
            .topics
            .iter()
            .any(|topic| topic.kind == TopicKind::Complaint)
    );
}

#[test]
fn the_organisation_is_the_one_of_the_issue() {
    let house = load(None).expect("in order");
    let organisation = &house.organisation;
    let of_level = |name: &str| {
        organisation
            .units
            .iter()
            .filter(|unit| unit.level.code() == name)
            .count()
    };
    let levels = [
        of_level("headquarters"),
        of_level("province"),
        of_level("city"),
    ];
    assert_eq!((levels, organisation.shops.len()), ([1, 2, 4], 6));
    assert_eq!(organisation.departments.len(), 8);
    let districts = house
        .front
        .places
        .provinces
        .iter()
        .flat_map(|one| &one.cities)
        .flat_map(|one| &one.districts);
    let rural = districts
        .clone()
        .filter(|one| one.area == Area::Rural)
        .count();
    assert_eq!((districts.count(), rural), (28, 11));
}

#[test]
fn the_version_changes_with_any_file() {
    let house = load(None).expect("in order");
    let other = changed("tiers.toml", "share = 90", "share = 85").expect("in order too");
    assert_ne!(house.version, other.version);
    assert_eq!(house.version, load(None).expect("in order").version);
}
