//! A whole house on a folder of its own and a clock that the test sets.

use crate::ground::Ground;
use app::visitor::CookieStyle;
use axum::Router;
use server::{
    assets::Assets,
    catalogue::Shelf,
    config::Config,
    connectors::Connectors,
    front::{Front, router},
    health::Health,
    office::{Looked, Office, Rules},
    outbox::{Carrier, Outcome},
};
use sqlx::Row;
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

/// 2026-11-23 10:00 in Beijing, a Monday.
const START: i64 = 1_795_399_200_000_000;
pub const HOUR: i64 = 3_600_000_000;

pub struct House {
    pub office: Office,
    pub router: Router,
    now: Arc<AtomicI64>,
    ground: Ground,
}

impl House {
    pub async fn open() -> Self {
        Self::open_in(Ground::new().await, START, None).await
    }

    /// With secret keys of its own, newest first.
    pub async fn open_with_keys(keys: &str) -> Self {
        Self::open_in(Ground::new().await, START, Some(keys)).await
    }

    async fn open_in(ground: Ground, start: i64, keys: Option<&str>) -> Self {
        let site = ground.folder().join("site");
        std::fs::create_dir_all(site.join("pkg")).unwrap();
        for file in ["pkg/s.css", "pkg/a.js"] {
            std::fs::write(site.join(file), "").unwrap();
        }
        let list = r#"{"style.css": "/pkg/s.css", "awake.js": "/pkg/a.js"}"#;
        std::fs::write(site.join("assets.json"), list).unwrap();
        let set = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let keys = keys.map(|keys| set("ONEFRONT_KEYS", keys));
        let settings = keys.into_iter().chain([set("ONEFRONT_TRUSTED_HOPS", "1")]);
        let config = Config::read(None, settings).unwrap();
        let store = ground.store().await;
        let now = Arc::new(AtomicI64::new(start));
        let hands = now.clone();
        let office = Office {
            carrier: Carrier::new(store.clone(), Connectors::new([])),
            store: store.clone(),
            shelf: Arc::new(Shelf::open(None).unwrap()),
            keys: Arc::new(config.keys.clone()),
            clock: Arc::new(move || hands.load(Ordering::Relaxed)),
            public_url: "http://127.0.0.1:3000".into(),
            entrance: server::office::Entrance::new().unwrap(),
        };
        let front = Front {
            office: office.clone(),
            assets: Arc::new(Assets::load(&site).unwrap()),
            cookies: CookieStyle::Plain,
            health: Health::new(store),
        };
        Self {
            router: router(front, &config),
            office,
            now,
            ground,
        }
    }

    /// The same house with other rules for whoever comes in.
    pub fn ruled(mut self, rules: Rules) -> Self {
        self.office.entrance = self.office.entrance.clone().with(rules, None);
        let hops = ("ONEFRONT_TRUSTED_HOPS".to_owned(), "1".to_owned());
        let front = Front {
            office: self.office.clone(),
            assets: Arc::new(Assets::load(&self.ground.folder().join("site")).unwrap()),
            cookies: CookieStyle::Plain,
            health: Health::new(self.office.store.clone()),
        };
        self.router = router(front, &Config::read(None, [hops]).unwrap());
        self
    }

    /// The same house after a restart of the server.
    pub async fn restarted(self) -> Self {
        self.restarted_with_keys(None).await
    }

    /// And with other secret keys.
    pub async fn restarted_with_keys(self, keys: Option<&str>) -> Self {
        let start = self.now.load(Ordering::Relaxed);
        let Self {
            office,
            router,
            ground,
            ..
        } = self;
        drop(router);
        office.store.clone().close().await;
        Self::open_in(ground, start, keys).await
    }

    /// The office of another server on the same database; of SQLite there is only one.
    pub async fn other_server(&self) -> Office {
        if self.ground.database_url().is_none() {
            return self.office.clone();
        }
        let store = self.ground.store().await;
        Office {
            carrier: Carrier::new(store.clone(), Connectors::new([])),
            store,
            ..self.office.clone()
        }
    }

