//! A route in words, for whoever asks why a case went where it went. For staff only: it names
//! what no customer may read.

use crate::routing::{PlannedLeg, Route};

impl Route {
    /// The route, a line a fact.
    pub fn explain(&self) -> Vec<String> {
        let mut lines = vec![
            format!(
                "{} as {}, from services/{}.toml",
                self.kind, self.tier, self.service
            ),
            format!("plan {} by the rule at {}", self.plan, self.rule),
            format!(
                "begins in {} ({}), {}, over {}",
                self.unit, self.level, self.department, self.connector
            ),
        ];
        lines.extend(self.legs.iter().map(leg));
        let promise = &self.promise;
        lines.push(format!(
            "promised: answer within {}, fixed within {}, by the rule at {} ({})",
            promise.answer, promise.fix, promise.rule, promise.source
        ));
        let owner = &self.owner;
        let deputy = owner
            .deputy
            .as_ref()
            .map(|deputy| format!(", deputy {deputy}"));
        lines.push(format!(
            "answerable: {} of {} in {}{}",
            owner.duty,
            owner.department,
            owner.unit,
            deputy.unwrap_or_default()
        ));
        lines
    }
}

fn leg(leg: &PlannedLeg) -> String {
    let after = if leg.after.is_empty() {
        "at once".to_owned()
    } else {
        format!("after {}", leg.after.join(" and "))
    };
    format!(
        "leg {}: {} in {} ({}), {after}, within {}, over {}",
        leg.code, leg.department, leg.unit, leg.level, leg.target, leg.connector
    )
}
