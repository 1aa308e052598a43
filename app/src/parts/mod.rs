//! The accessibility room: the building blocks every page is drawn from. What a field, an error or
//! a choice needs to be reachable, readable and named right is settled here, once.
//! It knows no case and no rule; pages bring the words, and customer text stays text.
//! Rendered on the server, and at a kiosk in its browser: none of this reaches a customer's phone as
//! a program.

mod escape;
mod operator;

#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
pub use page::{Here, Page};
#[cfg(feature = "ssr")]
mod foot;
#[cfg(feature = "ssr")]
mod language_switch;

mod heading;
pub use heading::{Heading, Hero, Lead, Section};
mod step_form;
#[cfg(feature = "kiosk")]
pub(crate) use step_form::DefaultAct;
pub use step_form::{ActButton, Look, StepForm};
#[cfg(feature = "ssr")]
mod forget;
#[cfg(feature = "ssr")]
pub use forget::ForgetHere;
mod error_summary;
pub use error_summary::ErrorSummary;
#[cfg(feature = "ssr")]
mod awake;
#[cfg(feature = "ssr")]
pub use awake::Awake;
mod beside;
mod field;
pub use field::{Field, FieldKind};
mod text_area;
pub use text_area::TextArea;
mod attachment;
pub use attachment::{FileField, FileLink, file_fault};
mod choices;
pub use choices::{ChoiceOption, Choices};
mod rating;
pub use rating::Rating;
#[cfg(feature = "ssr")]
mod select;
#[cfg(feature = "ssr")]
pub use select::{Select, SelectGroup, SelectOption};

mod listed;
pub use listed::Listed;
mod notice;
pub use notice::{Notice, State, Tone};
mod card;
pub use card::{Card, Cards, Fold, LinkCard};
mod excerpt;
pub use excerpt::excerpt;
mod summary;
pub use summary::{Summary, SummaryRow};
mod receipt;
pub use receipt::{BigReference, Promise, Qr, SecretLink};
mod timeline;
pub use timeline::{Timeline, TimelineEntry};
#[cfg(feature = "ssr")]
mod table;
#[cfg(feature = "ssr")]
pub use table::{Pager, Table};

mod icon;
#[cfg(feature = "kiosk")]
pub(crate) use icon::BrandMark;
pub use icon::{ICONS, Icon};
mod illustration;
pub use illustration::{Illustration, IllustrationKind};

#[cfg(test)]
mod gallery;
#[cfg(test)]
mod rendered;
