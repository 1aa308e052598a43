//! `tiers.toml`: no share above the whole, and somebody who answers, with a deputy.

use crate::catalogue::{
    checks::references::known, files::Files, finding::Finding, shape::tiers::TiersFile,
    source::Read,
};

pub fn check(files: &Files, findings: &mut Vec<Finding>) {
    let Read {
        source,
        says:
            TiersFile {
                key,
                enterprise,
                family,
                individual,
            },
    } = &files.tiers;
    let duties = &files.organisation.says.duties;
    let codes: Vec<_> = duties.iter().map(|duty| duty.code.get_ref()).collect();
    for tier in [key, enterprise, family, individual] {
        if !(1..=100).contains(tier.share.get_ref()) {
            let problem = "a tier gets a share of the individual customer's times";
            findings.push(source.finding(&tier.share.span(), problem, "1 to 100 per cent"));
        }
        known(source, "duty", &tier.duty, &codes, findings);
        let duty = duties
            .iter()
            .find(|duty| duty.code.get_ref() == tier.duty.get_ref());
        if duty.is_some_and(|duty| duty.deputy.is_none()) {
            let problem = format!("the duty `{}` has no deputy", tier.duty.get_ref());
            findings.push(source.finding(&tier.duty.span(), problem, "a duty that names a deputy"));
        }
    }
    if *individual.share.get_ref() != 100 {
        let problem = "the individual customer's times are the whole";
        findings.push(source.finding(&individual.share.span(), problem, "100"));
    }
}
