//! The door. What the front asks of the back office, one trait a room, object-safe; the one
//! implementation lives behind it and comes to pages and server functions through context.
//! Nothing that passes here names a department to a customer.

use crate::{
    case::{language::Lang, reference::Reference, view::CaseView},
    catalogue::Catalogue,
    desk::{
        AccountOffice, ChainOffice, ClockOffice, DeskOffice, IncidentOffice, StaffOffice,
        TellingOffice, Workbench, kiosks::FleetOffice, record::RecordOffice,
        requests::RequestOffice,
    },
    enquiry::Enquiry,
    fault::{Fault, KnownIncident},
    journey::{Draft, Room, Sheet},
    kiosk::{
        KioskOffice, deposit::DepositOffice, look::LookOffice, moving::MovingOffice, tap::TapOffice,
    },
    status::{Count, Incident, following::FollowOffice},
    survey::AnswerSheet,
    tracking::{Heard, Look, Saying, Seen, news::NewsOffice},
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Why the back office does not do what it was asked. Nothing in it is personal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// It cannot be stored now; nothing was lost but nothing was kept either.
    #[error("unavailable")]
    Unavailable,
    /// Too many tries.
    #[error("too many tries")]
    TooMany,
    /// There is no such thing, or it is not this visitor's.
    #[error("not found")]
    NotFound,
    /// Who asks is not signed in.
    #[error("not signed in")]
    SignIn,
    /// Who asks must see to their account first.
    #[error("account")]
    Account,
}

/// The doors of all rooms, and the catalogue as it is for this request.
#[derive(Clone)]
pub struct Hatch {
    /// What the operator offers.
    pub catalogue: Arc<Catalogue>,
    /// Where this house is reached from outside, without a slash at the end.
    pub public_url: Arc<str>,
    /// Drafts and visitors.
    pub drafts: Arc<dyn Drafts>,
    /// Asking.
    pub enquiry: Arc<dyn EnquiryOffice>,
    /// Reporting a fault.
    pub fault: Arc<dyn FaultOffice>,
    /// Surveys.
    pub survey: Arc<dyn SurveyOffice>,
    /// Following a case.
    pub tracking: Arc<dyn TrackingOffice>,
    /// What customers are told elsewhere, and their say in it.
    pub news: Arc<dyn NewsOffice>,
    /// What is wrong now.
    pub status: Arc<dyn StatusOffice>,
    /// Coming in, and one's own account at the desk.
    pub account: Arc<dyn AccountOffice>,
    /// Who works here, who is away.
    pub staff: Arc<dyn StaffOffice>,
    /// Following an incident.
    pub following: Arc<dyn FollowOffice>,
    /// Incidents, for staff.
    pub incidents: Arc<dyn IncidentOffice>,
    /// The staff's own rooms.
    pub desk: Arc<dyn DeskOffice>,
    /// What moves a case along the chain.
    pub chain: Arc<dyn ChainOffice>,
    /// Help between departments.
    pub requests: Arc<dyn RequestOffice>,
    /// Recording what came in another way.
    pub record: Arc<dyn RecordOffice>,
    /// What makes the desk a place to work from all day.
    pub workbench: Arc<dyn Workbench>,
    /// What customers were told, for staff.
    pub telling: Arc<dyn TellingOffice>,
    /// Clocks and levels.
    pub clock: Arc<dyn ClockOffice>,
    /// Presses on the faces by the door.
    pub taps: Arc<dyn TapOffice>,
    /// Kiosks, for the devices themselves.
    pub kiosk: Arc<dyn KioskOffice>,
    /// Looks from a kiosk.
    pub looks: Arc<dyn LookOffice>,
    /// Kiosks, for those who look after them.
    pub fleet: Arc<dyn FleetOffice>,
    /// What kiosks deposit.
    pub deposits: Arc<dyn DepositOffice>,
    /// Journeys that go from a kiosk to a phone.
    pub moving: Arc<dyn MovingOffice>,
}

impl Hatch {
    /// The whole address of a path of ours, as it is printed and sent.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }
}

/// The hatch of the request being answered.
///
/// # Panics
/// When a page is rendered without one, which is a mistake in the table of routes.
pub fn use_hatch() -> Hatch {
    leptos::prelude::expect_context()
}

/// A visitor's secret, as it stands in the cookie. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Takes a cookie's value.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// For the cookie, and for the hash under which it is stored.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// A draft with where it went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What was typed.
    pub draft: Draft,
    /// The receipt's path, once it was sent.
    pub sent: Option<String>,
}

/// One posted step, to be put into a draft in one go, so that two tabs cannot undo each other.
#[derive(Clone, Debug)]
pub struct Posted {
    /// The key the form carried.
    pub key: String,
    /// The step's name.
    pub step: String,
    /// The step's fields; nothing else of what was posted is kept.
    pub fields: Vec<String>,
    /// What was posted.
    pub sheet: Sheet,
    /// Whether the customer said "continue": only then the step counts as answered.
    pub finished: bool,
}

