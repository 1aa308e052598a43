//! A customer with a browser that runs no script: cookies, forms, redirects.

use super::house::House;
use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, header, request::Builder},
};
use std::collections::BTreeMap;
use tower::ServiceExt;

#[derive(Clone, Default)]
pub struct Customer {
    pub cookies: BTreeMap<String, String>,
    pub key: String,
    /// The address the house's own proxy saw; all without one share one.
    pub from: String,
}

pub struct Page {
    pub status: u16,
    /// Where the browser ended up.
    pub at: String,
    pub html: String,
}

impl Page {
    pub fn holds(&self, text: &str) -> bool {
        self.html.contains(text)
    }

    pub fn is_refusal(&self) -> bool {
        self.holds("<title>Error: ")
    }

    /// A refusal that says in its title and in its summary what is to be mended, and where: the
    /// summary's link leads to a field that is on the page.
    pub fn leads_to(&self, field: &str) -> bool {
        let summary = self.html.split("class=\"faults\"").nth(1);
        let summary = summary.and_then(|rest| rest.split("</ul>").next());
        self.is_refusal()
            && summary.is_some_and(|list| list.contains(&format!("href=\"#{field}\"")))
            && self.holds(&format!("id=\"{field}\""))
    }

    /// The text of the element with an id.
    pub fn id(&self, id: &str) -> Option<String> {
        let at = self.html.find(&format!("id=\"{id}\""))?;
        let text = &self.html[at..];
        let text = &text[text.find('>')? + 1..];
        Some(text[..text.find('<')?].to_owned())
    }

    pub fn hidden(&self, name: &str) -> Option<String> {
        let at = self.html.find(&format!("name=\"{name}\" value=\""))?;
        let value = &self.html[at..].split('"').nth(3)?;
        Some((*value).to_owned())
    }
}

impl Customer {
    pub async fn get(&mut self, house: &House, path: &str) -> Page {
        let page = self.ask(house, Method::GET, path, None).await;
        if let Some(key) = page.hidden("key") {
            self.key = key;
        }
        page
    }

    /// Posts a form as a browser does, and follows where it leads.
    pub async fn post(&mut self, house: &House, path: &str, fields: &[(&str, &str)]) -> Page {
        let sent = Sent::plain(form(fields));
        self.ask(house, Method::POST, path, Some(sent)).await
    }

    /// Posts a step of a journey.
    pub async fn answer(
        &mut self,
        house: &House,
        room: &str,
        step: &str,
        fields: &[(&str, &str)],
    ) -> Page {
        let key = self.key.clone();
        let mut all = vec![("key", key.as_str()), ("step", step)];
        all.extend_from_slice(fields);
        self.post(house, &format!("/api/{room}/answer"), &all).await
    }

    pub async fn raw(&mut self, house: &House, path: &str, body: Vec<u8>) -> Page {
        let sent = Sent::plain(body);
        self.ask(house, Method::POST, path, Some(sent)).await
    }

    /// Posts a form with a file, as a browser does: the file last.
    pub async fn post_file(
        &mut self,
        house: &House,
        path: &str,
        fields: &[(&str, &str)],
        file: File<'_>,
    ) -> Page {
        let sent = Sent::with(fields, file);
        self.ask(house, Method::POST, path, Some(sent)).await
    }

    /// Fetches what is no page.
    pub async fn fetch(&self, house: &House, path: &str) -> Fetched {
        let request = self.request(&Method::GET, path);
        let request = request.body(Body::empty()).unwrap();
        let answer = house.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        Fetched {
            status: parts.status.as_u16(),
            headers: parts.headers,
            bytes: to_bytes(body, 1 << 24).await.unwrap().to_vec(),
        }
    }

    fn request(&self, method: &Method, path: &str) -> Builder {
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1:3000")
            .header(header::ACCEPT, "text/html")
            .header(header::ACCEPT_LANGUAGE, "en")
            .header("sec-fetch-site", "same-origin")
            .header("x-forwarded-for", &self.from)
            .header(header::COOKIE, cookies.join("; "))
    }

