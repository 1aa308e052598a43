//! All files of a catalogue in their shapes, and the fingerprint of what was read.

use crate::catalogue::{
    finding::Finding,
    folder::Folder,
    shape::{
        calendars::CalendarsFile, operator::OperatorFile, organisation::OrganisationFile,
        places::PlacesFile, service::ServiceFile, surveys::SurveysFile, templates::TemplatesFile,
        tiers::TiersFile,
    },
    source::{Read, Source},
    texts,
};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Every file of a catalogue.
#[derive(Debug)]
pub struct Files {
    pub operator: Read<OperatorFile>,
    pub organisation: Read<OrganisationFile>,
    pub places: Read<PlacesFile>,
    pub calendars: Read<CalendarsFile>,
    pub tiers: Read<TiersFile>,
    pub surveys: Read<SurveysFile>,
    pub templates: Read<TemplatesFile>,
    /// In the order of `operator.services`.
    pub services: Vec<Read<ServiceFile>>,
    /// Fingerprint of all of them.
    pub version: String,
}

/// Reads every file, and tells of each one that has not the right shape.
pub fn read(folder: Folder<'_>) -> Result<Files, Vec<Finding>> {
    let mut reader = Reader {
        folder,
        findings: Vec::new(),
        hash: Sha256::new(),
    };
    let operator: Option<Read<OperatorFile>> = reader.file("operator.toml");
    let organisation = reader.file("organisation.toml");
    let places = reader.file("places.toml");
    let calendars = reader.file("calendars.toml");
    let tiers = reader.file("tiers.toml");
    let surveys = reader.file("surveys.toml");
    let templates = reader.file_if_there("templates.toml");
    let services = operator.as_ref().map(|operator| reader.services(operator));

    match (
        operator,
        organisation,
        places,
        calendars,
        tiers,
        surveys,
        templates,
        services,
    ) {
        (
            Some(operator),
            Some(organisation),
            Some(places),
            Some(calendars),
            Some(tiers),
            Some(surveys),
            Some(templates),
            Some(services),
        ) if reader.findings.is_empty() => {
            let version = reader.version();
            Ok(Files {
                operator,
                organisation,
                places,
                calendars,
                tiers,
                surveys,
                templates,
                services,
                version,
            })
        }
        _ => Err(reader.findings),
    }
}

struct Reader<'a> {
    folder: Folder<'a>,
    findings: Vec<Finding>,
    hash: Sha256,
}

impl Reader<'_> {
    fn file<T: DeserializeOwned>(&mut self, name: &str) -> Option<Read<T>> {
        let source = self.folder.read(name, &mut self.findings)?;
        self.hash.update(name);
        self.hash.update([0]);
        self.hash.update(source.text());
        self.hash.update([0]);
        let before = self.findings.len();
        texts::complete(&source, &mut self.findings);
        // A text that lacks a language has no shape either: once told is enough.
        if self.findings.len() > before {
            None
        } else {
            source.shape(&mut self.findings)
        }
    }

    /// A file that an operator can do without.
    fn file_if_there<T: DeserializeOwned + Default>(&mut self, name: &str) -> Option<Read<T>> {
        if self.folder.has(name) {
            return self.file(name);
        }
        Some(Read {
            source: Source::new(name, ""),
            says: T::default(),
        })
    }

    fn services(&mut self, operator: &Read<OperatorFile>) -> Vec<Read<ServiceFile>> {
        let listed = &operator.says.operator.services;
        let there = self.folder.services();
        for name in listed.iter().filter(|name| !there.contains(name.get_ref())) {
            let problem = format!("there is no file services/{}.toml", name.get_ref());
            let allowed = there
                .iter()
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(", ");
            self.findings
                .push(operator.source.finding(&name.span(), problem, allowed));
        }
        for name in there
            .iter()
            .filter(|name| !listed.iter().any(|one| one.get_ref() == *name))
        {
            let file = Source::new(format!("services/{name}.toml"), "");
            let problem = "operator.toml does not list this service";
            self.findings
                .push(file.finding(&(0..0), problem, "a file named in operator.services"));
        }
        let listed = listed.iter().filter(|name| there.contains(name.get_ref()));
        listed
            .filter_map(|name| self.file(&format!("services/{}.toml", name.get_ref())))
            .collect()
    }

    /// Twelve digits tell two editions of one catalogue apart, and can be read out.
    fn version(&self) -> String {
        let digest = self.hash.clone().finalize();
        digest.iter().take(6).fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").expect("a string takes all that is written to it");
            text
        })
    }
}