/// Drafts and the visitors they belong to.
#[async_trait]
pub trait Drafts: Send + Sync {
    /// The visitor's draft in a room, if the visitor and the draft are there and not expired.
    async fn read(&self, visitor: &Token, room: Room) -> Result<Option<Kept>, Refusal>;
    /// Puts a posted step into the visitor's draft; makes visitor and draft when there is none.
    /// What became a case stays as it was sent: what is typed after that is set aside for its
    /// receipt, to be offered as a message. Only a form with another key begins a new draft. What
    /// ended without a case is taken up again by whoever goes on with it.
    async fn keep(
        &self,
        visitor: Option<&Token>,
        room: Room,
        posted: Posted,
    ) -> Result<(Token, Kept), Refusal>;
    /// What a visitor typed at a place that is no journey and that could not be taken.
    async fn aside(&self, visitor: &Token, place: &str) -> Result<Option<Sheet>, Refusal>;
    /// Keeps that, in the place of what was kept there before; makes a visitor when there is none.
    async fn set_aside(
        &self,
        visitor: Option<&Token>,
        place: &str,
        sheet: Sheet,
    ) -> Result<Token, Refusal>;
    /// Deletes one draft.
    async fn discard(&self, visitor: &Token, room: Room) -> Result<(), Refusal>;
    /// Deletes the visitor, every draft and every look at a case. The cases stay.
    async fn forget(&self, visitor: &Token) -> Result<(), Refusal>;
}

/// What became of a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The case.
    pub reference: Reference,
    /// Whether this very submission made it.
    pub again: Again,
}

/// Whether a submission was the first with its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// It made the case.
    First,
    /// The same was sent before: the same receipt.
    Same,
    /// Other content was sent with this key before: the receipt, and an offer to add this.
    Other,
}

/// Asking.
#[async_trait]
pub trait EnquiryOffice: Send + Sync {
    /// Stores the enquiry as a case and hands it on. Durable when this returns.
    async fn send(
        &self,
        visitor: &Token,
        key: &str,
        lang: Lang,
        enquiry: Enquiry,
    ) -> Result<Receipt, Refusal>;
}

/// Reporting a fault.
#[async_trait]
pub trait FaultOffice: Send + Sync {
    /// Stores the fault as a case and hands it on. Durable when this returns.
    async fn send(
        &self,
        visitor: &Token,
        key: &str,
        lang: Lang,
        fault: Fault,
    ) -> Result<Receipt, Refusal>;
    /// What is known to be wrong with a product at a place now.
    async fn known(
        &self,
        lang: Lang,
        product: &str,
        place: &str,
    ) -> Result<Vec<KnownIncident>, Refusal>;
    /// "I have it too": counted with the incident, no case. The same visitor twice is one.
    async fn join(
        &self,
        visitor: &Token,
        key: &str,
        incident: &str,
        place: &str,
    ) -> Result<(), Refusal>;
    /// A self-check helped: counted, no case. The same key twice is one.
    async fn helped(
        &self,
        visitor: &Token,
        key: &str,
        product: &str,
        symptom: &str,
        check: &str,
    ) -> Result<(), Refusal>;
}

/// Surveys.
#[async_trait]
pub trait SurveyOffice: Send + Sync {
    /// Stores one set of answers; about a case, if this visitor may see all of it. The same key
    /// twice is one.
    async fn send(
        &self,
        visitor: &Token,
        about: Option<Reference>,
        key: &str,
        lang: Lang,
        sheet: AnswerSheet,
    ) -> Result<(), Refusal>;
}

/// Following a case.
#[async_trait]
pub trait TrackingOffice: Send + Sync {
    /// Opens a secret link for a visitor (a new one when there is none).
    async fn open(
        &self,
        visitor: Option<&Token>,
        secret: &str,
        from: &str,
    ) -> Result<(Token, Reference), Refusal>;
    /// Looks a case up by reference and contact. Unknown and wrong answer alike.
    async fn find(
        &self,
        visitor: Option<&Token>,
        look: Look,
        from: &str,
    ) -> Result<(Token, Reference), Refusal>;
    /// What this visitor may see of a case.
    async fn see(&self, visitor: &Token, reference: Reference) -> Result<Seen, Refusal>;
    /// How many events the customer's timeline has; for following it live.
    async fn length(&self, visitor: &Token, reference: Reference) -> Result<u32, Refusal>;
    /// Adds a message to the case. The same twice is one. Takes a case that we thought done up
    /// again: whoever writes has not had the answer yet.
    async fn write(
        &self,
        visitor: &Token,
        reference: Reference,
        saying: Saying,
    ) -> Result<Heard, Refusal>;
    /// "It is fixed": closes the case, with what is said besides.
    async fn confirm(
        &self,
        visitor: &Token,
        reference: Reference,
        saying: Saying,
    ) -> Result<Heard, Refusal>;
    /// "Still not fixed": opens the case again, counted, with what is said besides.
    async fn reopen(
        &self,
        visitor: &Token,
        reference: Reference,
        saying: Saying,
    ) -> Result<Heard, Refusal>;
    /// The receipt of a case this visitor sent or holds the link of.
    async fn receipt(&self, visitor: &Token, reference: Reference) -> Result<CaseView, Refusal>;
}

/// What is wrong now.
#[async_trait]
pub trait StatusOffice: Send + Sync {
    /// How many incidents are open, and how much work is announced.
    async fn open(&self) -> Result<Count, Refusal>;
    /// What is open or announced, and what ended within the last seven days.
    async fn incidents(&self, lang: Lang) -> Result<Vec<Incident>, Refusal>;
}
