//! The log of the program as it is released, asked for everything it could say: one JSON object a
//! line, each request under its id, and nothing in it that a customer typed or must keep secret.
//! The program runs from a folder that is not its own, as it may.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../ground/mod.rs"]
mod ground;

use ground::Ground;
use reqwest::{Client, Response, header, redirect::Policy};
use serde_json::Value;
use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, channel},
    thread::JoinHandle,
};

/// The program, its address, and what it says on standard error.
struct Program {
    child: Child,
    url: String,
    serving: Receiver<()>,
    log: Option<JoinHandle<Vec<String>>>,
}

impl Program {
    fn start(ground: &Ground) -> Self {
        let folder = ground.folder();
        let site = folder.join("site");
        std::fs::create_dir_all(site.join("pkg")).unwrap();
        std::fs::write(site.join("pkg/s.css"), "").unwrap();
        std::fs::write(site.join("pkg/a.js"), "").unwrap();
        let list = r#"{"style.css": "/pkg/s.css", "awake.js": "/pkg/a.js"}"#;
        std::fs::write(site.join("assets.json"), list).unwrap();
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = free.local_addr().unwrap().to_string();
        drop(free);
        let mut child = Command::new(env!("CARGO_BIN_EXE_onefront"))
            .current_dir(folder)
            .env_clear()
            .env("RUST_LOG", "trace")
            .env("ONEFRONT_MODE", "production")
            .env("ONEFRONT_ADDR", &address)
            .env("ONEFRONT_METRICS_ADDR", "")
            .env("ONEFRONT_PUBLIC_URL", "https://care.example.com")
            .env("ONEFRONT_KEYS", format!("1:{}", "5a".repeat(32)))
            .env("ONEFRONT_TRUSTED_HOPS", "1")
            .env("ONEFRONT_SITE", "site")
            .env("ONEFRONT_DATA", "data")
            .envs(
                ground
                    .database_url()
                    .map(|url| ("ONEFRONT_DATABASE_URL", url)),
            )
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let (tell, serving) = channel();
        let log = std::thread::spawn(move || {
            let heard = |line: &String| {
                if line.contains("\"serving\"") {
                    let _ = tell.send(());
                }
            };
            lines.map_while(Result::ok).inspect(heard).collect()
        });
        Self {
            child,
            url: format!("http://{address}"),
            serving,
            log: Some(log),
        }
    }

    /// Everything it has said until its end.
    fn end(mut self) -> Vec<String> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.log.take().unwrap().join().unwrap()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A browser that keeps one cookie.
struct Browser<'p> {
    program: &'p Program,
    client: Client,
    cookie: String,
}

impl Browser<'_> {
    async fn get(&mut self, path: &str) -> String {
        let request = self.client.get(format!("{}{path}", self.program.url));
        let answer = self.headers(request).send().await.unwrap();
        answer.text().await.unwrap()
    }

    async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Response {
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        let request = self
            .client
            .post(format!("{}{path}", self.program.url))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body.finish());
        let answer = self.headers(request).send().await.unwrap();
        for line in answer.headers().get_all(header::SET_COOKIE) {
            self.cookie = line.to_str().unwrap().split(';').next().unwrap().to_owned();
        }
        assert_eq!(answer.status().as_u16(), 303, "{path}");
        answer
    }

    fn headers(&self, request: reqwest::RequestBuilder) -> reqwest::RequestBuilder {
        request
            .header("accept", "text/html")
            .header("accept-language", "en")
            .header("sec-fetch-site", "same-origin")
            .header("x-forwarded-for", ADDRESS)
            .header("user-agent", AGENT)
            .header("cookie", &self.cookie)
    }
}

const ADDRESS: &str = "203.0.113.77";
const AGENT: &str = "canary-browser";
const TYPED: [&str; 10] = [
    "canary-details",
    "13800138000",
    "13900139000",
    "canary-message",
    "canary-login",
    "canary-password",
    "canary-code",
    "canary-state",
    "canary-token",
    "canary-moving",
];

