//! What operators ask: is it alive, may it get work. A back office that is away never takes the
//! front down, so nothing here asks for one.

use crate::store::Store;
use axum::{Router, http::StatusCode, routing::get};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// Whether this server may get work. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Health {
    store: Store,
    draining: Arc<AtomicBool>,
}

impl Health {
    /// Of a server that has just been started.
    pub fn new(store: Store) -> Self {
        Self {
            store,
            draining: Arc::default(),
        }
    }

    /// From now on it says that it wants no more work.
    pub fn drain(&self) {
        self.draining.store(true, Ordering::Relaxed);
    }

    /// `/healthz` (the process answers) and `/readyz` (the store takes writes, its schema is ours,
    /// and nobody has asked us to stop).
    pub fn routes<S: Clone + Send + Sync + 'static>(&self) -> Router<S> {
        let health = self.clone();
        Router::new()
            .route("/healthz", get(async || "alive\n"))
            .route(
                "/readyz",
                get(async move || match health.ready().await {
                    Ok(()) => (StatusCode::OK, "ready\n".to_owned()),
                    Err(why) => (
                        StatusCode::SERVICE_UNAVAILABLE,
                        format!("not ready: {why}\n"),
                    ),
                }),
            )
    }

    /// The reason is for a probe on the operator's network: it names no path and no query.
    async fn ready(&self) -> Result<(), String> {
        if self.draining.load(Ordering::Relaxed) {
            return Err("draining".to_owned());
        }
        self.store.ready().await.map_err(|error| {
            tracing::warn!(error = format!("{error:#}"), "not ready");
            error.to_string()
        })
    }
}
