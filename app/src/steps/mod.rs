//! What the pages and endpoints of all journeys share: taking a posted step into the draft and
//! sending the visitor on, and drawing the steps that every room asks alike.
//! Which steps there are and what they demand is the rooms' and `journey`'s business.

mod act;
pub use act::{Act, KEY_LENGTH, Post, is_key, key_of, slug};
mod ask;
pub use ask::{contact_row, contact_step, question_parts, sent_rows, spoken};
mod drawn;
pub use drawn::{Drawn, check};
mod shown;
#[cfg(feature = "kiosk")]
pub(crate) use shown::named;
pub use shown::{Shown, named_faults, shown};

#[cfg(feature = "ssr")]
mod answer;
#[cfg(feature = "ssr")]
pub use answer::{Taken, answered, forget, fresh_key, go_on, take, take_sending};
#[cfg(feature = "ssr")]
mod aside;
#[cfg(feature = "ssr")]
pub use aside::{aside, set_aside};
#[cfg(feature = "ssr")]
mod frame;
#[cfg(feature = "ssr")]
pub use frame::{check_frame, step_frame};
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
pub use page::{draft, receipt_path, resume, too_early, typed_before};
