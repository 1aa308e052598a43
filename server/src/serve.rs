//! Starting and stopping: opens what must be open, serves, and lets what is begun be finished.

use crate::{
    assets::Assets,
    catalogue::Shelf,
    connectors::{
        Connectors,
        polling::{OnEnd, Poller},
    },
    front::{Front, router},
    keys::Keys,
    office::{Office, legs},
    outbox::{Carrier, Clock},
    store::Store,
};
use anyhow::{Context, anyhow};
use app::visitor::CookieStyle;
use jiff::Timestamp;
use std::{path::PathBuf, sync::Arc};

/// Serves until it is told to stop.
///
/// # Errors
/// When something it needs cannot be opened; one line says what.
pub async fn serve(site: Option<PathBuf>) -> anyhow::Result<()> {
    let site = match site {
        Some(site) => site,
        None => std::env::current_exe()?.with_file_name("site"),
    };
    let assets = Arc::new(Assets::load(&site)?);
    let shelf = Shelf::open(None)
        .map_err(|findings| anyhow!(crate::catalogue::command::report(&findings)))?;
    let data = std::env::var("ONEFRONT_DATA").unwrap_or_else(|_| "data".to_owned());
    let store = Store::open(data.as_ref()).await?;
    let clock: Clock = Arc::new(|| Timestamp::now().as_microsecond());
    let connectors = Connectors::new([]);
    let carrier = Carrier::new(store.clone(), connectors.clone());
    let carrying = carrier.start(clock.clone());
    let on_end: OnEnd = Arc::new(|tx, end| Box::pin(legs::ended(tx, end)));
    let polling =
        Poller::new(store.clone(), connectors, carrier.clone(), on_end).start(clock.clone());
    let office = Office {
        store: store.clone(),
        shelf: Arc::new(shelf),
        keys: Arc::new(Keys::known_to_all()),
        carrier,
        clock,
        public_url: "http://127.0.0.1:3000".into(),
    };
    let addr = std::env::var("ONEFRONT_ADDR").unwrap_or_else(|_| "127.0.0.1:3000".to_owned());
    let listener = tokio::net::TcpListener::bind(&addr)
        .await
        .with_context(|| format!("cannot listen on {addr}"))?;
    let front = Front {
        office,
        assets,
        cookies: CookieStyle::Plain,
    };
    axum::serve(listener, router(front))
        .with_graceful_shutdown(stopped())
        .await?;
    polling.stop().await;
    carrying.stop().await;
    store.close().await;
    Ok(())
}

async fn stopped() {
    let _asked = tokio::signal::ctrl_c().await;
}