fn between<'h>(html: &'h str, before: &str, after: &str) -> &'h str {
    let from = html
        .find(before)
        .unwrap_or_else(|| panic!("{before} in {html}"))
        + before.len();
    let rest = &html[from..];
    &rest[..rest.find(after).unwrap()]
}

/// A whole journey; what must not be told of it.
async fn walk(program: &Program) -> Vec<String> {
    let mut browser = Browser {
        program,
        client: Client::builder().redirect(Policy::none()).build().unwrap(),
        cookie: String::new(),
    };
    let start = browser.get("/enquiry?phone=13800138000").await;
    let key = between(&start, "name=\"key\" value=\"", "\"").to_owned();
    for (step, field, typed) in [
        ("topic", "topic", "broadband-installation"),
        ("details", "details", "canary-details"),
        ("contact", "phone", "13800138000"),
    ] {
        let fields = [
            ("key", key.as_str()),
            ("step", step),
            (field, typed),
            ("contact", "phone"),
        ];
        browser.post("/api/enquiry/answer", &fields).await;
    }
    let fields = [("key", key.as_str()), ("step", "check")];
    let sent = browser.post("/api/enquiry/send", &fields).await;
    let receipt = sent.headers()[header::LOCATION]
        .to_str()
        .unwrap()
        .to_owned();
    let html = browser.get(&receipt).await;
    let secret = between(&html, "/c/", "\"").to_owned();
    let reference = receipt.trim_start_matches("/receipt/").to_owned();
    browser.get(&format!("/c/{secret}")).await;
    browser
        .post("/api/track/open", &[("secret", &secret)])
        .await;
    let message = [
        ("reference", reference.as_str()),
        ("text", "canary-message"),
    ];
    browser.post("/api/track/write", &message).await;
    for contact in ["13800138000", "13900139000"] {
        let look = [("reference", reference.as_str()), ("contact", contact)];
        browser.post("/api/track/find", &look).await;
    }
    let staff = [("login", "canary-login"), ("password", "canary-password")];
    browser.post("/api/staff/sign-in", &staff).await;
    browser.get("/m/canary-moving").await;
    let moving = [("code", "canary-moving")];
    browser.post("/api/move/claim", &moving).await;
    browser.get("/canary-details/13800138000").await;
    come_in(program).await;
    let (_, token) = browser.cookie.split_once('=').unwrap();
    vec![secret, reference, key, token.to_owned()]
}

/// The other ways in, with what would open them.
async fn come_in(program: &Program) {
    let mut browser = Browser {
        program,
        client: Client::builder().redirect(Policy::none()).build().unwrap(),
        cookie: "__Host-half=canary-token; __Host-staff=canary-token; __Host-provider=canary-token"
            .to_owned(),
    };
    browser
        .get("/staff/provider/back?code=canary-code&state=canary-state")
        .await;
    let password = [("old", "canary-password"), ("new", "canary-password")];
    browser.post("/api/account/password", &password).await;
    let code = [("code", "canary-code"), ("state", "canary-state")];
    browser.post("/api/staff/code", &code).await;
    browser.post("/api/staff/provider", &code).await;
}

#[tokio::test]
async fn the_log_tells_nothing_of_anybody_whatever_it_is_asked_for() {
    let ground = Ground::new().await;
    let program = Program::start(&ground);
    program.serving.recv().expect("it serves");
    let secrets = walk(&program).await;
    let log = program.end();
    let mut answered = 0;
    for line in &log {
        let event: Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}"));
        if event["message"] == "answered" {
            answered += 1;
            assert_eq!(event["span"]["id"].as_str().unwrap().len(), 16, "{line}");
        }
        for typed in TYPED.iter().chain([&ADDRESS, &AGENT]) {
            assert!(!line.contains(typed), "{typed}: {line}");
        }
        for secret in &secrets {
            assert!(!line.contains(secret.as_str()), "{secret}: {line}");
        }
    }
    assert_eq!(answered, 19, "every request has its line");
    let statements = log.iter().filter(|line| line.contains("sqlx"));
    assert!(statements.count() > 10, "libraries were asked too");
}
