//! One connection to a server, kept alive, as a browser has it. It follows nothing and keeps no
//! cookies: what is asked is exactly what is measured.

use anyhow::Context;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode, Uri, header};
use http_body_util::{BodyExt, Full};
use hyper::{
    body::Bytes,
    client::conn::http1::{SendRequest, handshake},
};
use hyper_util::rt::TokioIo;
use std::net::SocketAddr;
use tokio::net::TcpStream;

/// What is asked: made once, asked as often as wanted.
#[derive(Clone, Debug)]
pub struct Ask {
    /// How.
    pub method: Method,
    /// Path and query.
    pub uri: Uri,
    /// Everything a browser says of itself.
    pub headers: HeaderMap,
    /// The form, if one is posted.
    pub body: Bytes,
}

/// What came back, whole.
#[derive(Clone, Debug)]
pub struct Answer {
    /// How it went.
    pub status: StatusCode,
    /// What was said about it.
    pub headers: HeaderMap,
    /// What was sent, as it went over the wire.
    pub body: Bytes,
}

/// The customers' address of the server that is measured. Production wants https, which ends at a
/// proxy; the bench stands where that proxy would.
pub const HOST: &str = "bench.example";

const FROM: HeaderName = HeaderName::from_static("x-forwarded-for");
const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

impl Ask {
    /// Asks for a page, as a phone in English does.
    ///
    /// # Errors
    /// When the path is none.
    pub fn page(path: &str) -> anyhow::Result<Self> {
        let fixed = [
            (header::HOST, HOST),
            (header::ACCEPT, "text/html"),
            (header::ACCEPT_ENCODING, "gzip, deflate, br, zstd"),
            (header::ACCEPT_LANGUAGE, "en"),
            (SITE, "same-origin"),
        ];
        let fixed = fixed.map(|(name, value)| (name, HeaderValue::from_static(value)));
        Ok(Self {
            method: Method::GET,
            uri: path.parse().context("not a path")?,
            headers: fixed.into_iter().collect(),
            body: Bytes::new(),
        })
    }

    /// Posts a form.
    ///
    /// # Errors
    /// When the path is none.
    pub fn form(path: &str, fields: &[(String, String)]) -> anyhow::Result<Self> {
        let mut ask = Self::page(path)?;
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        ask.headers.insert(header::CONTENT_TYPE, form);
        ask.method = Method::POST;
        ask.body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish()
            .into();
        Ok(ask)
    }

    /// The same from an address of one's own, as a proxy in front reports it.
    pub fn from(mut self, customer: usize) -> Self {
        let bits = u32::try_from(customer).unwrap_or_default() + 1;
        let address = std::net::Ipv4Addr::from_bits(0x0a00_0000 | (bits & 0x00ff_ffff));
        self.say(FROM, &address.to_string());
        self
    }

    /// The same with a cookie.
    pub fn with_cookie(mut self, cookie: &str) -> Self {
        self.say(header::COOKIE, cookie);
        self
    }

    /// The same as plain HTML, for reading.
    pub fn unpacked(mut self) -> Self {
        self.headers.remove(header::ACCEPT_ENCODING);
        self
    }

    fn say(&mut self, name: HeaderName, value: &str) {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.insert(name, value);
        }
    }

    fn request(self) -> Request<Full<Bytes>> {
        let mut request = Request::new(Full::new(self.body));
        *request.method_mut() = self.method;
        *request.uri_mut() = self.uri;
        *request.headers_mut() = self.headers;
        request
    }
}

/// See the module.
#[derive(Debug)]
pub struct Line(SendRequest<Full<Bytes>>);

impl Line {
    /// Connects.
    ///
    /// # Errors
    /// When nobody listens.
    pub async fn open(address: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (line, driving) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(driving);
        Ok(Self(line))
    }

    /// Asks, and reads the answer to its end.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn ask(&mut self, ask: Ask) -> anyhow::Result<Answer> {
        self.0.ready().await?;
        let (head, body) = self.0.send_request(ask.request()).await?.into_parts();
        Ok(Answer {
            status: head.status,
            headers: head.headers,
            body: body.collect().await?.to_bytes(),
        })
    }
}
