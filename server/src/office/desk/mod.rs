//! The desk's part of the door. Each verb begins with who asks and what they may; what they may
//! not see is not there.

use super::{Office, refuse};
use app::{
    case::{language::Lang, reference::Reference},
    desk::{
        Act, Acted, Announced, Begun, Carriage, Decision, DeskCase, DeskOffice, Incidents, Me,
        Pressed, Queue, Show,
    },
    hatch::{Refusal, Token},
    journey::Sheet,
};
use async_trait::async_trait;

mod acts;
mod carriage;
mod case;
mod chain;
mod entrance;
mod incidents;
pub(in crate::office) mod inner_names;
mod may;
mod news;
mod others;
mod queue;
mod record;
mod requests;
pub(in crate::office) mod rights;
mod search;
mod sent;
mod telling;
mod templates;
mod workbench;

pub use entrance::{Entrance, Rules};
pub(crate) use entrance::{LONGEST_LOGIN, normal_login};
pub(crate) use rights::{Seat, department_name, unit_name};
pub use search::reindex;
pub(in crate::office) use sent::SentForm;

#[async_trait]
impl DeskOffice for Office {
    async fn sign_out(&self, staff: &Token) -> Result<(), Refusal> {
        self.end_session(staff).await.map_err(refuse)
    }

    async fn who(&self, staff: &Token) -> Result<Me, Refusal> {
        let seat = self.seat(staff).await.map_err(refuse)?;
        Ok(seat.me())
    }

    async fn queue(
        &self,
        staff: &Token,
        show: Show,
        after: Option<&str>,
    ) -> Result<Queue, Refusal> {
        let queue = self.read_queue(staff, show, after).await;
        queue.map_err(refuse)
    }

    async fn case(&self, staff: &Token, reference: Reference) -> Result<DeskCase, Refusal> {
        self.read_case(staff, reference).await.map_err(refuse)
    }

    async fn act(
        &self,
        staff: &Token,
        reference: Reference,
        pressed: Pressed<'_>,
        act: Act,
    ) -> Result<Acted, Refusal> {
        let acted = self.do_act(staff, reference, pressed, act).await;
        acted.map_err(refuse)
    }

    async fn keep(&self, staff: &Token, reference: Reference, act: Act) -> Result<(), Refusal> {
        let kept = self.keep_for_later(staff, reference, acts::kept(&act), str::to_owned);
        kept.await.map_err(refuse)
    }

    async fn keep_begun(&self, staff: &Token, begun: Begun, typed: Sheet) -> Result<(), Refusal> {
        let (place, act) = match begun {
            Begun::Record => (record::PLACE, record::PLACE),
            Begun::Request => (requests::NEW, requests::NEW),
            Begun::Incident => (incidents::PLACE, incidents::ACT),
        };
        let kept = self.keep_typed(staff, place, act, typed).await;
        kept.map_err(refuse)
    }

    async fn incidents(&self, lang: Lang, staff: &Token) -> Result<Incidents, Refusal> {
        self.read_incidents(lang, staff).await.map_err(refuse)
    }

    async fn announce(
        &self,
        staff: &Token,
        key: &str,
        typed: &Sheet,
    ) -> Result<Announced, Refusal> {
        let announced = self.open_incident(staff, key, typed).await;
        announced.map_err(refuse)
    }

    async fn expect(
        &self,
        staff: &Token,
        incident: &str,
        typed: &str,
    ) -> Result<Announced, Refusal> {
        let announced = self.estimate_incident(staff, incident, typed).await;
        announced.map_err(refuse)
    }

    async fn end(&self, staff: &Token, incident: &str) -> Result<(), Refusal> {
        self.end_incident(staff, incident).await.map_err(refuse)
    }

    async fn carriage(&self, staff: &Token) -> Result<Carriage, Refusal> {
        self.read_carriage(staff).await.map_err(refuse)
    }

    async fn decide(&self, staff: &Token, id: &str, decision: Decision) -> Result<Acted, Refusal> {
        let acted = self.decide_carriage(staff, id, decision).await;
        acted.map_err(refuse)
    }
}
