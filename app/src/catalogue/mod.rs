//! The service catalogue as the front needs it: products, topics, symptoms, questions, places,
//! surveys, and what the operator promises to say. Pure data, made by the back office from its
//! files. By design it has no field for a department, a route, a leg, an internal clock or a
//! priority, so no page can show one.

use crate::case::language::{Lang, Text};
use serde::{Deserialize, Serialize};

mod place;
pub use place::{Area, City, District, Places, Province};
mod tap;
pub use tap::{TapQuestion, TapWhy};

/// Everything the front knows about the operator and its services.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Catalogue {
    /// Fingerprint of the files it was made from; kept with each case.
    pub version: String,
    /// Whose face this is.
    pub operator: Operator,
    /// What the operator sells, in the order they are shown.
    pub products: Vec<Product>,
    /// What a customer may ask about, in the order they are shown.
    pub topics: Vec<Topic>,
    /// Where customers are.
    pub places: Places,
    /// The walk-up survey and the survey asked when a case is closed.
    pub surveys: Surveys,
    /// What is asked for, why, for how long, and who sees it.
    pub consent: Consent,
    /// Periods a customer is told about.
    pub periods: Periods,
}

/// Whose face this is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Operator {
    /// The brand name.
    pub name: Text,
    /// One sentence under the name on the first page.
    pub motto: Text,
    /// The drawing beside the name. Its colours are a stylesheet and not in here.
    #[serde(default)]
    pub logo: Logo,
    /// Language for visitors whose browser asks for none of ours.
    pub language: Lang,
    /// ISO 3166 region of its phone numbers, for numbers typed without a country code.
    pub region: String,
    /// IANA time zone in which promises are told.
    pub zone: String,
    /// The same help on every page.
    pub help: Help,
}

/// A drawing in one colour.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// SVG `viewBox`.
    pub view_box: String,
    /// SVG path data; empty where the name stands alone.
    pub path: String,
}

/// Where a customer finds a person; in the same place on every page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Help {
    /// As dialled.
    pub phone: String,
    /// When somebody answers.
    pub hours: Text,
}

/// Something the operator sells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Product {
    /// Key in files, URLs and tables.
    pub code: String,
    /// What customers call it.
    pub name: Text,
    /// Half a sentence that tells it from its neighbours.
    pub hint: Text,
    /// Name of the drawing in `parts::icon`.
    pub icon: String,
    /// What identifies the customer's line of this product, and where to find it.
    pub line: LineHint,
    /// What can be wrong with it.
    pub symptoms: Vec<Symptom>,
}

/// What the number of a line is called for one product.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LineHint {
    /// Label of the field.
    pub label: Text,
    /// Where the customer finds it.
    pub hint: Text,
}

/// Something that can be wrong, in the customer's words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Symptom {
    /// Key, unique within the product.
    pub code: String,
    /// As a customer would say it.
    pub name: Text,
    /// Half a sentence more, where names are close.
    #[serde(default)]
    pub hint: Option<Text>,
    /// What may mend it on the spot, in the order to try.
    #[serde(default)]
    pub checks: Vec<SelfCheck>,
    /// What the repair needs to know.
    #[serde(default)]
    pub questions: Vec<Question>,
}

/// One thing a customer can try. "Did that help?" is asked after it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SelfCheck {
    /// Key, unique within the symptom.
    pub code: String,
    /// The heading: what to try.
    pub title: Text,
    /// What to do, one act a line.
    pub steps: Vec<Text>,
}

/// When in a customer's life a topic arises.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// Choosing, asking for a price, waiting for an installation.
    #[default]
    Before,
    /// Using, paying, changing.
    During,
    /// After a repair, a move or a leaving.
    After,
}

/// What kind of case a topic becomes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TopicKind {
    /// A question or a wish.
    #[default]
    Enquiry,
    /// A complaint, with its own promise.
    Complaint,
}

/// Something to ask about, in the customer's words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Topic {
    /// Key, unique in the catalogue.
    pub code: String,
    /// As a customer would say it.
    pub name: Text,
    /// Half a sentence more, where names are close.
    #[serde(default)]
    pub hint: Option<Text>,
    /// When it arises.
    pub stage: Stage,
    /// What it becomes.
    pub kind: TopicKind,
    /// The product's code, where the topic belongs to one.
    #[serde(default)]
    pub product: Option<String>,
    /// "Something else": asked for in free text.
    #[serde(default)]
    pub open: bool,
    /// What the answer needs to know.
    #[serde(default)]
    pub questions: Vec<Question>,
}

/// One question of a topic or symptom.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Key, unique within its topic or symptom; `[a-z0-9-]`.
    pub code: String,
    /// The question.
    pub label: Text,
    /// What helps to answer it.
    #[serde(default)]
    pub hint: Option<Text>,
    /// The shape of an answer.
    pub kind: QuestionKind,
    /// May not be left empty.
    #[serde(default)]
    pub required: bool,
    /// For a choice: what to choose from.
    #[serde(default)]
    pub options: Vec<Choice>,
}

/// The shape of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuestionKind {
    /// One line of text.
    #[default]
    Line,
    /// Several lines of text.
    Text,
    /// One of several.
    Choice,
    /// A calendar day.
    Date,
}

/// One of several answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// Key, unique within its question.
    pub code: String,
    /// What the customer reads.
    pub name: Text,
}

/// The surveys of the front.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Surveys {
    /// Offered to anyone who walks up.
    pub walk_up: Survey,
    /// Asked when the customer says that a case is done.
    pub closing: Survey,
    /// Asked by the door of a shop, where there is a screen for it.
    #[serde(default)]
    pub tap: Option<TapQuestion>,
}

/// A short instrument: one rating, a reason when it is low, free text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Survey {
    /// Key, kept with every answer sheet.
    pub code: String,
    /// Raised whenever a wording changes, and kept with every answer sheet.
    pub version: u32,
    /// The rating question.
    pub ask: Text,
    /// Words for the points of the scale, lowest first; CSAT 1–5 (standards: top two boxes).
    pub scale: Vec<Text>,
    /// Up to and with this point the reason is asked for; the lowest point is 1.
    pub low: u8,
    /// The reason question.
    pub ask_reason: Text,
    /// Reasons to choose from.
    pub reasons: Vec<Choice>,
    /// The free-text question.
    pub ask_words: Text,
}

/// What is asked for, why, for how long, who sees it. Its version is kept with each case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Consent {
    /// Raised whenever a wording changes.
    pub version: u32,
    /// Beside the description of what is wanted.
    pub details: Text,
    /// Beside phone and e-mail.
    pub contact: Text,
    /// Beside line and address.
    pub place: Text,
    /// Above "send".
    pub send: Text,
}

/// Periods a customer is told about, in whole days or hours.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Periods {
    /// A done case without the customer's word closes after so many days.
    pub close_after_days: u16,
    /// The customer is told so many days before that.
    pub warn_before_days: u16,
    /// A closed case and what came with it are kept for so many days.
    pub keep_days: u16,
    /// A draft on a phone is kept for so many hours.
    pub draft_hours: u16,
}

impl Catalogue {
    /// The product with this code.
    pub fn product(&self, code: &str) -> Option<&Product> {
        self.products.iter().find(|product| product.code == code)
    }

    /// The topic with this code.
    pub fn topic(&self, code: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.code == code)
    }
}

impl Product {
    /// The symptom with this code.
    pub fn symptom(&self, code: &str) -> Option<&Symptom> {
        self.symptoms.iter().find(|symptom| symptom.code == code)
    }
}
