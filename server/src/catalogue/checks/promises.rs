//! A promise is never shorter than the legs behind it, is answered before it is fixed, and is
//! never worse for a tier than for an individual customer.

use crate::catalogue::{
    checks::{
        routes::{every, subjects, told},
        span::{self, TooShort, Walls},
    },
    files::Files,
    finding::Finding,
    house::{Facts, House, Leg, Plan, PromiseRule, Service, Tier, Within},
    source::Read,
};
use jiff::SignedDuration;
use std::{
    collections::{BTreeMap, BTreeSet},
    slice,
};

pub fn check(files: &Files, house: &House, findings: &mut Vec<Finding>) {
    let judge = Judge {
        house,
        walls: Walls::default(),
    };
    for (Read { source, says }, service) in files.services.iter().zip(&house.services) {
        // Many cases share a rule: what is wrong with it is told once.
        let mut told_of = BTreeSet::new();
        for case in subjects(says).flat_map(|(_, case)| every(service, case)) {
            for fault in judge.faults(service, &case) {
                if !told_of.insert((fault.rule, fault.part)) {
                    continue;
                }
                let promise = &says.delivered.promises[fault.rule];
                let within = match fault.part {
                    Part::Answer => &promise.answer.within,
                    Part::Fix => &promise.fix.within,
                };
                findings.push(source.finding(&within.span(), fault.problem, fault.allowed));
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Answer,
    Fix,
}

/// What is wrong with the promise of one case.
struct Fault {
    /// The number of the rule in its file.
    rule: usize,
    part: Part,
    problem: String,
    allowed: String,
}

struct Judge<'a> {
    house: &'a House,
    walls: Walls,
}

impl Judge<'_> {
    fn faults(&self, service: &Service, case: &Facts<'_>) -> Vec<Fault> {
        let Some((rule, promise)) = chosen(service, case) else {
            return Vec::new();
        };
        let (answer, fix) = self.house.promised(promise, case.tier);
        let mut faults = Vec::new();
        let mut tell = |part, problem, allowed| {
            faults.push(Fault {
                rule,
                part,
                problem,
                allowed,
            })
        };

        // In different calendars an answer may well come before an end that is shorter.
        if answer.calendar == fix.calendar
            && self.walls.fits(slice::from_ref(&answer), &fix).is_err()
        {
            let problem = format!("the answer ({answer}) comes after the end ({fix})");
            tell(Part::Answer, problem, format!("at most {fix}"));
        }
        if let Some((_, plan)) = service.route_for(case) {
            let shorten = |leg: &Leg| self.house.tiers.of(case.tier).shorten(&leg.target);
            let (codes, legs) = self.longest_way(plan, shorten);
            if let Err(TooShort { need, have, across }) = self.walls.fits(&legs, &fix) {
                let (way, plan) = (codes.join(" → "), &plan.code);
                let (need, have) = (span::told(need), span::told(have));
                let take = if across {
                    format!("can take {need} on the wall, and the promise be only {have}")
                } else {
                    format!("take {need}, promised are {have}")
                };
                let case = told(case);
                let problem = format!(
                    "the promise is shorter than its legs: {way} of plan `{plan}` {take} ({case})"
                );
                tell(
                    Part::Fix,
                    problem,
                    format!("at least {need}, or shorter legs"),
                );
            }
        }
        let plain = Facts {
            tier: Tier::Individual,
            ..*case
        };
        if let Some((_, base)) = chosen(service, &plain) {
            let (base_answer, base_fix) = self.house.promised(base, Tier::Individual);
            for (part, own, base) in [
                (Part::Answer, &answer, &base_answer),
                (Part::Fix, &fix, &base_fix),
            ] {
                if self.walls.fits(slice::from_ref(own), base).is_err() {
                    let problem = format!(
                        "{} gets {own}, which can be worse than {base} for an individual",
                        case.tier
                    );
                    tell(part, problem, format!("at most {base}"));
                }
            }
        }
        faults
    }

    /// The legs that take longest one after another. Legs that wait for nothing run side by side,
    /// so only this way through the plan counts.
    fn longest_way<'p>(
        &self,
        plan: &'p Plan,
        target: impl Fn(&Leg) -> Within,
    ) -> (Vec<&'p str>, Vec<Within>) {
        let targets: Vec<_> = plan.legs.iter().map(&target).collect();
        let mut best: BTreeMap<&str, (SignedDuration, Option<&str>)> = BTreeMap::new();
        for (leg, takes) in plan.legs.iter().zip(self.walls.longest(&targets)) {
            let before = leg.after.iter().filter_map(|code| {
                let (time, _) = best.get(code.as_str())?;
                Some((*time, code.as_str()))
            });
            let before = before.max();
            let so_far = before.map_or(SignedDuration::ZERO, |(time, _)| time);
            best.insert(&leg.code, (so_far + takes, before.map(|(_, code)| code)));
        }
        let mut codes = Vec::new();
        let mut next = best
            .iter()
            .max_by_key(|(_, (time, _))| *time)
            .map(|(code, _)| *code);
        while let Some(code) = next {
            codes.push(code);
            next = best[code].1;
        }
        codes.reverse();
        let on_way = codes
            .iter()
            .filter_map(|code| plan.legs.iter().find(|leg| leg.code == *code));
        let legs = on_way.map(target).collect();
        (codes, legs)
    }
}

fn chosen<'a>(service: &'a Service, case: &Facts<'_>) -> Option<(usize, &'a PromiseRule)> {
    service
        .promises
        .iter()
        .enumerate()
        .find(|(_, rule)| rule.when.fits(case))
}
