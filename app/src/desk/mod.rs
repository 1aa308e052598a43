//! The desk: where staff work the cases of their department, on both sides of the line of
//! visibility. Everything in here may name a unit or a department, so nothing in here is ever
//! shown to a customer; a customer's room does not import it.

pub mod account;
mod act;
mod after;
pub mod api;
mod begun;
mod case;
mod chain;
mod clock;
pub mod clock_api;
pub mod colleagues;
mod door;
mod incident;
pub mod incident_api;
pub mod kiosks;
pub mod link;
pub mod moves;
mod outbox;
pub mod pages;
mod pressed;
mod queue;
pub mod record;
pub mod requests;
pub mod search;
mod staff;
pub mod template;
mod tended;
pub mod together;
mod told;
mod workbench;

pub use account::{
    Account, AccountOffice, Admitted, Browser, Departure, Entered, NewPassword, Owed,
    PasswordFault, Return, Second, Setup,
};
pub use act::{Act, Acted, Asks, Found, Join, Receiver, Score, Subject, There};
pub use begun::Begun;
pub use case::{
    ActorName, DeskCase, Handed, Handover, HandoverSide, Leg, LegState, LegWay, Logged, LoggedTo,
    Offer, Owner, Rated, Side, TextFault, Unsent, Way,
};
pub use chain::{Chain, ChainOffice, Colleague, Department};
pub use clock::{
    CaseClock, ClockAct, ClockLeg, ClockOffice, ClockPart, ClockTyped, HeldBy, LegClock, LegHours,
    Level, LevelCase, LevelCases, Levels, Mine, Order, Pick, Raised, Rung,
};
pub use colleagues::{
    Absence, ColleaguePage, Colleagues, Member, Places, StaffAct, StaffFault, StaffOffice,
    UnsentStaff, Waiting, Why,
};
pub use door::DeskOffice;
pub use incident::{
    Announced, AttachedCase, CaseIncident, DeskIncident, IncidentFault, IncidentOffice, Incidents,
    PlaceChoice, UnsentIncident, Which, WholeIncident, field_in, languages,
};
pub use outbox::{Carriage, Carrying, Decision, Difficulty, Verb};
pub use pressed::Pressed;
pub use queue::{Many, Queue, QueueRow, Show};
pub use staff::{Me, Role};
pub use template::{Chosen, Template};
pub use tended::{Deed, Tended};
pub use told::{DeskNews, DeskTold, TellingOffice};
pub use workbench::{Common, Excerpt, Hit, Hits, Mark, Other, Tick, Together, Workbench};
