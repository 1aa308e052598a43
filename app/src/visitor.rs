//! Who is asking: the visitor's cookie, language and channel, read from one request.
//! The channel comes from the session, never from a path or a parameter.

use crate::{case::language::Lang, hatch::Token};
use cookie::{Cookie, SameSite, time::Duration};
use http::{HeaderMap, HeaderValue, header, request::Parts};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

/// How this server names and guards its cookies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CookieStyle {
    /// `__Host-` and `Secure`: everywhere but on plain http.
    Guarded,
    /// Plain names, for http on this very machine only.
    Plain,
}

impl CookieStyle {
    /// The full name of a cookie.
    pub fn name(self, name: &str) -> String {
        match self {
            Self::Guarded => format!("__Host-{name}"),
            Self::Plain => name.to_owned(),
        }
    }
}

const VISITOR: &str = "visitor";
const STAFF: &str = "staff";
const LANGUAGE: &str = "language";
const DEVICE: &str = "device";
const HALF: &str = "half";
const PROVIDER: &str = "provider";
/// The credential of a paired kiosk. It is the device's, and outlives every customer.
pub const KIOSK: &str = "kiosk";
const PAIRING: &str = "pairing";

/// One request's visitor.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// The secret in the cookie, if there is one. It may be unknown or expired.
    pub token: Option<Token>,
    /// The secret of a staff session, if the browser holds one. It may be unknown or over.
    pub staff: Option<Token>,
    /// By this a browser is known in which staff have signed in before. It opens nothing.
    pub device: Option<Token>,
    /// The secret of somebody whose password was right and who is still to say the code.
    pub half: Option<Token>,
    /// What was kept here, sealed, while the browser is at the identity provider.
    pub departure: Option<Token>,
    /// The credential of a kiosk, if the browser is one. It may be unknown or revoked.
    pub kiosk: Option<Token>,
    /// The secret of a device that waits to be paired.
    pub pairing: Option<Token>,
    /// The language to speak.
    pub lang: Lang,
    /// The page or endpoint that was asked for, without its query.
    pub path: String,
    /// Whether plain HTML is wanted (a form was posted), or data (an island asks).
    pub wants_html: bool,
    /// A key for limits: the client's address as far as it can be trusted. Never stored as it is.
    pub from: String,
    style: CookieStyle,
}

impl Visitor {
    /// Reads a request. `default` is the catalogue's language.
    pub fn read(parts: &Parts, default: Lang, style: CookieStyle, from: String) -> Self {
        let lang = language(&parts.headers, default, style);
        let wants_html = parts
            .headers
            .get(header::ACCEPT)
            .and_then(|accept| accept.to_str().ok())
            .is_some_and(|accept| accept.contains("text/html"));
        Self {
            token: cookie(&parts.headers, &style.name(VISITOR)).map(Token::new),
            staff: cookie(&parts.headers, &style.name(STAFF)).map(Token::new),
            device: cookie(&parts.headers, &style.name(DEVICE)).map(Token::new),
            half: cookie(&parts.headers, &style.name(HALF)).map(Token::new),
            departure: cookie(&parts.headers, &style.name(PROVIDER)).map(Token::new),
            kiosk: cookie(&parts.headers, &style.name(KIOSK)).map(Token::new),
            pairing: cookie(&parts.headers, &style.name(PAIRING)).map(Token::new),
            lang,
            path: parts.uri.path().to_owned(),
            wants_html,
            from,
            style,
        }
    }

    /// Gives the visitor their cookie, for as long as a draft is kept.
    pub fn remember(&self, token: &Token, hours: u16) {
        set(self
            .cookie(VISITOR, token.reveal().to_owned())
            .max_age(Duration::hours(hours.into()))
            .build());
    }

    /// Takes the cookie back.
    pub fn forget(&self) {
        set(self
            .cookie(VISITOR, String::new())
            .max_age(Duration::ZERO)
            .build());
    }

    /// Gives a member of staff their cookie. How long the session lasts is the back office's
    /// business; the cookie ends with the browser.
    pub fn sign_in(&self, session: &Token) {
        set(self.cookie(STAFF, session.reveal().to_owned()).build());
    }

    /// Knows this browser from now on as one in which staff have signed in.
    pub fn know(&self, device: &Token) {
        set(self
            .cookie(DEVICE, device.reveal().to_owned())
            .max_age(Duration::days(400))
            .build());
    }

    /// Waits for the code of whoever signs in; with nothing, no longer.
    pub fn expect_code(&self, half: Option<&Token>) {
        self.shortly(HALF, half);
    }

