//! How a customer is reached: phone numbers and e-mail addresses that cannot be wrong in form.
//! Whether somebody answers there is not known here.
//!
//! Neither prints itself: `Debug` is masked, and there is no `Display`, so that no log holds one.

mod email;
mod phone;

pub use email::{Email, EmailFault};
pub use phone::{Phone, PhoneFault};
