//! Following a case while its page lies open.

use super::{
    document::{all, asleep, attribute, document, first, listen, window},
    kept::has_file,
    sending::{PATIENCE, post},
};
use gloo_net::http::Request;
use leptos::{prelude::set_timeout, task::spawn_local};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};
use web_sys::{DomParser, Element, HtmlTextAreaElement, SupportedType, UrlSearchParams};

/// Between two looks, while all is well.
const OFTEN: Duration = Duration::from_secs(10);
/// At most, while nothing answers.
const SELDOM: Duration = Duration::from_secs(160);

/// Looks for news of the case that `data-case` names, from now on.
pub fn follow_cases() {
    for page in asleep("awake-case") {
        if let Some(case) = first::<Element>(&page, "[data-case]") {
            let watch = Watch {
                page,
                body: format!("reference={}", attribute(&case, "data-case")),
                known: Rc::new(RefCell::new(attribute(&case, "data-length"))),
                pause: Rc::new(Cell::new(OFTEN)),
            };
            watch.begin();
        }
    }
}

#[derive(Clone)]
struct Watch {
    page: Element,
    body: String,
    /// How long the timeline was at the last look.
    known: Rc<RefCell<String>>,
    pause: Rc<Cell<Duration>>,
}

impl Watch {
    fn begin(self) {
        let back = self.clone();
        // Whoever comes back to the page wants to know now.
        listen(&document(), "visibilitychange", move |_| {
            let watch = back.clone();
            spawn_local(async move { watch.look().await });
        });
        self.wait();
    }

    fn wait(self) {
        let pause = self.pause.get();
        let again = move || {
            spawn_local(async move {
                self.look().await;
                self.wait();
            });
        };
        set_timeout(again, pause);
    }

    /// One look. A page that nobody sees is not kept up.
    async fn look(&self) {
        if document().hidden() {
            return;
        }
        let Ok(body) = UrlSearchParams::new_with_str(&self.body) else {
            return;
        };
        let length = post("/api/track/length", body.into(), PATIENCE).await;
        self.pause.set(match length {
            Ok(_) => OFTEN,
            Err(_) => SELDOM.min(self.pause.get() * 2),
        });
        let Ok(length) = length else { return };
        if *self.known.borrow() != length && self.redraw().await.is_some() {
            self.known.replace(length);
            if let Some(line) = first::<Element>(&self.page, "[data-news]") {
                line.set_text_content(Some(&attribute(&line, "data-news")));
            }
        }
    }

    /// Takes the parts that may change from the page as the server would draw it now.
    async fn redraw(&self) -> Option<()> {
        let here = window().location();
        let path = here.pathname().unwrap_or_default() + &here.search().unwrap_or_default();
        let asked = Request::get(&path).header("accept", "text/html");
        let text = asked.send().await.ok()?.text().await.ok()?;
        let parser = DomParser::new().ok()?;
        let now = parser
            .parse_from_string(&text, SupportedType::TextHtml)
            .ok()?;
        for old in all(&self.page, "[data-live]") {
            if let Some(new) = now.get_element_by_id(&old.id())
                && !in_use(&old)
            {
                old.set_inner_html(&new.inner_html());
            }
        }
        Some(())
    }
}

/// Whether somebody is writing there, has chosen a file, or stands on something in it.
fn in_use(part: &Element) -> bool {
    let written = first::<HtmlTextAreaElement>(part, "textarea");
    let standing = document().active_element();
    written.is_some_and(|area| !area.value().is_empty())
        || has_file(part)
        || standing.is_some_and(|at| part.contains(Some(&at)))
}
