//! A house with so many cases, and its people.

use crate::{fill::fill, ground::Ground, person::Person};
use anyhow::{Context, ensure};
use app::{desk::Role, visitor::CookieStyle};
use axum::Router;
use server::{
    assets::Assets,
    catalogue::Shelf,
    config::Config,
    connectors::Connectors,
    front::{Front, router},
    health::Health,
    office::{Entrance, Office},
    outbox::Carrier,
    store::staff::{self, NewPerson},
};
use std::sync::Arc;
use std::time::Instant;

/// 2026-11-23 10:00 in Beijing, a Monday.
pub const NOW: i64 = 1_795_399_200_000_000;

/// The house.
pub struct House {
    /// What is behind its door.
    pub office: Office,
    /// How many cases it has.
    pub cases: usize,
    router: Router,
    ground: Ground,
}

impl House {
    /// With so many cases; filled, if it was not before.
    pub async fn open(cases: usize) -> anyhow::Result<Self> {
        let ground = Ground::of(cases).await?;
        let site = ground.folder().join("site");
        std::fs::create_dir_all(site.join("pkg"))?;
        for file in ["pkg/s.css", "pkg/a.js"] {
            std::fs::write(site.join(file), "")?;
        }
        let list = r#"{"style.css": "/pkg/s.css", "awake.js": "/pkg/a.js"}"#;
        std::fs::write(site.join("assets.json"), list)?;
        let config = Config::read(None, std::iter::empty())?;
        let store = ground.store().clone();
        let shelf = Shelf::open(None).map_err(|_| anyhow::anyhow!("the catalogue is wrong"))?;
        let office = Office {
            carrier: Carrier::new(store.clone(), Connectors::new([])),
            store: store.clone(),
            shelf: Arc::new(shelf),
            keys: Arc::new(config.keys.clone()),
            clock: Arc::new(|| NOW),
            public_url: "http://127.0.0.1:3000".into(),
            entrance: Entrance::new()?,
        };
        let front = Front {
            office: office.clone(),
            assets: Arc::new(Assets::load(&site)?),
            cookies: CookieStyle::Plain,
            health: Health::new(store),
        };
        let house = Self {
            router: router(front, &config),
            office,
            cases,
            ground,
        };
        house.furnish().await?;
        Ok(house)
    }

    async fn furnish(&self) -> anyhow::Result<()> {
        if self.ground.is_filled() {
            eprintln!("== {} cases, filled before", self.cases);
            return Ok(());
        }
        let begun = Instant::now();
        let open = fill(self, self.cases).await?;
        self.ground.now_filled().await?;
        let took = begun.elapsed();
        eprintln!(
            "== {} cases, {open} parts to do: filled in {took:.0?}",
            self.cases
        );
        Ok(())
    }

    /// What answers for its pages.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// Somebody begins to work here; their key.
    pub async fn employ(
        &self,
        login: &str,
        unit: &str,
        department: &str,
        role: Role,
    ) -> anyhow::Result<String> {
        let password = self
            .office
            .entrance
            .passwords
            .hash("right".to_owned())
            .await?;
        let person = NewPerson {
            login: login.to_owned(),
            name: login.to_owned(),
            unit: unit.to_owned(),
            department: department.to_owned(),
            role,
            password,
        };
        let added = self
            .office
            .store
            .write(move |tx| Box::pin(async move { staff::add(tx, &person, 0).await }));
        ensure!(added.await?, "{login} is there already");
        let people = staff::working_here(self.office.store.read()).await?;
        let person = people.into_iter().find(|person| person.login == login);
        Ok(person.context("just added")?.id)
    }

    /// Somebody signs in.
    pub async fn sign_in(&self, login: &str) -> anyhow::Result<Person> {
        let mut person = Person::default();
        person
            .post(
                self,
                "/api/staff/sign-in",
                &[("login", login), ("password", "right")],
            )
            .await?;
        ensure!(person.is_in(), "{login} cannot sign in");
        Ok(person)
    }
}
