//! Somebody who asks for pages of a house, without a network.

use crate::house::House;
use anyhow::{Context, ensure};
use axum::{
    body::{Body, to_bytes},
    http::{Method, Request, header},
};
use std::collections::BTreeMap;
use tower::ServiceExt;

/// Somebody with a browser.
#[derive(Default)]
pub struct Person {
    cookies: BTreeMap<String, String>,
}

impl Person {
    /// Whether they have signed in.
    pub fn is_in(&self) -> bool {
        self.cookies.contains_key("staff")
    }

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
        let answer = house.router().oneshot(request).await?;
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
