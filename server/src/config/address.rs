//! The address that customers see: a scheme, a host, perhaps a port, and nothing else.

use serde::Deserialize;
use std::{fmt, net::SocketAddr};
use url::Url;

/// The front's own origin, such as `https://care.example.com`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct PublicUrl(Url);

impl PublicUrl {
    /// The address of a front that nobody gave one: where it listens.
    pub fn of(addr: SocketAddr) -> Self {
        let text = format!("http://{addr}/");
        Self(
            text.parse()
                .expect("a socket address is the host and port of a URL"),
        )
    }

    /// As browsers write it into `Origin`, and as links begin.
    pub fn origin(&self) -> String {
        self.0.origin().ascii_serialization()
    }

    /// Whether everything travels encrypted.
    pub fn is_https(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// Whether this machine alone can see it, so that cookies need no https.
    pub fn is_local(&self) -> bool {
        match self.0.host() {
            Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(url::Host::Ipv4(address)) => address.is_loopback(),
            Some(url::Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        }
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.origin())
    }
}

impl TryFrom<String> for PublicUrl {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, &'static str> {
        let url: Url = text
            .parse()
            .map_err(|_| "expected an address such as https://care.example.com")?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err("expected an address that begins with https:// or http://");
        }
        let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        if !bare || !url.username().is_empty() || url.password().is_some() {
            return Err("expected a scheme, a host and perhaps a port, and nothing behind them");
        }
        Ok(Self(url))
    }
}
