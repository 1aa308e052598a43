//! One server over HTTP, and what its answers mean for what was sent. Redirects are not followed,
//! no address from an answer is ever used, and nothing of a body reaches the log.

use super::{
    Trouble,
    settings::{Credentials, HttpSettings},
};
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode, header};
use serde_json::Value;
use std::time::Duration;
use tokio::sync::Semaphore;
use url::Url;

/// A ticket with a long history is some hundred kilobytes; a page of them a few megabytes.
const LONGEST_BODY: usize = 8 << 20;
/// How much of a refusal's reason is kept.
const LONGEST_REASON: usize = 300;

/// A way to one server.
#[derive(Debug)]
pub struct Http {
    client: Client,
    base: Url,
    credentials: Option<Credentials>,
    places: Semaphore,
    at_once: usize,
    poll_every: Duration,
}

/// An answer that says yes.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Which yes.
    pub status: StatusCode,
    /// The last part of the `Location`, if there is one.
    pub created: Option<String>,
    /// How much there is in all, on a page of a list.
    pub total: Option<usize>,
    /// The body, or null if there is none that can be read.
    pub body: Value,
}

/// An answer, or that there is nothing at this address.
#[derive(Clone, Debug)]
pub enum Read {
    /// It is there.
    There(Answer),
    /// 404 or 410.
    Gone,
}

impl Http {
    /// Checks the settings and makes a client for them.
    ///
    /// # Errors
    /// Names the key that is wrong.
    pub fn new(settings: &HttpSettings) -> anyhow::Result<Self> {
        settings.check()?;
        let mut client = Client::builder()
            .user_agent(concat!("onefront/", env!("CARGO_PKG_VERSION")))
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(Duration::from_secs(settings.connect_seconds))
            .timeout(Duration::from_secs(settings.answer_seconds))
            .pool_max_idle_per_host(settings.at_once)
            .no_proxy();
        if let Some(proxy) = &settings.proxy {
            client = client.proxy(reqwest::Proxy::all(proxy.clone())?);
        }
        Ok(Self {
            client: client.build()?,
            base: settings.url.clone(),
            credentials: settings.credentials.clone(),
            places: Semaphore::new(settings.at_once),
            at_once: settings.at_once,
            poll_every: Duration::from_secs(settings.poll_seconds),
        })
    }

    /// How often a ticket is looked at.
    pub fn poll_every(&self) -> Duration {
        self.poll_every
    }

    /// How many requests go out at once.
    pub fn at_once(&self) -> usize {
        self.at_once
    }

    /// Asks for something. Whatever goes wrong, nothing was done.
    pub async fn read(&self, path: &[&str], query: &[(&str, &str)]) -> Result<Read, Trouble> {
        let request = self.request(Method::GET, path)?.query(query);
        match self.send(request).await {
            Ok(answer) => Ok(Read::There(answer)),
            Err(Refusal::Gone(_)) => Ok(Read::Gone),
            Err(Refusal::Conflict(trouble) | Refusal::Other(trouble)) => Err(trouble.of_reading()),
        }
    }

    /// Asks for something new. The key is for receivers that know a repeat by it.
    pub async fn create(&self, path: &[&str], body: &Value, key: &str) -> Result<Answer, Trouble> {
        self.write(Method::POST, path, body, key)
            .await
            .map_err(|refusal| match refusal {
                // A collection is not gone: the address is wrong, or something stands before it.
                Refusal::Gone(trouble) => Trouble::later(trouble.why()),
                // It may be there from an earlier try.
                Refusal::Conflict(trouble) => Trouble::Unknown(trouble.why().to_owned()),
                Refusal::Other(trouble) => trouble,
            })
    }

    /// Asks for a change to something that is there.
    pub async fn update(&self, path: &[&str], body: &Value, key: &str) -> Result<Answer, Trouble> {
        self.write(Method::PATCH, path, body, key)
            .await
            .map_err(|refusal| match refusal {
                Refusal::Gone(trouble) | Refusal::Conflict(trouble) | Refusal::Other(trouble) => {
                    trouble
                }
            })
    }

