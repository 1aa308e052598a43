//! The accessibility room: the building blocks every page is drawn from. What a field, an error or
//! a choice needs to be reachable, readable and named right is settled here, once.
//! It knows no case and no rule; pages bring the words, and customer text stays text.
//! Rendered on the server only: none of this reaches the browser's program.

mod escape;

mod page;
pub use page::{Here, Page};
mod foot;
mod language_switch;

mod heading;
pub use heading::{Heading, Hero, Lead, Section};
mod step_form;
pub use step_form::{ActButton, Look, StepForm};
mod forget;
pub use forget::ForgetHere;
mod error_summary;
pub use error_summary::ErrorSummary;
mod awake;
pub use awake::Awake;
mod beside;
mod field;
pub use field::{Field, FieldKind};
mod text_area;
pub use text_area::TextArea;
mod choices;
pub use choices::{ChoiceOption, Choices};
mod rating;
pub use rating::Rating;
mod select;
pub use select::{Select, SelectGroup, SelectOption};

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
mod table;
pub use table::{Pager, Table};

mod icon;
pub use icon::{ICONS, Icon};
mod illustration;
pub use illustration::{Illustration, IllustrationKind};

#[cfg(test)]
mod gallery;
#[cfg(test)]
mod rendered;
