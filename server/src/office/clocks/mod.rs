//! Clocks behind the door: what of a case's time was whose, what stands still, what is due anew and
//! who has to hear of it. How time is counted is `clock`'s business; this says of what.

use super::{Office, refuse};
use app::{
    case::{
        reference::Reference,
        view::{PromiseKind, State},
    },
    desk::{Acted, CaseClock, ClockAct, ClockOffice, LevelCases, Levels, Mine, Pick},
    hatch::{Refusal, Token},
};
use async_trait::async_trait;

mod acts;
mod leg;
mod levels;
mod may;
mod reading;
mod stopping;
mod typed;
mod waiting;
mod watching;
pub(in crate::office) use leg::leg_clock;
pub(in crate::office) use reading::clock_of;
pub(crate) use reading::stretches;
pub(in crate::office) use stopping::reckon;
pub use watching::Looked;

/// What the customer of an open case waits for: first an answer and, once somebody works on it or
/// from the beginning with a fault, that it is done.
fn current(kind: &str, state: &str) -> PromiseKind {
    match state == State::Received.name() && kind != "fault" {
        true => PromiseKind::Answer,
        false => PromiseKind::Fix,
    }
}

#[async_trait]
impl ClockOffice for Office {
    async fn of_case(&self, staff: &Token, reference: Reference) -> Result<CaseClock, Refusal> {
        self.read_clock(staff, reference).await.map_err(refuse)
    }

    async fn act(
        &self,
        staff: &Token,
        reference: Reference,
        key: &str,
        act: ClockAct,
    ) -> Result<Acted, Refusal> {
        let acted = self.act_on_clock(staff, reference, key, act).await;
        acted.map_err(refuse)
    }

    async fn mine(&self, staff: &Token) -> Result<Mine, Refusal> {
        self.what_waits(staff).await.map_err(refuse)
    }

    async fn levels(&self, staff: &Token) -> Result<Levels, Refusal> {
        self.read_levels(staff).await.map_err(refuse)
    }

    async fn at_level(
        &self,
        staff: &Token,
        unit: &str,
        pick: Pick,
        page: u32,
    ) -> Result<LevelCases, Refusal> {
        let cases = self.read_level(staff, unit, pick, page).await;
        cases.map_err(refuse)
    }
}
