//! The pages of the desk. Plain forms on wide pages: everything is done without script, at a
//! screen of the office as on a tablet.

mod frame;
mod left;
mod said;

mod sign_in;
mod told;
pub use sign_in::SignIn;
mod code;
pub use code::{FromProvider, SignInCode, ToProvider};
mod account;
pub use account::{DeskAccount, SecondSetup};
mod away;
mod colleagues;
pub use colleagues::{DeskStaff, NewColleague};
mod colleague;
pub use colleague::DeskColleague;
mod queue;
mod rows;
mod search;
mod together;
mod waiting;
pub use queue::Desk;
pub use search::DeskSearch;
mod case;
pub use case::DeskCasePage;
mod acts;
mod legs;
mod moving;
mod record;
mod typed;
mod ways;
pub use moving::DeskMove;
pub use record::DeskRecord;
mod clock;
mod clock_forms;
mod incidents;
mod log;
pub use incidents::DeskIncidents;
mod levels;
pub use levels::{DeskLevel, DeskLevels};
mod mine;
pub use mine::DeskMine;
mod new_incident;
mod outbox;
pub use outbox::DeskOutbox;