    pub fn pass(&self, hours: i64) {
        self.now.fetch_add(hours * HOUR, Ordering::Relaxed);
    }

    pub fn pass_seconds(&self, seconds: i64) {
        self.now.fetch_add(seconds * 1_000_000, Ordering::Relaxed);
    }

    pub async fn carry(&self) -> usize {
        let mut carried = 0;
        while self
            .office
            .carrier
            .carry_one((self.office.clock)())
            .await
            .unwrap()
            != Outcome::Empty
        {
            carried += 1;
        }
        carried
    }

    /// Looks at every promise whose time has come; which shares were raised, in order.
    pub async fn watch(&self) -> Vec<(String, u32)> {
        let mut raised = Vec::new();
        loop {
            match self.office.watch().await.unwrap() {
                Looked::Nothing => return raised,
                Looked::Quiet => {}
                Looked::Raised { case_id, share } => raised.push((case_id, share)),
            }
        }
    }

    /// Every leg that has its turn is done, one after the other.
    pub async fn finish(&self, reference: &str) {
        let case = self
            .text("select id from cases where reference = $1", reference)
            .await;
        self.carry().await;
        while let Some(leg) = self
            .maybe(
                "select id from legs where case_id = $1 and state = 'queued'",
                &case,
            )
            .await
        {
            let (case, now) = (case.clone(), (self.office.clock)());
            let done = self.office.store.write(move |tx| {
                Box::pin(
                    async move { server::office::legs::finish(tx, &case, &leg, "rule", now).await },
                )
            });
            done.await.unwrap();
            self.carry().await;
        }
    }

    pub async fn count(&self, what: &str) -> i64 {
        let sql = match what {
            "cases" => "select count(*) from cases",
            "events" => "select count(*) from events",
            "messages" => "select count(*) from events where kind = 'message'",
            "outbox" => "select count(*) from outbox",
            "visitors" => "select count(*) from visitors",
            "drafts" => "select count(*) from drafts",
            "set aside" => "select count(*) from set_aside",
            "looks" => "select count(*) from grants",
            "mended" => "select count(*) from self_repairs",
            "joins" => "select count(*) from incident_joins",
            "acts" => "select count(*) from acts",
            "staff" => "select count(*) from staff",
            "files" => "select count(*) from attachments",
            "kiosks" => "select count(*) from kiosks",
            "pairings" => "select count(*) from kiosk_pairings",
            "sheets" => "select count(*) from answer_sheets",
            "taps" => "select count(*) from taps",
            other => panic!("nothing called {other} is counted"),
        };
        sqlx::query(sql)
            .fetch_one(self.office.store.read())
            .await
            .unwrap()
            .get(0)
    }

    pub async fn text(&self, sql: &'static str, key: &str) -> String {
        self.maybe(sql, key).await.expect("a row")
    }

    pub async fn maybe(&self, sql: &'static str, key: &str) -> Option<String> {
        let row = sqlx::query(sql)
            .bind(key)
            .fetch_optional(self.office.store.read())
            .await
            .unwrap();
        row.map(|row| row.get(0))
    }

    pub async fn incident(&self, product: &str, place: &str) -> String {
        let (product, place) = (product.to_owned(), place.to_owned());
        let id = "0190-incident".to_owned();
        let key = id.clone();
        let opened = (self.office.clock)();
        let written = self.office.store.write(move |tx| {
            Box::pin(async move {
                sqlx::query(
                    "insert into incidents (id, product, place, title, text, opened_at) values ($1, $2, $3, 'cut', 'x', $4)",
                )
                .bind(key)
                .bind(product)
                .bind(place)
                .bind(opened)
                .execute(tx)
                .await?;
                Ok(())
            })
        });
        written.await.unwrap();
        id
    }
}
