//! Which department uses which back office is catalogue, how it is reached is settings; a house in
//! which the two do not fit together does not open.

use server::{
    catalogue::{self, house::Channel},
    config::Config,
    routing::{Sample, Subject, route},
    serve::open,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

const CATALOGUE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/catalogue");
/// One department of one city works with tickets.
const ELSEWHERE: &str = r#"
[[connectors]]
code = "lines"
kind = "helpdesk"
name = { zh-Hans = "工单", zh-Hant = "工單", en = "Line tickets" }

[[exceptions]]
unit = "lancheng"
department = "network-operation"
connector = "lines"
"#;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let there = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &there);
        } else {
            fs::copy(entry.path(), there).unwrap();
        }
    }
}

/// The demo operator with that exception.
fn operator(folder: &Path) -> PathBuf {
    let there = folder.join("catalogue");
    copy(Path::new(CATALOGUE), &there);
    let organisation = there.join("organisation.toml");
    let text = fs::read_to_string(&organisation).unwrap();
    fs::write(&organisation, format!("{text}{ELSEWHERE}")).unwrap();
    there
}

#[test]
fn a_fault_goes_by_the_connector_of_the_department_that_mends_it() {
    let folder = tempfile::tempdir().unwrap();
    let house = catalogue::load(Some(&operator(folder.path()))).unwrap();
    for (place, connector) in [("lancheng-donghu", "lines"), ("yunlu-zhuxi", "desk")] {
        let (product, symptom) = ("broadband".to_owned(), "no-internet".to_owned());
        let sample = Sample {
            subject: Subject::Symptom { product, symptom },
            place: Some(place.to_owned()),
            proven_tier: None,
            channel: Channel::Portal,
        };
        let route = route(&house, &sample);
        assert_eq!(route.department, "network-operation");
        assert_eq!(route.connector, connector, "{place}");
        let told = route.explain().join("\n");
        assert!(told.contains(&format!("over {connector}")), "{told}");
    }
}

/// Opens a house of that operator, and says what stands in its way.
async fn opened(settings: &[(&str, &str)]) -> Result<(), String> {
    let folder = tempfile::tempdir().unwrap();
    let catalogue = operator(folder.path());
    let data = folder.path().join("data");
    let paths = [
        ("ONEFRONT_DATA", data.to_str().unwrap()),
        ("ONEFRONT_CATALOGUE", catalogue.to_str().unwrap()),
    ];
    let environment = paths
        .iter()
        .chain(settings)
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let config = Config::read(None, environment).unwrap();
    let opened = open(&config).await;
    opened.map(drop).map_err(|error| format!("{error:#}"))
}

#[tokio::test]
async fn a_back_office_that_the_catalogue_names_must_be_set_as_what_it_is() {
    let kind = "ONEFRONT_CONNECTORS__LINES__KIND";
    let address = (
        "ONEFRONT_CONNECTORS__LINES__HTTP__URL",
        "https://tickets.example/",
    );
    let helpdesk = [
        (kind, "helpdesk"),
        address,
        ("ONEFRONT_CONNECTORS__LINES__QUEUE", "1"),
        ("ONEFRONT_CONNECTORS__LINES__SUBMITTER", "front@example.com"),
    ];
    assert_eq!(opened(&helpdesk).await, Ok(()));
    let refused = opened(&[]).await.unwrap_err();
    assert!(
        refused.contains("connectors.lines: the catalogue uses it"),
        "{refused}"
    );
    let refused = opened(&[(kind, "tmf621"), address]).await.unwrap_err();
    assert!(
        refused.contains("a helpdesk in the catalogue and a tmf621 in the settings"),
        "{refused}"
    );
}
