//! Text messages through an HTTP gateway: a POST of `{"id", "to", "text"}` as JSON, and the id once
//! more as `Idempotency-Key`, by which a gateway knows a repeat. Any 2xx means taken; 400 and 422
//! mean that this number never takes one; no answer, and every other trouble on the gateway's side,
//! is tried again. What a particular provider wants otherwise is a small translation beside it, as
//! every provider wants something else.

use super::Way;
use crate::{
    connectors::{Trouble, http::Http, settings::HttpSettings},
    notices::letter::Letter,
};
use async_trait::async_trait;
use serde_json::json;

/// See the module.
#[derive(Debug)]
pub struct Gateway {
    http: Http,
}

impl Gateway {
    /// Checks the settings and makes a client for them.
    ///
    /// # Errors
    /// Names the key that is wrong.
    pub fn new(settings: &HttpSettings) -> anyhow::Result<Self> {
        Ok(Self {
            http: Http::new(settings)?,
        })
    }
}

#[async_trait]
impl Way for Gateway {
    async fn send(&self, letter: &Letter) -> Result<(), Trouble> {
        let body = json!({ "id": letter.id, "to": letter.to, "text": letter.text });
        let sent = self.http.create(&[], &body, &letter.id).await;
        sent.map(drop)
    }
}
