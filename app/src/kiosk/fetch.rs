//! What the page fetches from the server it came from, by the browser's own call: the libraries around
//! it carry readers and errors of their own, which every kiosk would load and none uses.

use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Request, RequestInit, Response};

/// What came back.
pub struct Answer(Response);

impl Answer {
    /// Its HTTP status.
    pub fn status(&self) -> u16 {
        self.0.status()
    }

    /// Its body, as far as it came.
    ///
    /// # Errors
    /// When the connection broke off meanwhile.
    pub async fn text(&self) -> Result<String, JsValue> {
        let text = JsFuture::from(self.0.text()?).await?;
        text.as_string().ok_or(text)
    }
}

/// The text that lies at an address, if it is to be had. Why it is not is in the browser's log.
pub async fn text(address: &str) -> Option<String> {
    let request = Request::new_with_str(address).ok()?;
    let answer = fetch(&request).await.ok()?;
    match answer.status() {
        200 => answer.text().await.ok(),
        _ => None,
    }
}

/// Says something as JSON, and asks for the same.
///
/// # Errors
/// When nobody answers until it is given up.
pub async fn post(address: &str, json: &str, given_up: &AbortSignal) -> Result<Answer, JsValue> {
    let how = RequestInit::new();
    how.set_method("POST");
    how.set_body(&JsValue::from_str(json));
    how.set_signal(Some(given_up));
    let request = Request::new_with_str_and_init(address, &how)?;
    for name in ["accept", "content-type"] {
        request.headers().set(name, "application/json")?;
    }
    fetch(&request).await
}

async fn fetch(request: &Request) -> Result<Answer, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let answer = JsFuture::from(window.fetch_with_request(request)).await?;
    Ok(Answer(answer.dyn_into()?))
}
