//! The step "how can we reach you?", the same in every room: by phone, by e-mail, or by the secret
//! link alone, which is enough.

use super::{FaultCode, FieldFault, Rule, Sheet};
use crate::case::contact::Email;
#[cfg(feature = "ssr")]
use crate::case::contact::Phone;

/// How the customer wants to be reached, normalised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// By phone: an E.164 number.
    Phone(String),
    /// By e-mail.
    Email(Email),
    /// The customer comes back with the secret link.
    LinkOnly,
}

/// The step's fields.
pub fn contact_fields() -> Vec<String> {
    ["contact", "phone", "email"].map(String::from).to_vec()
}

/// What the step's written fields demand.
pub fn contact_rules() -> Vec<(String, Rule)> {
    vec![("phone".into(), Rule::Phone), ("email".into(), Rule::Email)]
}

/// Reads the step. `region` is the operator's country, for numbers typed without a country code.
///
/// # Errors
/// What to mend.
pub fn read_reach(sheet: &Sheet, region: &str) -> Result<Reach, Vec<FieldFault>> {
    match sheet.typed("contact") {
        "phone" => {
            let number = phone(sheet.typed("phone").trim(), region);
            number.map(Reach::Phone).map_err(at("phone"))
        }
        "email" => {
            let address = sheet.typed("email").trim().parse::<Email>();
            address
                .map(Reach::Email)
                .map_err(|fault| at("email")(fault.into()))
        }
        "none" => Ok(Reach::LinkOnly),
        _ => Err(vec![FieldFault::new("contact", FaultCode::Choose)]),
    }
}

/// Reads a phone number or an address, whichever was typed.
///
/// # Errors
/// What to mend.
#[cfg(feature = "ssr")]
pub fn read_contact(typed: &str, region: &str) -> Result<Reach, FaultCode> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(FaultCode::Empty);
    }
    if typed.contains('@') {
        return Ok(Reach::Email(typed.parse::<Email>()?));
    }
    Ok(Reach::Phone(
        Phone::parse(typed, region)?.as_str().to_owned(),
    ))
}

fn at(field: &'static str) -> impl FnOnce(FaultCode) -> Vec<FieldFault> {
    move |code| vec![FieldFault::new(field, code)]
}

/// The library that knows every country's numbers is too large for a browser, which asks for the
/// shape alone; the server asks again.
#[cfg(feature = "ssr")]
fn phone(typed: &str, region: &str) -> Result<String, FaultCode> {
    Ok(Phone::parse(typed, region)?.as_str().to_owned())
}

#[cfg(not(feature = "ssr"))]
fn phone(typed: &str, _region: &str) -> Result<String, FaultCode> {
    Rule::Phone.check(typed).map(|()| typed.to_owned())
}
