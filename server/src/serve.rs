//! Starting and stopping: opens what must be open, says where it serves, and lets what was begun be
//! finished. Whatever is wrong stops the start with one clear line.

use crate::{
    assets::Assets,
    catalogue::{self, Shelf, house::ConnectorKind},
    config::{Config, Mode, World},
    connectors::{
        Connectors, desk,
        polling::{OnTurn, Poller},
        settings::ConnectorSettings,
    },
    demo,
    front::{Front, router},
    health::Health,
    notices::{Teller, ways::Ways},
    office::{Entrance, Looked, Office, Provider, legs},
    outbox::{Carrier, Clock},
    store::{Database, Store},
};
use anyhow::{Context, anyhow, ensure};
use app::visitor::CookieStyle;
use axum::serve::ListenerExt;
use jiff::Timestamp;
use std::{path::PathBuf, sync::Arc, time::Duration};
use tokio::signal::unix::{SignalKind, signal};

/// How often what time alone brings about is looked for.
const SWEEP: Duration = Duration::from_secs(60);
/// How often promises are looked at.
const WATCH: Duration = Duration::from_secs(2);

/// The back office of some settings: store, catalogue, and the ways to other back offices.
///
/// # Errors
/// When the catalogue is wrong, the store cannot be opened, or a connector is badly set.
pub async fn open(config: &Config) -> anyhow::Result<(Office, Connectors)> {
    let shelf = Shelf::open(config.catalogue.clone()).map_err(|findings| {
        anyhow!(
            "the catalogue is wrong\n{}",
            catalogue::command::report(&findings)
        )
    })?;
    let store = Store::open_on(Database::of(config)?).await?;
    let connectors = Connectors::from_settings(&config.connectors)?;
    for connector in &shelf.current().organisation.connectors {
        let (code, kind) = (connector.code.as_str(), connector.kind.code());
        let set = match code {
            desk::NAME => Some(ConnectorKind::Desk.code()),
            _ => config.connectors.get(code).map(ConnectorSettings::kind),
        };
        let set = set.with_context(|| {
            format!("connectors.{code}: the catalogue uses it, and it is not set")
        })?;
        ensure!(
            set == kind,
            "connectors.{code}: it is a {kind} in the catalogue and a {set} in the settings"
        );
    }
    let public_url = config.public_url.origin();
    let provider = config
        .oidc
        .clone()
        .map(|settings| Provider::new(settings, &public_url))
        .transpose()?;
    let ahead = i64::from(config.ahead) * 3_600_000_000;
    let clock: Clock = Arc::new(move || Timestamp::now().as_microsecond() + ahead);
    let office = Office {
        carrier: Carrier::new(store.clone(), connectors.clone()),
        store,
        shelf: Arc::new(shelf),
        keys: Arc::new(config.keys.clone()),
        clock,
        public_url: public_url.into(),
        entrance: Entrance::new()?.with(config.staff.clone(), provider),
    };
    Ok((office, connectors))
}