    async fn write(
        &self,
        method: Method,
        path: &[&str],
        body: &Value,
        key: &str,
    ) -> Result<Answer, Refusal> {
        let request = self.request(method, path).map_err(Refusal::Other)?;
        self.send(request.header("idempotency-key", key).json(body))
            .await
    }

    fn request(&self, method: Method, path: &[&str]) -> Result<RequestBuilder, Trouble> {
        let mut url = self.base.clone();
        {
            let mut segments = url.path_segments_mut().expect("http addresses have a path");
            segments.pop_if_empty();
            for segment in path {
                // A foreign id that is one of these would lead up the path instead of down.
                if matches!(*segment, "." | "..") {
                    return Err(Trouble::Refused("a ticket cannot have this id".to_owned()));
                }
                segments.push(segment);
            }
        }
        let request = self
            .client
            .request(method, url)
            .header(header::ACCEPT, "application/json");
        Ok(match &self.credentials {
            None => request,
            Some(Credentials::Basic { user, password }) => {
                request.basic_auth(user, Some(password.reveal()))
            }
            Some(Credentials::Bearer(token)) => request.bearer_auth(token.reveal()),
            Some(Credentials::ApiKey { header, key }) => request.header(header, key.reveal()),
        })
    }

    async fn send(&self, request: RequestBuilder) -> Result<Answer, Refusal> {
        let _place = self
            .places
            .acquire()
            .await
            .expect("the places are never closed");
        let response = request
            .send()
            .await
            .map_err(|error| Refusal::Other(unsent(&error)))?;
        let status = response.status();
        let after = seconds(&response, header::RETRY_AFTER);
        let created = text(&response, header::LOCATION).and_then(|address| last_part(&address));
        let total = text(&response, header::HeaderName::from_static("x-total-count"))
            .and_then(|n| n.trim().parse().ok());
        let body = read_body(response).await;
        if status.is_success() {
            // The status alone says that it was done; what cannot be read is asked for again.
            return Ok(Answer {
                status,
                created,
                total,
                body: body.unwrap_or_default(),
            });
        }
        let trouble = judge(status, after, &body.unwrap_or_default());
        Err(match status {
            StatusCode::NOT_FOUND | StatusCode::GONE => Refusal::Gone(trouble),
            StatusCode::CONFLICT => Refusal::Conflict(trouble),
            _ => Refusal::Other(trouble),
        })
    }
}

enum Refusal {
    Gone(Trouble),
    Conflict(Trouble),
    Other(Trouble),
}

/// What a request without an answer means.
fn unsent(error: &reqwest::Error) -> Trouble {
    if error.is_builder() {
        return Trouble::Refused("the request cannot be made".to_owned());
    }
    if error.is_connect() {
        return Trouble::later("no connection");
    }
    Trouble::Unknown(
        if error.is_timeout() {
            "no answer in time"
        } else {
            "the connection broke"
        }
        .to_owned(),
    )
}

/// What an answer that does not say yes means.
fn judge(status: StatusCode, after: Option<Duration>, body: &Value) -> Trouble {
    let why = reason(status, body);
    match status.as_u16() {
        // Not for this request's own sake: they end when somebody mends something.
        401 | 403 | 407 | 425 | 429 => Trouble::Later { why, after },
        503 if after.is_some() => Trouble::Later { why, after },
        // Something between us and the receiver gave up, or the receiver broke down underway.
        408 | 500..=599 => Trouble::Unknown(why),
        // It may be an answer to what was done (303), so it is as good as none.
        300..=399 => Trouble::Unknown(format!("{why}: redirects are not followed")),
        _ => Trouble::Refused(why),
    }
}

/// The status and what the receiver says about it, in the ways they do. What we sent is often
/// quoted in other fields; those are left out.
fn reason(status: StatusCode, body: &Value) -> String {
    let mut said = Vec::new();
    collect(body, &mut said);
    let mut text = format!("{} {}", status.as_u16(), said.join(", "));
    if let Some((cut, _)) = text.char_indices().nth(LONGEST_REASON) {
        text.truncate(cut);
    }
    text.trim_end().to_owned()
}

