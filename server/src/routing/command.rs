//! `onefront route --explain`: prints the way that a sample case would go, and why.

use crate::{
    catalogue::{
        self, House,
        command::report,
        house::{Channel, Tier},
    },
    routing::{Sample, Subject, route},
};
use clap::{ArgGroup, Args};
use std::{path::Path, process::ExitCode};

/// A sample case, as it is asked for on the command line.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("subject").required(true))]
pub struct Asked {
    /// Say why, rule by rule; without it only where the case begins.
    #[arg(long)]
    explain: bool,
    /// A fault, as product/symptom: broadband/no-internet.
    #[arg(long, group = "subject", value_name = "PRODUCT/SYMPTOM", value_parser = symptom)]
    fault: Option<Subject>,
    /// An enquiry or a complaint, as the code of its topic: bill-question.
    #[arg(long, group = "subject", value_name = "TOPIC", value_parser = topic)]
    topic: Option<Subject>,
    /// The district, as its code: lancheng-donghu.
    #[arg(long, value_name = "DISTRICT")]
    place: Option<String>,
    /// The tier of a customer who has proved who they are: key, enterprise, family, individual.
    #[arg(long)]
    tier: Option<Tier>,
    /// Where it comes in: portal, kiosk, counter, phone, letter, regulator, api.
    #[arg(long, default_value_t = Channel::Portal)]
    channel: Channel,
}

fn symptom(text: &str) -> Result<Subject, String> {
    let (product, symptom) = text.split_once('/').ok_or("expected product/symptom")?;
    let (product, symptom) = (product.to_owned(), symptom.to_owned());
    Ok(Subject::Symptom { product, symptom })
}

fn topic(text: &str) -> Result<Subject, String> {
    Ok(Subject::Topic(text.to_owned()))
}

impl Asked {
    /// Answers on standard output, from a folder or from the built-in demo operator.
    pub fn answer(self, dir: Option<&Path>) -> ExitCode {
        let house = match catalogue::load(dir) {
            Ok(house) => house,
            Err(findings) => {
                eprint!("{}", report(&findings));
                return ExitCode::FAILURE;
            }
        };
        let say = if self.explain { explain } else { brief };
        print!("{}", say(&house, &self.sample()));
        ExitCode::SUCCESS
    }

    fn sample(self) -> Sample {
        let subject = self.fault.or(self.topic);
        Sample {
            subject: subject.expect("clap asks for one of the two"),
            place: self.place,
            proven_tier: self.tier,
            channel: self.channel,
        }
    }
}

/// The route of a sample, in words. What the catalogue does not know is said first, because
/// routing itself takes everything.
pub fn explain(house: &House, sample: &Sample) -> String {
    let unknown = sample
        .unknown_to(house)
        .into_iter()
        .map(|what| format!("note: {what}"));
    let lines = unknown.chain(route(house, sample).explain());
    lines.map(|line| line + "\n").collect()
}

/// Where a sample begins, in one line.
pub fn brief(house: &House, sample: &Sample) -> String {
    let route = route(house, sample);
    format!(
        "{} {} {} {}\n",
        route.unit, route.department, route.connector, route.rule
    )
}