/// Serves until it is told to stop.
///
/// # Errors
/// When something it needs cannot be opened; one line says what.
pub async fn serve(config: Config) -> anyhow::Result<()> {
    let site = match &config.site {
        Some(site) => site.clone(),
        None => beside_the_program()?,
    };
    let assets = Arc::new(Assets::load(&site)?);
    let (office, connectors) = open(&config).await?;
    if config.world == World::Demo {
        demo::settle(&office)
            .await
            .context("the demo world cannot be made")?;
    }
    if config.world == World::Demo {
        println!(
            "demo world: {}\n{}",
            config.public_url.origin(),
            demo::accounts()
        );
    }
    let health = Health::new(office.store.clone());
    let carrying = office.carrier.start(office.clock.clone());
    let on_turn: OnTurn = Arc::new(|tx, turn| Box::pin(legs::turned(tx, turn)));
    let poller = Poller::new(
        office.store.clone(),
        connectors,
        office.carrier.clone(),
        on_turn,
    );
    let polling = poller.start(office.clock.clone());
    let telling = Teller::new(office.clone(), Ways::from_settings(&config)?).start();
    let sweeping = tokio::spawn(sweep(office.clone()));
    let watching = tokio::spawn(watch(office.clone()));
    let reloading = tokio::spawn(reload(office.shelf.clone()));
    let metrics = match config.metrics_addr {
        Some(addr) => Some(tokio::spawn(crate::meters::listen(addr).await?)),
        None => None,
    };
    let listener = tokio::net::TcpListener::bind(config.addr)
        .await
        .with_context(|| format!("cannot listen on {}", config.addr))?;
    tracing::info!(address = %listener.local_addr()?, url = config.public_url.origin(), "serving");
    let cookies = if config.public_url.is_https() {
        CookieStyle::Guarded
    } else {
        CookieStyle::Plain
    };
    // A page is written in one go; waiting for more of it would only delay it.
    let listener = listener.tap_io(|connection| {
        let _closed_already = connection.set_nodelay(true);
    });
    let store = office.store.clone();
    let front = Front {
        office,
        assets,
        cookies,
        health: health.clone(),
    };
    let service =
        router(front, &config).into_make_service_with_connect_info::<std::net::SocketAddr>();
    axum::serve(listener, service)
        .with_graceful_shutdown(stopped(health, config.mode))
        .await?;
    sweeping.abort();
    watching.abort();
    reloading.abort();
    if let Some(metrics) = metrics {
        metrics.abort();
    }
    telling.stop().await;
    polling.stop().await;
    carrying.stop().await;
    store.close().await;
    Ok(())
}

fn beside_the_program() -> anyhow::Result<PathBuf> {
    let program =
        std::env::current_exe().context("cannot tell where the program is; use --site")?;
    Ok(program.with_file_name("site"))
}

/// Does now and then what time alone brings about, and tells the meters how the outbox stands.
async fn sweep(office: Office) {
    let mut tick = tokio::time::interval(SWEEP);
    loop {
        tick.tick().await;
        match office.sweep().await {
            Ok(swept) if swept != Default::default() => tracing::info!(?swept, "swept"),
            Ok(_) => {}
            Err(error) => tracing::error!(error = format!("{error:#}"), "cannot sweep"),
        }
        match crate::store::outbox::depth(office.store.read()).await {
            Ok(depth) => {
                let oldest = depth
                    .oldest_at
                    .map_or(0, |at| office.now().saturating_sub(at).max(0));
                let oldest = Duration::from_micros(oldest.unsigned_abs());
                crate::meters::outbox(u32::try_from(depth.waiting).unwrap_or(u32::MAX), oldest);
            }
            Err(error) => {
                tracing::error!(error = format!("{error:#}"), "cannot look at the outbox")
            }
        }
    }
}

/// Raises what is due, one step after the other, and then rests until more may be.
async fn watch(office: Office) {
    let mut tick = tokio::time::interval(WATCH);
    loop {
        tick.tick().await;
        loop {
            match office.watch().await {
                Ok(Looked::Nothing) => break,
                Ok(_) => {}
                Err(error) => {
                    tracing::error!(error = format!("{error:#}"), "cannot watch the promises");
                    break;
                }
            }
        }
    }
}

/// Reads the catalogue again whenever it is told to (SIGHUP). One that is wrong is told of, and the
/// last good one stays.
async fn reload(shelf: Arc<Shelf>) {
    let mut told = signal(SignalKind::hangup()).expect("signals can be listened to");
    while told.recv().await.is_some() {
        match shelf.reload() {
            Ok(house) => tracing::info!(version = house.version, "the catalogue was read again"),
            Err(findings) => {
                let findings = catalogue::command::report(&findings);
                tracing::error!(
                    findings,
                    "the edited catalogue is wrong; the last good one stays"
                );
            }
        }
    }
}

/// Waits for a signal. In production the load balancer gets a moment to see that we are draining.
async fn stopped(health: Health, mode: Mode) {
    let mut terminated = signal(SignalKind::terminate()).expect("signals can be listened to");
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminated.recv() => {}
    }
    health.drain();
    if mode == Mode::Production {
        tokio::time::sleep(Duration::from_secs(3)).await;
    }
}
