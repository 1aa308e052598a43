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

    /// Whether the server stops.
    pub fn drains(&self) -> bool {
        self.draining.load(Ordering::Relaxed)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::Ground;
    use axum::{body::Body, extract::Request};
    use tower::ServiceExt;

    async fn ask(health: &Health, path: &str) -> (StatusCode, String) {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let routes: Router = health.routes();
        let answer = routes.oneshot(request).await.unwrap();
        let status = answer.status();
        let body = axum::body::to_bytes(answer.into_body(), 1024)
            .await
            .unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    async fn health() -> (Health, Ground) {
        let ground = Ground::new().await;
        (Health::new(ground.store().await), ground)
    }

    #[tokio::test]
    async fn a_server_that_drains_is_alive_and_wants_no_more_work() {
        let (health, _ground) = health().await;
        assert_eq!(ask(&health, "/readyz").await.0, StatusCode::OK);
        health.drain();
        let (status, why) = ask(&health, "/readyz").await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(why, "not ready: draining\n");
        assert_eq!(ask(&health, "/healthz").await.0, StatusCode::OK);
    }

    #[tokio::test]
    async fn a_store_that_takes_no_writes_is_not_ready() {
        let (health, _ground) = health().await;
        health.store.clone().close().await;
        let (status, why) = ask(&health, "/readyz").await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(why, "not ready: the store cannot be written\n");
    }

    #[tokio::test]
    async fn a_schema_that_is_not_ours_is_not_ready() {
        let (health, _ground) = health().await;
        let undone = health.store.write(|tx| {
            Box::pin(async move {
                sqlx::query("update _sqlx_migrations set success = false where version = 1")
                    .execute(tx)
                    .await?;
                Ok(())
            })
        });
        undone.await.unwrap();
        let (status, why) = ask(&health, "/readyz").await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(why, "not ready: migrations are not done\n");
    }
}
