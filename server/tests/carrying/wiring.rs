//! Which department uses which back office is catalogue, how it is reached is settings; a house in
//! which the two do not fit together does not open.

use server::{config::Config, serve::open};
use std::{fs, path::Path};

const CATALOGUE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/catalogue");
const ELSEWHERE: &str = "
[[connectors]]
code = \"lines\"
kind = \"helpdesk\"
name = { zh-Hans = \"工单\", zh-Hant = \"工單\", en = \"Line tickets\" }
";

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

/// Opens a house whose catalogue names a helpdesk, and says what stands in its way.
async fn opened(settings: &[(&str, &str)]) -> Result<(), String> {
    let folder = tempfile::tempdir().unwrap();
    let catalogue = folder.path().join("catalogue");
    copy(Path::new(CATALOGUE), &catalogue);
    let organisation = catalogue.join("organisation.toml");
    let text = fs::read_to_string(&organisation).unwrap();
    fs::write(&organisation, format!("{text}{ELSEWHERE}")).unwrap();
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
    open(&config)
        .await
        .map(drop)
        .map_err(|error| format!("{error:#}"))
}

#[tokio::test]
async fn a_back_office_that_the_catalogue_names_must_be_set_as_what_it_is() {
    let set = "ONEFRONT_CONNECTORS__LINES__";
    let (kind, url) = (format!("{set}KIND"), format!("{set}HTTP__URL"));
    let (queue, submitter) = (format!("{set}QUEUE"), format!("{set}SUBMITTER"));
    let address = (url.as_str(), "https://tickets.example/");
    let helpdesk = [
        (kind.as_str(), "helpdesk"),
        address,
        (queue.as_str(), "1"),
        (submitter.as_str(), "front@example.com"),
    ];
    assert_eq!(opened(&helpdesk).await, Ok(()));
    let refused = opened(&[]).await.unwrap_err();
    assert!(
        refused.contains("connectors.lines: the catalogue uses it"),
        "{refused}"
    );
    let refused = opened(&[(kind.as_str(), "tmf621"), address])
        .await
        .unwrap_err();
    assert!(
        refused.contains("a helpdesk in the catalogue and a tmf621 in the settings"),
        "{refused}"
    );
}