fn collect(body: &Value, said: &mut Vec<String>) {
    match body {
        Value::Object(fields) => {
            for (name, value) in fields {
                match (name.as_str(), value) {
                    (
                        "code" | "reason" | "message" | "msg" | "title" | "detail" | "error",
                        value,
                    ) => collect(value, said),
                    ("loc", Value::Array(path)) => {
                        said.push(
                            path.iter()
                                .filter_map(Value::as_str)
                                .collect::<Vec<_>>()
                                .join("."),
                        );
                    }
                    // A validator's list of sentences by field.
                    (field, Value::Array(list)) if list.iter().all(Value::is_string) => {
                        said.push(format!("{field}:"));
                        list.iter().for_each(|one| collect(one, said));
                    }
                    _ => {}
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|one| collect(one, said)),
        Value::String(text) => said.push(text.clone()),
        Value::Number(number) => said.push(number.to_string()),
        Value::Null | Value::Bool(_) => {}
    }
}

fn text(response: &Response, name: header::HeaderName) -> Option<String> {
    response
        .headers()
        .get(name)?
        .to_str()
        .ok()
        .map(str::to_owned)
}

fn seconds(response: &Response, name: header::HeaderName) -> Option<Duration> {
    text(response, name)?
        .trim()
        .parse()
        .ok()
        .map(Duration::from_secs)
}

fn last_part(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next()?.trim_end_matches('/');
    let last = path.rsplit('/').next().filter(|last| !last.is_empty())?;
    percent_decoded(last)
}

fn percent_decoded(text: &str) -> Option<String> {
    // The form decoder is the one at hand; it would turn a plus into a space.
    let plain = text.replace('+', "%2B");
    url::form_urlencoded::parse(plain.as_bytes())
        .next()
        .map(|(name, _)| name.into_owned())
}

async fn read_body(mut response: Response) -> Option<Value> {
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.ok()? {
        if bytes.len() + chunk.len() > LONGEST_BODY {
            return None;
        }
        bytes.extend_from_slice(&chunk);
    }
    serde_json::from_slice(&bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_reason_names_what_is_wrong_and_quotes_nothing_that_was_sent() {
        let fastapi = json!({"detail": [{"loc": ["body", "severity"], "msg": "field required", "input": "my number is"}]});
        let said = reason(StatusCode::UNPROCESSABLE_ENTITY, &fastapi);
        assert!(
            said.contains("body.severity") && said.contains("field required"),
            "{said}"
        );
        assert!(!said.contains("my number"));
        let tmf = json!({"code": 20, "reason": "invalid status", "status": "400"});
        assert_eq!(
            reason(StatusCode::BAD_REQUEST, &tmf),
            "400 20, invalid status"
        );
        assert_eq!(reason(StatusCode::BAD_GATEWAY, &Value::Null), "502");
        let django = json!({"queue": ["This field is required."]});
        assert_eq!(
            reason(StatusCode::BAD_REQUEST, &django),
            "400 queue:, This field is required."
        );
        assert!(
            reason(
                StatusCode::BAD_REQUEST,
                &json!({"message": "坏".repeat(999)})
            )
            .chars()
            .count()
                <= 300
        );
    }

    #[test]
    fn only_what_may_have_been_done_is_in_doubt() {
        let judged = |status: u16| judge(StatusCode::from_u16(status).unwrap(), None, &Value::Null);
        for status in [302, 303, 408, 500, 502, 503, 504] {
            assert!(matches!(judged(status), Trouble::Unknown(_)), "{status}");
        }
        for status in [401, 403, 429] {
            assert!(matches!(judged(status), Trouble::Later { .. }), "{status}");
        }
        for status in [400, 404, 405, 409, 412, 422] {
            assert!(matches!(judged(status), Trouble::Refused(_)), "{status}");
        }
    }

    #[test]
    fn an_id_is_the_last_part_of_its_address() {
        assert_eq!(last_part("/a/b/42").as_deref(), Some("42"));
        assert_eq!(
            last_part("https://h/a/x%2Fy+z/?q#f").as_deref(),
            Some("x/y+z")
        );
        assert_eq!(last_part("/"), None);
    }
}
