//! Incidents behind the desk and the status page: one cause behind many faults. What is said about
//! one reaches every case and everybody that hangs on it; what customers say decides whether it is
//! over.
//!
//! Rules, stated once:
//! - An incident's estimate becomes the promise of a case that hangs on it only where it lies later
//!   than what was promised: a promise is never made better by a guess.
//! - When an incident is ended, its cases are done and each customer is asked; followers are asked
//!   too. It opens again when at least `reopen-least` of them and `reopen-share` of a hundred who
//!   answered say no, within seven days.
//! - Then the cases go on whose customers had not answered. Whoever said yes keeps what they have.

use super::Office;
use crate::{
    catalogue::house::IncidentRules,
    store::{
        Connection,
        incidents::{self, Incident, Update},
    },
};
use app::case::language::{Lang, Text};

mod following;
mod spreading;
pub(super) use spreading::{news, promise_later};

/// What ended stays to be read, and can turn out not to be over, for so long.
pub(super) const SEVEN_DAYS: i64 = 7 * 86_400_000_000;

/// What is done to an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Opened,
    Planned,
    Begun,
    Update,
    Estimate,
    Ended,
    Reopened,
}

impl Step {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Planned => "planned",
            Self::Begun => "begun",
            Self::Update => "update",
            Self::Estimate => "estimate",
            Self::Ended => "ended",
            Self::Reopened => "reopened",
        }
    }

    /// What followers are told.
    const fn notice(self) -> &'static str {
        match self {
            Self::Ended => "over",
            Self::Reopened => "back",
            _ => "news",
        }
    }
}

/// Writes down what is done to an incident, and notes whom it is to be told.
pub(super) async fn log(
    tx: &mut Connection,
    incident: &str,
    step: Step,
    actor: &str,
    text: Option<String>,
    expected_at: Option<i64>,
    now: i64,
) -> anyhow::Result<()> {
    let update = Update {
        at: now,
        kind: step.name().to_owned(),
        actor: actor.to_owned(),
        text,
        expected_at,
    };
    incidents::update(tx, incident, &update, step.notice()).await
}

/// Ends an incident; one that is over stays so.
pub(super) async fn end(
    tx: &mut Connection,
    incident: &str,
    actor: &str,
    text: Option<String>,
    now: i64,
) -> anyhow::Result<()> {
    if incidents::end(&mut *tx, incident, now).await? {
        log(tx, incident, Step::Ended, actor, text, None, now).await?;
    }
    Ok(())
}

/// Whether it works again, says somebody who was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Yes,
    No,
}

impl Answer {
    const fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
        }
    }
}

/// Keeps what a case's customer says; the incident may turn out not to be over.
pub(super) async fn answered(
    tx: &mut Connection,
    rules: IncidentRules,
    case_id: &str,
    answer: Answer,
    now: i64,
) -> anyhow::Result<()> {
    match incidents::answer_of_case(&mut *tx, case_id, answer.name(), now).await? {
        Some(incident) => weigh(tx, rules, &incident, now).await,
        None => Ok(()),
    }
}

/// Opens an incident again when too many say that it does not work.
async fn weigh(
    tx: &mut Connection,
    rules: IncidentRules,
    incident: &str,
    now: i64,
) -> anyhow::Result<()> {
    let Some(known) = incidents::by_id(&mut *tx, incident).await? else {
        return Ok(());
    };
    if known.ended_at.is_none_or(|ended| ended < now - SEVEN_DAYS) {
        return Ok(());
    }
    let (yes, no) = incidents::answers(&mut *tx, incident).await?;
    let many = no >= i64::from(rules.reopen_least);
    let share = no * 100 >= i64::from(rules.reopen_share) * (yes + no);
    if many && share && incidents::reopen(&mut *tx, incident, now).await? {
        log(tx, incident, Step::Reopened, "rule", None, None, now).await?;
    }
    Ok(())
}

/// A text in every language: what was not written is what was, in the language nearest to it.
pub(super) fn in_every_language(
    operator: Lang,
    written: impl Fn(Lang) -> Option<String>,
) -> Option<Text> {
    let main = written(operator)?;
    let of = |lang: Lang| {
        let near = match lang {
            Lang::ZhHans => Some(Lang::ZhHant),
            Lang::ZhHant => Some(Lang::ZhHans),
            Lang::En => None,
        };
        written(lang)
            .or_else(|| near.and_then(&written))
            .unwrap_or_else(|| main.clone())
    };
    Some(Text {
        zh_hans: of(Lang::ZhHans),
        zh_hant: of(Lang::ZhHant),
        en: of(Lang::En),
    })
}

impl Office {
    /// Ends announced work whose time is over.
    pub(super) async fn end_by_plan(&self) -> anyhow::Result<u32> {
        let now = self.now();
        let over = incidents::over_by_plan(self.store.read(), now).await?;
        let many = u32::try_from(over.len()).unwrap_or(u32::MAX);
        if many == 0 {
            return Ok(0);
        }
        let ended = self.store.write(move |tx| {
            Box::pin(async move {
                for incident in &over {
                    end(&mut *tx, incident, "rule", None, now).await?;
                }
                Ok(())
            })
        });
        ended.await?;
        self.carrier.wake();
        Ok(many)
    }
}

/// Whether an incident has begun and is not over.
pub(super) fn is_on(incident: &Incident, now: i64) -> bool {
    incident.ended_at.is_none() && !incident.is_ahead(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_one_language_is_read_in_all_and_the_nearest_stands_in() {
        let only = |lang: Lang, said: &'static str| {
            move |asked: Lang| (asked == lang).then(|| said.to_owned())
        };
        let text = in_every_language(Lang::ZhHans, only(Lang::ZhHans, "断")).unwrap();
        assert_eq!([text.zh_hant, text.en], ["断", "断"]);
        assert_eq!(in_every_language(Lang::ZhHans, only(Lang::En, "cut")), None);
        let two = |asked: Lang| match asked {
            Lang::En => Some("cut".to_owned()),
            Lang::ZhHant => Some("斷".to_owned()),
            Lang::ZhHans => None,
        };
        let text = in_every_language(Lang::En, two).unwrap();
        assert_eq!(text.zh_hans, "斷");
    }
}
