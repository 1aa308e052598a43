//! Who works here: the door `app::desk::StaffOffice`. Adding, moving and leaving are the same verbs
//! for the screen and the command line; absences and deputies; the cases that need a person.

use super::{Office, refuse};
use app::{
    desk::{
        ColleaguePage, Colleagues, Places, StaffAct, StaffOffice, Tended, UnsentStaff, Waiting,
    },
    hatch::{Refusal, Token},
    journey::Sheet,
};
use async_trait::async_trait;

mod absence;
pub mod command;
mod leaving;
mod listing;
mod managing;
mod waiting;

pub(crate) use absence::shown_absence;
pub(crate) use leaving::adopt_orphan;

#[async_trait]
impl StaffOffice for Office {
    async fn colleagues(
        &self,
        staff: &Token,
        sought: &str,
        page: u32,
    ) -> Result<Colleagues, Refusal> {
        let found = self.list_colleagues(staff, sought, page).await;
        found.map_err(refuse)
    }

    async fn colleague(&self, staff: &Token, id: &str) -> Result<ColleaguePage, Refusal> {
        self.read_colleague(staff, id).await.map_err(refuse)
    }

    async fn newcomer(&self, staff: &Token) -> Result<(Places, Option<UnsentStaff>), Refusal> {
        self.read_newcomer(staff).await.map_err(refuse)
    }

    async fn add(&self, staff: &Token, key: &str, typed: &Sheet) -> Result<Tended, Refusal> {
        self.add_colleague(staff, key, typed).await.map_err(refuse)
    }

    async fn manage(
        &self,
        staff: &Token,
        key: &str,
        act: StaffAct,
        id: &str,
        typed: &Sheet,
    ) -> Result<Tended, Refusal> {
        let managed = self.manage_colleague(staff, key, act, id, typed).await;
        managed.map_err(refuse)
    }

    async fn keep(
        &self,
        staff: &Token,
        act: StaffAct,
        id: &str,
        typed: Sheet,
    ) -> Result<(), Refusal> {
        let kept = self.keep_about(staff, act, id, typed).await;
        kept.map_err(refuse)
    }

    async fn waiting(&self, staff: &Token) -> Result<Vec<Waiting>, Refusal> {
        self.read_waiting(staff).await.map_err(refuse)
    }
}
