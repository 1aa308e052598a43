//! `operator.toml`: zone, region, colours and periods can be what they say.

use crate::catalogue::{
    checks::codes,
    files::Files,
    finding::Finding,
    house::Quiet,
    shape::{
        Code,
        operator::{ColoursShape, OperatorFile},
    },
    source::Read,
};
use jiff::tz::TimeZone;

pub fn check(files: &Files, findings: &mut Vec<Finding>) {
    let Read {
        source,
        says:
            OperatorFile {
                operator,
                brand,
                periods,
                notices,
                incidents,
                ..
            },
    } = &files.operator;
    codes::unique(source, "service", &operator.services, findings);

    if TimeZone::get(operator.zone.get_ref()).is_err() {
        let problem = format!("there is no time zone `{}`", operator.zone.get_ref());
        findings.push(source.finding(
            &operator.zone.span(),
            problem,
            "an IANA name such as Asia/Shanghai",
        ));
    }
    let region = operator.region.get_ref();
    if region.len() != 2 || !region.bytes().all(|byte| byte.is_ascii_uppercase()) {
        let problem = format!("`{region}` is no region");
        findings.push(source.finding(
            &operator.region.span(),
            problem,
            "an ISO 3166 code such as CN",
        ));
    }
    for colour in colours(&brand.light)
        .into_iter()
        .chain(colours(&brand.dark))
    {
        if !is_colour(colour.get_ref()) {
            let problem = format!("`{}` is no colour", colour.get_ref());
            findings.push(source.finding(
                &colour.span(),
                problem,
                "six hexadecimal digits after #",
            ));
        }
    }
    // Both go into an attribute of the page: nothing but numbers and path commands may pass.
    for drawing in [&brand.logo.view_box, &brand.logo.path] {
        let text = drawing.get_ref();
        if text.is_empty()
            || !text
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || " ,.-".contains(c))
        {
            let problem = "the drawing cannot be shown";
            findings.push(source.finding(
                &drawing.span(),
                problem,
                "numbers and SVG path commands",
            ));
        }
    }
    if let Some(quiet) = &notices.quiet
        && Quiet::read(quiet.get_ref()).is_none()
    {
        let problem = format!("`{}` are no hours", quiet.get_ref());
        findings.push(source.finding(&quiet.span(), problem, "two times such as 21:00-08:00"));
    }
    if let Some(share) = &incidents.reopen_share
        && !(1..=100).contains(share.get_ref())
    {
        let problem = "an incident would always or never be opened again";
        findings.push(source.finding(&share.span(), problem, "a share from 1 to 100"));
    }
    if *periods.warn_before_days.get_ref() >= periods.close_after_days {
        let problem = "the customer would be told after the case is closed";
        let allowed = format!(
            "less than close-after-days, which is {}",
            periods.close_after_days
        );
        findings.push(source.finding(&periods.warn_before_days.span(), problem, allowed));
    }
}

fn colours(shape: &ColoursShape) -> [&Code; 4] {
    [
        &shape.accent,
        &shape.on_accent,
        &shape.accent_strong,
        &shape.accent_wash,
    ]
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}
