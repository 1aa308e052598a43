//! Sending a form as data. What goes over the wire is what the browser would have sent; what comes
//! back is read without leaving the page.

use super::kept::{data, has_file, plain};
use crate::reply::Reply;
use gloo_net::http::Request;
use leptos::{
    prelude::{TimeoutHandle, set_timeout_with_handle},
    wasm_bindgen::{JsCast, JsValue},
};
use std::time::Duration;
use web_sys::{
    AbortController, HtmlFormElement,
    js_sys::{Array, JSON, Reflect},
};

/// Why nothing came back that could be acted on. Each has its notice on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No connection, or none that answers.
    Offline,
    /// Too many tries.
    TooMany,
    /// It cannot be stored now.
    Unavailable,
}

impl Trouble {
    /// The name its notice has on the page.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Offline => "offline",
            Self::TooMany => "too-many",
            Self::Unavailable => "unavailable",
        }
    }
}

/// A connection that says nothing for so long is dead. Sending again is safe: the form's key makes
/// it the same submission.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// A file takes its time on a slow network, and says nothing meanwhile.
const LONG: Duration = Duration::from_secs(300);

/// Sends a form to where it goes, with what the pressed button says.
pub async fn send(
    form: &HtmlFormElement,
    to: &str,
    act: Option<(String, String)>,
) -> Result<Reply, Trouble> {
    let data = data(form);
    if let Some((name, value)) = act {
        let _our_own_words = data.append_with_str(&name, &value);
    }
    let answer = match has_file(form) {
        true => post(to, data.into(), LONG).await?,
        false => post(to, plain(&data).into(), PATIENCE).await?,
    };
    read(&answer).ok_or(Trouble::Unavailable)
}

/// Reads a [`Reply`] with the browser's own reader; ours would cost more bytes than all the islands.
fn read(answer: &str) -> Option<Reply> {
    let answer = JSON::parse(answer).ok()?;
    let part = |name: &str| Reflect::get(&answer, &name.into()).ok();
    if let Some(path) = part("see")?.as_string() {
        return Some(Reply::See(path));
    }
    let faults: Array = part("mend")?.dyn_into().ok()?;
    let fault = |pair: JsValue| {
        let pair: Array = pair.dyn_into().ok()?;
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    };
    faults
        .iter()
        .map(fault)
        .collect::<Option<_>>()
        .map(Reply::Mend)
}

/// Posts a form, of which the browser says what it is; gives the text of an answer that can be acted
/// on.
pub async fn post(action: &str, body: JsValue, patience: Duration) -> Result<String, Trouble> {
    let patience = Patience::new(patience);
    let request = Request::post(action)
        .header("accept", "application/json")
        .abort_signal(patience.signal().as_ref())
        .body(body);
    let answer = request.map_err(|_| Trouble::Unavailable)?.send().await;
    let answer = answer.map_err(|_| Trouble::Offline)?;
    match answer.status() {
        200 | 422 => answer.text().await.map_err(|_| Trouble::Offline),
        429 => Err(Trouble::TooMany),
        _ => Err(Trouble::Unavailable),
    }
}

/// Ends a request that takes too long; done with as soon as it is dropped.
struct Patience {
    controller: Option<AbortController>,
    end: Option<TimeoutHandle>,
}

impl Patience {
    fn new(patience: Duration) -> Self {
        let controller = AbortController::new().ok();
        let end = controller.clone().and_then(|controller| {
            set_timeout_with_handle(move || controller.abort(), patience).ok()
        });
        Self { controller, end }
    }

    fn signal(&self) -> Option<web_sys::AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }
}

impl Drop for Patience {
    fn drop(&mut self) {
        if let Some(end) = self.end.take() {
            end.clear();
        }
    }
}
