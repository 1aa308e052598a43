//! What the pages and endpoints of all journeys share: taking a posted step into the draft and
//! sending the visitor on, and drawing the steps that every room asks alike.
//! Which steps there are and what they demand is the rooms' and `journey`'s business.

mod answer;
pub use answer::{
    Act, Post, Taken, answered, forget, fresh_key, go_on, is_key, slug, take, take_sending,
};
mod page;
pub use page::{Shown, draft, receipt_path, resume, shown, too_early, typed_before};
mod aside;
pub use aside::{aside, set_aside};
mod ask;
pub use ask::{contact_row, contact_step, question_parts, sent_rows, spoken};
mod frame;
pub use frame::{check_frame, step_frame};
