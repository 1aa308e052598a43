//! Customers on their way: each takes the first page, gets a key and a cookie, answers every step,
//! and stands before "send". Sending is what is measured; getting there is not.

use crate::{
    form::Form,
    line::{Answer, Ask, Line},
};
use anyhow::{Context, bail, ensure};
use axum::http::{StatusCode, header};
use std::{net::SocketAddr, sync::Arc};
use tokio::task::JoinSet;

/// How many customers are on their way at once.
const AT_ONCE: usize = 16;
/// No journey has more steps.
const MOST: usize = 24;

/// A journey as it was walked once: where it begins and what is posted, step by step.
#[derive(Clone, Debug)]
pub struct Journey {
    base: &'static str,
    steps: Vec<Form>,
    send: Form,
}

impl Journey {
    /// Walks a journey page by page to find out what it asks.
    ///
    /// # Errors
    /// When it does not lead to the page that shows all answers.
    pub async fn walk(address: SocketAddr, base: &'static str) -> anyhow::Result<Self> {
        let mut line = Line::open(address).await?;
        let (mut at, mut cookie, mut steps) = (base.to_owned(), None::<String>, Vec::new());
        for _ in 0..MOST {
            let mut ask = Ask::page(&at)?.unpacked();
            if let Some(cookie) = &cookie {
                ask = ask.with_cookie(cookie);
            }
            let page = line.ask(ask).await?;
            let form = Form::read(&String::from_utf8_lossy(&page.body)).context(at.clone())?;
            if at == format!("{base}/check") {
                let send = form;
                return Ok(Self { base, steps, send });
            }
            let answer = line
                .ask(posted(&form, &form.key, cookie.as_deref())?)
                .await?;
            cookie = cookie.or_else(|| given(&answer));
            let next = led_to(&answer)?;
            ensure!(!next.contains('?'), "the answers were refused: {next}");
            steps.push(form);
            at = next;
        }
        bail!("{base} leads nowhere")
    }

    /// Brings so many customers to the end, and returns what each will send.
    ///
    /// # Errors
    /// When one is not let through.
    pub async fn prepare(&self, address: SocketAddr, many: usize) -> anyhow::Result<Vec<Ask>> {
        let journey = Arc::new(self.clone());
        let mut walking = JoinSet::new();
        for first in 0..AT_ONCE.min(many) {
            let journey = journey.clone();
            walking.spawn(async move {
                let mut line = Line::open(address).await?;
                let mut ready = Vec::new();
                for customer in (first..many).step_by(AT_ONCE) {
                    ready.push(journey.follow(&mut line, customer).await?);
                }
                anyhow::Ok(ready)
            });
        }
        let mut ready = Vec::with_capacity(many);
        while let Some(walked) = walking.join_next().await {
            ready.extend(walked??);
        }
        Ok(ready)
    }

    /// One customer's way, without looking at the pages in between.
    async fn follow(&self, line: &mut Line, customer: usize) -> anyhow::Result<Ask> {
        let page = line
            .ask(Ask::page(self.base)?.unpacked().from(customer))
            .await?;
        let key = Form::read(&String::from_utf8_lossy(&page.body))?.key;
        let mut cookie = None;
        for step in &self.steps {
            let ask = posted(step, &key, cookie.as_deref())?.from(customer);
            let answer = line.ask(ask).await?;
            let _next = led_to(&answer)?;
            cookie = cookie.or_else(|| given(&answer));
        }
        Ok(posted(&self.send, &key, cookie.as_deref())?.from(customer))
    }
}

fn posted(form: &Form, key: &str, cookie: Option<&str>) -> anyhow::Result<Ask> {
    let mut fields = vec![("key".to_owned(), key.to_owned())];
    fields.extend_from_slice(&form.fields);
    let ask = Ask::form(&form.action, &fields)?;
    Ok(match cookie {
        Some(cookie) => ask.with_cookie(cookie),
        None => ask,
    })
}

/// Name and value of the cookie that was given.
fn given(answer: &Answer) -> Option<String> {
    let cookie = answer.headers.get(header::SET_COOKIE)?.to_str().ok()?;
    Some(cookie.split(';').next()?.to_owned())
}

fn led_to(answer: &Answer) -> anyhow::Result<String> {
    let status = answer.status;
    ensure!(status == StatusCode::SEE_OTHER, "answered with {status}");
    let place = answer.headers.get(header::LOCATION);
    Ok(place.context("led nowhere")?.to_str()?.to_owned())
}