    async fn ask(&mut self, house: &House, method: Method, path: &str, body: Option<Sent>) -> Page {
        let (mut method, mut path, mut body) = (method, path.to_owned(), body);
        for _ in 0..8 {
            let sent = body.take().unwrap_or_else(|| Sent::plain(Vec::new()));
            let request = self
                .request(&method, &path)
                .header(header::CONTENT_TYPE, sent.kind)
                .header(header::CONTENT_LENGTH, sent.body.len())
                .body(Body::from(sent.body))
                .unwrap();
            let answer = house.router.clone().oneshot(request).await.unwrap();
            for line in answer.headers().get_all(header::SET_COOKIE) {
                let line = line.to_str().unwrap();
                let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
                if line.contains("Max-Age=0") {
                    self.cookies.remove(name);
                } else {
                    self.cookies.insert(name.to_owned(), value.to_owned());
                }
            }
            let status = answer.status().as_u16();
            let next = answer
                .headers()
                .get(header::LOCATION)
                .map(|to| to.to_str().unwrap().to_owned());
            let html = to_bytes(answer.into_body(), 1 << 22).await.unwrap();
            match next.filter(|_| (300..400).contains(&status)) {
                Some(to) => {
                    method = Method::GET;
                    path = to.split('#').next().unwrap().to_owned();
                }
                None => {
                    return Page {
                        status,
                        at: path,
                        html: String::from_utf8(html.to_vec()).unwrap(),
                    };
                }
            }
        }
        panic!("redirected for ever");
    }

    /// An enquiry that was sent: its reference and the secret of its link.
    pub async fn case(&mut self, house: &House, details: &str) -> (String, String) {
        self.enquire(house, details).await;
        let receipt = self.send(house, "enquiry").await;
        let link = receipt.id("secret-link").unwrap();
        let secret = link.rsplit('/').next().unwrap().to_owned();
        (receipt.id("reference").unwrap(), secret)
    }

    /// Says something about a case, with the key of the page seen last.
    pub async fn say(&mut self, house: &House, word: &str, reference: &str, text: &str) -> Page {
        let key = self.key.clone();
        let fields = [
            ("reference", reference),
            ("key", key.as_str()),
            ("text", text),
        ];
        self.post(house, &format!("/api/track/{word}"), &fields)
            .await
    }

    /// An enquiry as far as its check page.
    pub async fn enquire(&mut self, house: &House, details: &str) -> Page {
        self.get(house, "/enquiry").await;
        let catalogue = house.office.shelf.current().front.clone();
        let mut topics = catalogue.topics.iter();
        let topic = topics.find(|it| it.questions.is_empty() && !it.open);
        let topic = topic.unwrap().code.clone();
        self.answer(house, "enquiry", "topic", &[("topic", &topic)])
            .await;
        self.answer(house, "enquiry", "details", &[("details", details)])
            .await;
        let contact = [("contact", "phone"), ("phone", "138 0013 8000")];
        self.answer(house, "enquiry", "contact", &contact).await
    }

    pub async fn send(&mut self, house: &House, room: &str) -> Page {
        let key = self.key.clone();
        self.post(
            house,
            &format!("/api/{room}/send"),
            &[("key", &key), ("step", "check")],
        )
        .await
    }
}

/// What a browser calls a file, what it says of its kind, and what is in it.
pub type File<'a> = (&'a str, &'a str, &'a [u8]);

/// What was fetched.
pub struct Fetched {
    pub status: u16,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

/// A form on its way.
struct Sent {
    kind: &'static str,
    body: Vec<u8>,
}

impl Sent {
    fn plain(body: Vec<u8>) -> Self {
        let kind = "application/x-www-form-urlencoded";
        Self { kind, body }
    }

    fn with(fields: &[(&str, &str)], (name, media, bytes): File<'_>) -> Self {
        let mut body = Vec::new();
        let part = "--cut\r\nContent-Disposition: form-data; name=";
        for (field, value) in fields {
            body.extend(format!("{part}\"{field}\"\r\n\r\n{value}\r\n").bytes());
        }
        let name = name.replace('"', "%22");
        let head = format!("{part}\"file\"; filename=\"{name}\"\r\nContent-Type: {media}\r\n\r\n");
        body.extend(head.bytes());
        body.extend(bytes);
        body.extend(b"\r\n--cut--\r\n");
        let kind = "multipart/form-data; boundary=cut";
        Self { kind, body }
    }
}

fn form(fields: &[(&str, &str)]) -> Vec<u8> {
    let mut all = String::new();
    for (name, value) in fields {
        let escape =
            |text: &str| -> String { text.bytes().map(|byte| format!("%{byte:02X}")).collect() };
        all += &format!("{}={}&", escape(name), escape(value));
    }
    all.into_bytes()
}
