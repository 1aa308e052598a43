//! An e-mail address, read by the same rule in the browser and on the server.

use email_address::{EmailAddress, Error, Options};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Longer ones do not fit into the commands of a mail server (RFC 5321, 4.5.3.1.3).
const LONGEST: usize = 254;

/// An e-mail address, its domain in lower case.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// Why a text is no e-mail address, as a hint to whoever typed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum EmailFault {
    /// Nothing was typed.
    #[error("nothing typed")]
    Empty,
    /// There is no @ in it.
    #[error("no @")]
    NoAt,
    /// What stands before the @ is missing or cannot be a name.
    #[error("the part before the @ is wrong")]
    Name,
    /// What stands after the @ is missing or cannot be a domain.
    #[error("the part after the @ is wrong")]
    Domain,
    /// No mail server takes one that long.
    #[error("too long")]
    TooLong,
}

impl Email {
    /// In the form it is stored and written to.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What may be shown where others look on: `a•••@example.com`. It does not tell how long the
    /// name is.
    pub fn masked(&self) -> String {
        let (name, domain) = self.0.rsplit_once('@').unwrap_or((&self.0, ""));
        let first: String = name.chars().take(1).collect();
        format!("{first}•••@{domain}")
    }
}

impl FromStr for Email {
    type Err = EmailFault;

    fn from_str(typed: &str) -> Result<Self, EmailFault> {
        // Chinese keyboards type these two in full width.
        let typed = typed.trim().replace('＠', "@").replace('。', ".");
        if typed.is_empty() {
            return Err(EmailFault::Empty);
        }
        if typed.len() > LONGEST {
            return Err(EmailFault::TooLong);
        }
        let (name, domain) = typed.rsplit_once('@').ok_or(EmailFault::NoAt)?;
        // The standard allows quoted names with anything in them. Nobody has one, and what can
        // hold a space or a bracket is not safe to put into a header.
        if !name.chars().all(plain) {
            return Err(EmailFault::Name);
        }
        if !domain.chars().all(plain) {
            return Err(EmailFault::Domain);
        }
        let address = format!("{name}@{}", lower(domain));
        let options = Options::default()
            .with_required_tld()
            .without_domain_literal()
            .without_display_text();
        match EmailAddress::parse_with_options(&address, options) {
            Ok(_) => Ok(Self(address)),
            Err(error) => Err(fault(&error, name)),
        }
    }
}

#[cfg(not(feature = "kiosk"))]
fn lower(domain: &str) -> String {
    domain.to_lowercase()
}

/// The browser knows all that is a capital letter, and no second list of them need be sent.
#[cfg(feature = "kiosk")]
fn lower(domain: &str) -> String {
    js_sys::JsString::from(domain).to_lower_case().into()
}

fn plain(letter: char) -> bool {
    let special = matches!(
        letter,
        '"' | '\\' | '(' | ')' | '<' | '>' | '[' | ']' | ',' | ';' | ':' | '@'
    );
    !special && !letter.is_whitespace() && !letter.is_control()
}

fn fault(error: &Error, name: &str) -> EmailFault {
    match error {
        Error::MissingSeparator => EmailFault::NoAt,
        Error::LocalPartEmpty | Error::LocalPartTooLong | Error::UnbalancedQuotes => {
            EmailFault::Name
        }
        Error::InvalidCharacter if !EmailAddress::is_valid_local_part(name) => EmailFault::Name,
        _ => EmailFault::Domain,
    }
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(•••)")
    }
}

impl TryFrom<String> for Email {
    type Error = EmailFault;

    fn try_from(stored: String) -> Result<Self, EmailFault> {
        stored.parse()
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_address_is_read_however_it_is_typed() {
        for (typed, read) in [
            ("wang@example.com", "wang@example.com"),
            ("  Wang.Fang@Example.COM ", "Wang.Fang@example.com"),
            ("wang＠example。com", "wang@example.com"),
            (
                "o'neil+bills@mail.example.co.uk",
                "o'neil+bills@mail.example.co.uk",
            ),
            ("王芳@例子.中国", "王芳@例子.中国"),
        ] {
            assert_eq!(
                typed.parse::<Email>().map(String::from),
                Ok(read.to_owned()),
                "{typed}"
            );
        }
    }

    #[test]
    fn what_is_no_address_says_what_to_mend() {
        let long = format!("a@{}.com", "b.".repeat(130));
        for (typed, fault) in [
            ("", EmailFault::Empty),
            (" \n", EmailFault::Empty),
            ("wang", EmailFault::NoAt),
            ("@example.com", EmailFault::Name),
            ("wang@", EmailFault::Domain),
            ("wang@example", EmailFault::Domain),
            ("wang@example..com", EmailFault::Domain),
            ("wang@.com", EmailFault::Domain),
            ("wang@exa mple.com", EmailFault::Domain),
            ("wang@[127.0.0.1]", EmailFault::Domain),
            ("wang..fang@example.com", EmailFault::Name),
            ("wang fang@example.com", EmailFault::Name),
            ("\"wang fang\"@example.com", EmailFault::Name),
            ("a@b@example.com", EmailFault::Name),
            ("wang\u{0}@example.com", EmailFault::Name),
            ("wang@example.com\r\nBcc: x@example.com", EmailFault::Name),
            (&long, EmailFault::TooLong),
        ] {
            assert_eq!(typed.parse::<Email>(), Err(fault), "{typed:?}");
        }
    }

    #[test]
    fn a_masked_address_shows_one_letter_of_the_name() {
        let masked = |text: &str| text.parse::<Email>().unwrap().masked();
        assert_eq!(masked("adam@example.com"), "a•••@example.com");
        assert_eq!(masked("a@example.com"), "a•••@example.com");
        assert_eq!(masked("王芳@例子.中国"), "王•••@例子.中国");
        assert_eq!(
            format!("{:?}", "adam@example.com".parse::<Email>().unwrap()),
            "Email(•••)"
        );
    }

    proptest! {
        #[test]
        fn what_is_taken_is_read_back_as_the_same(typed in "[a-zA-Z0-9.+_-]{1,8}@[a-zA-Z0-9.-]{1,12}") {
            if let Ok(email) = typed.parse::<Email>() {
                prop_assert_eq!(email.as_str().parse(), Ok(email.clone()));
            }
        }

        #[test]
        fn no_text_upsets_the_reader_and_none_smuggles_a_line(typed in any::<String>(), domain in "[a-z]{1,5}[.][a-z]{2}") {
            for text in [typed.clone(), format!("{typed}@{domain}")] {
                if let Ok(email) = text.parse::<Email>() {
                    prop_assert!(!email.as_str().contains(|letter: char| letter.is_control() || letter == ' '));
                }
            }
        }
    }
}
