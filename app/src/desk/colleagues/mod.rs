//! Colleagues: who works here, where, with which rights; who is away and who stands in; whose
//! cases need a person. One's own password is `account`.

pub mod api;

use super::{Deed, Role, Tended};
use crate::{
    case::{
        language::Text,
        reference::Reference,
        view::{About, Kind},
    },
    hatch::{Refusal, Token},
    journey::Sheet,
};
use async_trait::async_trait;

/// Somebody who works here, or did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Their key.
    pub id: String,
    /// What they sign in with.
    pub login: String,
    /// What colleagues call them.
    pub name: String,
    /// Their unit.
    pub unit: Text,
    /// Their department.
    pub department: Text,
    /// What they may do.
    pub role: Role,
    /// Since when they work here no more.
    pub left_at: Option<i64>,
    /// Until when they are away now.
    pub away_until: Option<i64>,
    /// Whether the second step is asked of them.
    pub second: bool,
    /// Until when they can use a password that is not their own.
    pub once_until: Option<i64>,
}

/// One page of colleagues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleagues {
    /// Who, in order.
    pub rows: Vec<Member>,
    /// How many there are in all.
    pub count: u32,
    /// This page, from 1.
    pub page: u32,
    /// How many pages there are.
    pub pages: u32,
    /// What was looked for.
    pub sought: String,
    /// Whether whoever looks may add and change.
    pub may_manage: bool,
}

/// What can be chosen for somebody, by code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The units.
    pub units: Vec<(String, Text)>,
    /// The departments.
    pub departments: Vec<(String, Text)>,
}

/// Somebody with everything that can be done about them.
#[derive(Clone, Debug)]
pub struct ColleaguePage {
    /// When this was looked up.
    pub now: i64,
    /// Who.
    pub colleague: Member,
    /// Their unit, by code.
    pub unit: String,
    /// Their department, by code.
    pub department: String,
    /// Whether whoever looks may change them.
    pub may_manage: bool,
    /// Whether they are the one who looks.
    pub myself: bool,
    /// How many open cases they answer for.
    pub cases: u32,
    /// Their absences, now and to come.
    pub away: Vec<Absence>,
    /// Who can stand in for them.
    pub deputies: Vec<Member>,
    /// What can be chosen.
    pub places: Places,
    /// What was done about them, the latest first.
    pub log: Vec<Deed>,
    /// What was typed and could not be taken, with what is wrong with it.
    pub unsent: Option<UnsentStaff>,
}

/// A form about somebody that could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsentStaff {
    /// Which form.
    pub act: String,
    /// As typed; no password.
    pub sheet: Sheet,
    /// What is wrong, field by field.
    pub faults: Vec<(&'static str, StaffFault)>,
}

/// What is wrong with a field about somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffFault {
    /// Nothing is in it.
    Empty,
    /// It is too long.
    Long,
    /// A login has letters, digits, dots and hyphens only.
    Login,
    /// Somebody has it, or had it.
    Taken,
    /// There is no such unit.
    Unit,
    /// There is no such department in that unit.
    Department,
    /// There is no such role.
    Role,
    /// A password like that is guessed.
    Password,
    /// Without them nobody could manage staff.
    LastAdministrator,
    /// It is no moment, or none that lies ahead.
    When,
    /// It ends before it begins.
    Order,
    /// They are away then already.
    Overlap,
    /// They cannot stand in.
    Deputy,
    /// They are away then themselves.
    DeputyAway,
}

impl StaffFault {
    /// Every fault.
    pub const ALL: [Self; 14] = [
        Self::Empty,
        Self::Long,
        Self::Login,
        Self::Taken,
        Self::Unit,
        Self::Department,
        Self::Role,
        Self::Password,
        Self::LastAdministrator,
        Self::When,
        Self::Order,
        Self::Overlap,
        Self::Deputy,
        Self::DeputyAway,
    ];

    /// The word in word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Long => "long",
            Self::Login => "login",
            Self::Taken => "taken",
            Self::Unit => "unit",
            Self::Department => "department",
            Self::Role => "role",
            Self::Password => "password",
            Self::LastAdministrator => "last-administrator",
            Self::When => "when",
            Self::Order => "order",
            Self::Overlap => "overlap",
            Self::Deputy => "deputy",
            Self::DeputyAway => "deputy-away",
        }
    }
}

/// A time in which somebody is away and somebody else answers for their cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Its key.
    pub id: String,
    /// Who is away.
    pub who: String,
    /// Who stands in.
    pub deputy: String,
    /// From when.
    pub from_at: i64,
    /// Until when.
    pub until_at: i64,
}

/// A case that waits for whoever looks: its owner left, or is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The case.
    pub reference: Reference,
    /// What the customer wants.
    pub kind: Kind,
    /// What it is about.
    pub about: About,
    /// Why it is here.
    pub why: Why,
}

/// Why a case waits for somebody who neither owns it nor has a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It needs a person, since this instant.
    NeedsPerson(i64),
    /// They stand in for its owner.
    For(String),
}

/// What is done about somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffAct {
    /// They get another name, unit, department or role.
    Move,
    /// They get a one-time password.
    Password,
    /// The second step is turned off for them.
    ResetSecond,
    /// They leave.
    Leave,
    /// They will be away.
    Away,
    /// They are back.
    Back,
}

impl StaffAct {
    /// Every act.
    pub const ALL: [Self; 6] = [
        Self::Move,
        Self::Password,
        Self::ResetSecond,
        Self::Leave,
        Self::Away,
        Self::Back,
    ];

    /// The word in queries and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Move => "move",
            Self::Password => "password",
            Self::ResetSecond => "reset-second",
            Self::Leave => "leave",
            Self::Away => "away",
            Self::Back => "back",
        }
    }
}

/// Managing staff, absences, and the cases that nobody else answers for.
#[async_trait]
pub trait StaffOffice: Send + Sync {
    /// A page of those whoever asks may see, by a part of a name, a login or a unit.
    async fn colleagues(
        &self,
        staff: &Token,
        sought: &str,
        page: u32,
    ) -> Result<Colleagues, Refusal>;
    /// One of them.
    async fn colleague(&self, staff: &Token, id: &str) -> Result<ColleaguePage, Refusal>;
    /// What somebody new can be made of, and what was typed before.
    async fn newcomer(&self, staff: &Token) -> Result<(Places, Option<UnsentStaff>), Refusal>;
    /// Adds somebody with a one-time password. The same key twice is one person.
    async fn add(&self, staff: &Token, key: &str, typed: &Sheet) -> Result<Tended, Refusal>;
    /// Does something about somebody; about oneself only what concerns one's absence.
    async fn manage(
        &self,
        staff: &Token,
        key: &str,
        act: StaffAct,
        id: &str,
        typed: &Sheet,
    ) -> Result<Tended, Refusal>;
    /// Keeps what is being typed about somebody, for the page that shows it in another language.
    async fn keep(
        &self,
        staff: &Token,
        act: StaffAct,
        id: &str,
        typed: Sheet,
    ) -> Result<(), Refusal>;
    /// The cases that wait for whoever asks although they own no part of them.
    async fn waiting(&self, staff: &Token) -> Result<Vec<Waiting>, Refusal>;
}