    /// Keeps what must be there when the browser comes back from the identity provider; with
    /// nothing, no longer.
    pub fn depart(&self, kept: Option<&Token>) {
        self.shortly(PROVIDER, kept);
    }

    /// Makes a kiosk of this browser, or lets it be one for longer. As long as browsers allow.
    pub fn pair(&self, device: &Token) {
        set(self
            .cookie(KIOSK, device.reveal().to_owned())
            .max_age(Duration::days(400))
            .build());
    }

    /// Waits to be paired; with nothing, no longer. The back office knows for how long.
    pub fn await_pairing(&self, pairing: Option<&Token>) {
        let value = pairing.map_or("", Token::reveal).to_owned();
        let age = pairing.map_or(Duration::ZERO, |_| Duration::hours(1));
        set(self.cookie(PAIRING, value).max_age(age).build());
    }

    fn shortly(&self, name: &str, token: Option<&Token>) {
        let value = token.map_or("", Token::reveal).to_owned();
        let age = token.map_or(Duration::ZERO, |_| Duration::minutes(10));
        set(self.cookie(name, value).max_age(age).build());
    }

    /// Takes the staff cookie back.
    pub fn sign_out(&self) {
        set(self
            .cookie(STAFF, String::new())
            .max_age(Duration::ZERO)
            .build());
    }

    /// Keeps the choice of a language. It is not personal, and outlives the visit.
    pub fn speak(&self, lang: Lang) {
        set(self
            .cookie(LANGUAGE, lang.tag().to_owned())
            .max_age(Duration::days(365))
            .build());
    }

    fn cookie(&self, name: &str, value: String) -> cookie::CookieBuilder<'static> {
        Cookie::build((self.style.name(name), value))
            .path("/")
            .http_only(true)
            .secure(self.style == CookieStyle::Guarded)
            .same_site(SameSite::Lax)
    }
}

/// The language to speak: chosen before, else the browser's, else the catalogue's.
pub fn language(headers: &HeaderMap, default: Lang, style: CookieStyle) -> Lang {
    let chosen = cookie(headers, &style.name(LANGUAGE)).and_then(|tag| Lang::from_tag(&tag));
    let asked = || Lang::from_accept_language(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?);
    chosen.or_else(asked).unwrap_or(default)
}

/// The visitor of the request being answered.
///
/// # Panics
/// When a page is rendered without one, which is a mistake in the table of routes.
pub fn use_visitor() -> Visitor {
    expect_context()
}

/// Reads one cookie. Of a repeated name the first counts: browsers send the most specific first.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .find_map(|line| {
            Cookie::split_parse(line)
                .filter_map(Result::ok)
                .find(|it| it.name() == name)
                .map(|it| it.value().to_owned())
        })
}

/// Appends: inserting would drop the cookie set before.
pub fn set(cookie: Cookie<'static>) {
    let response: ResponseOptions = expect_context();
    let line = HeaderValue::from_str(&cookie.to_string())
        .expect("our cookies are made of header characters");
    response.append_header(header::SET_COOKIE, line);
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::Request;

    fn visitor(style: CookieStyle, cookies: &str) -> Visitor {
        let request = Request::builder().header(header::COOKIE, cookies).body(());
        let (parts, ()) = request.expect("a request").into_parts();
        Visitor::read(&parts, Lang::En, style, String::new())
    }

    fn given(style: CookieStyle) -> String {
        let cookie = visitor(style, "").cookie(VISITOR, "secret".to_owned());
        cookie.build().to_string()
    }

    #[test]
    fn a_cookie_is_for_this_host_over_https_and_never_for_a_script() {
        let guarded = given(CookieStyle::Guarded);
        assert!(guarded.starts_with("__Host-visitor=secret;"), "{guarded}");
        for part in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
            assert!(guarded.contains(part), "{guarded}");
        }
        // The prefix forbids one, and a browser would drop the cookie.
        assert!(!guarded.contains("Domain"), "{guarded}");
    }

    #[test]
    fn on_plain_http_the_same_cookie_has_a_plain_name() {
        let plain = given(CookieStyle::Plain);
        assert!(plain.starts_with("visitor=secret;"), "{plain}");
        assert!(
            plain.contains("HttpOnly") && plain.contains("SameSite=Lax"),
            "{plain}"
        );
        assert!(!plain.contains("Secure"), "{plain}");
    }

    #[test]
    fn a_name_that_a_neighbour_could_have_set_is_not_listened_to() {
        let cookies = "visitor=theirs; staff=theirs; language=en";
        let visitor = visitor(CookieStyle::Guarded, cookies);
        assert_eq!(visitor.token, None);
        assert_eq!(visitor.staff, None);
    }
}
