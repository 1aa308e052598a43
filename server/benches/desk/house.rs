//! A house on a folder of its own, its people, and pages asked for without a network.

use anyhow::{Context, ensure};
use app::{desk::Role, visitor::CookieStyle};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Method, Request, header},
};
use server::{
    assets::Assets,
    catalogue::Shelf,
    config::{Config, Durability},
    connectors::Connectors,
    front::{Front, router},
    health::Health,
    office::{Entrance, Office},
    outbox::Carrier,
    store::{
        Database, Store,
        staff::{self, NewPerson},
    },
};
use std::{collections::BTreeMap, sync::Arc};
use tower::ServiceExt;

/// 2026-11-23 10:00 in Beijing, a Monday.
pub const NOW: i64 = 1_795_399_200_000_000;

/// The house.
pub struct House {
    /// What is behind its door.
    pub office: Office,
    router: Router,
    _folder: tempfile::TempDir,
}

impl House {
    /// On an empty folder.
    pub async fn open() -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let site = folder.path().join("site");
        std::fs::create_dir_all(site.join("pkg"))?;
        for file in ["pkg/s.css", "pkg/a.js"] {
            std::fs::write(site.join(file), "")?;
        }
        let list = r#"{"style.css": "/pkg/s.css", "awake.js": "/pkg/a.js"}"#;
        std::fs::write(site.join("assets.json"), list)?;
        let config = Config::read(None, std::iter::empty())?;
        let store = Store::open_on(Database::in_folder(
            &folder.path().join("data"),
            Durability::Normal,
        )?)
        .await?;
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
        Ok(Self {
            router: router(front, &config),
            office,
            _folder: folder,
        })
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
        ensure!(
            person.cookies.contains_key("staff"),
            "{login} cannot sign in"
        );
        Ok(person)
    }
}

/// Somebody with a browser.
#[derive(Default)]
pub struct Person {
    cookies: BTreeMap<String, String>,
}

impl Person {
    /// A page.
    pub async fn get(&mut self, house: &House, path: &str) -> anyhow::Result<String> {
        let (status, page) = self.ask(house, Method::GET, path, String::new()).await?;
        ensure!(status == 200, "{path}: {status}");
        Ok(page)
    }

    /// A form; where it leads is not followed.
    pub async fn post(
        &mut self,
        house: &House,
        path: &str,
        fields: &[(&str, &str)],
    ) -> anyhow::Result<()> {
        let form = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let (status, _) = self.ask(house, Method::POST, path, form).await?;
        ensure!(status == 303, "{path}: {status}");
        Ok(())
    }

    async fn ask(
        &mut self,
        house: &House,
        method: Method,
        path: &str,
        form: String,
    ) -> anyhow::Result<(u16, String)> {
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1:3000")
            .header(header::ACCEPT, "text/html")
            .header(header::ACCEPT_LANGUAGE, "zh-CN")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, cookies.join("; "))
            .header(header::CONTENT_LENGTH, form.len())
            .body(Body::from(form))?;
        let answer = house.router.clone().oneshot(request).await?;
        for line in answer.headers().get_all(header::SET_COOKIE) {
            let (name, value) = line
                .to_str()?
                .split(';')
                .next()
                .unwrap_or_default()
                .split_once('=')
                .context("a cookie")?;
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let status = answer.status().as_u16();
        let page = to_bytes(answer.into_body(), usize::MAX).await?;
        Ok((status, String::from_utf8(page.to_vec())?))
    }
}
