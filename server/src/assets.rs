//! The site folder: stylesheet, scripts and icons as the build left them.
//! It hands out files and their hashed addresses; it makes, compresses and changes none.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, ensure};
use axum::{
    Router,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    middleware::map_response_with_state,
    response::Response,
};
use tower_http::services::{ServeDir, ServeFile};

/// A hashed name changes with its content, so a browser may keep the file for ever.
const IMMUTABLE: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// A fixed name may change with the next release: keep it an hour, then ask again.
const AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// What the build calls the list of hashed names; read at the start and never sent.
const LIST: &str = "assets.json";
/// Without these two no page can be shown as meant, so their absence stops the start.
const NEEDED: [&str; 2] = ["style.css", "awake.js"];

/// The files of one site folder and the addresses they have in this release.
#[derive(Clone, Debug)]
pub struct Assets {
    dir: PathBuf,
    hrefs: BTreeMap<String, String>,
    plain: Vec<String>,
}

impl Assets {
    /// Reads the folder's list of names and checks that what it names is there.
    pub fn load(dir: &Path) -> anyhow::Result<Self> {
        let list = dir.join(LIST);
        let text = fs::read_to_string(&list)
            .with_context(|| format!("{}: no built site here (make build)", list.display()))?;
        let hrefs: BTreeMap<String, String> =
            serde_json::from_str(&text).with_context(|| list.display().to_string())?;
        for name in NEEDED {
            ensure!(
                hrefs.contains_key(name),
                "{}: {name} is not listed",
                list.display()
            );
        }
        for href in hrefs.values() {
            let file = dir.join(href.trim_start_matches('/'));
            ensure!(file.is_file(), "{}: listed, but not there", file.display());
        }
        let mut plain = Vec::new();
        find_plain(dir, "", &mut plain)?;
        Ok(Self {
            dir: dir.to_owned(),
            hrefs,
            plain,
        })
    }

    /// The address of an asset in this release: `style.css` is `/pkg/style.<hash>.css`.
    /// A name nobody built comes back as it is, and is not found when a browser asks for it.
    pub fn href<'a>(&'a self, name: &'a str) -> &'a str {
        self.hrefs.get(name).map_or(name, String::as_str)
    }

    /// Whether a path is one of the site's files.
    pub fn serves(&self, path: &str) -> bool {
        path.starts_with("/pkg/") || self.plain.iter().any(|plain| plain == path)
    }

    /// Serves `/pkg/…` and each plain file at the site's root, and knows no other path:
    /// whatever is missing stays with the pages, which have a "not found" that helps.
    pub fn routes<S: Clone + Send + Sync + 'static>(&self) -> Router<S> {
        let hashed = ServeDir::new(self.dir.join("pkg"))
            .append_index_html_on_directories(false)
            .precompressed_br()
            .precompressed_gzip();
        let hashed = Router::new()
            .nest_service("/pkg", hashed)
            .layer(map_response_with_state(IMMUTABLE, keep));
        let mut plain = Router::new();
        for path in &self.plain {
            let file = ServeFile::new(self.dir.join(path.trim_start_matches('/')))
                .precompressed_br()
                .precompressed_gzip();
            plain = plain.route_service(path, file);
        }
        hashed.merge(plain.layer(map_response_with_state(AN_HOUR, keep)))
    }
}

/// Lists the files that are served under their own name, as paths from the site's root.
fn find_plain(dir: &Path, under: &str, found: &mut Vec<String>) -> anyhow::Result<()> {
    for entry in fs::read_dir(dir).with_context(|| dir.display().to_string())? {
        let entry = entry?;
        let name = entry
            .file_name()
            .into_string()
            .ok()
            .context("a file name is not UTF-8")?;
        let path = format!("{under}/{name}");
        if path == "/pkg" || path == format!("/{LIST}") {
            continue;
        }
        if entry.file_type()?.is_dir() {
            find_plain(&entry.path(), &path, found)?;
        } else if !name.ends_with(".br") && !name.ends_with(".gz") {
            found.push(path);
        }
    }
    Ok(())
}

/// Says how long an answer may be kept. An answer of "not found" or "not allowed" says nothing:
/// during an upgrade an old server may not have a new file for a moment.
async fn keep(State(how_long): State<HeaderValue>, mut answer: Response) -> Response {
    if matches!(
        answer.status(),
        StatusCode::OK | StatusCode::PARTIAL_CONTENT | StatusCode::NOT_MODIFIED
    ) {
        let headers = answer.headers_mut();
        headers.insert(header::CACHE_CONTROL, how_long);
        // The same address has up to three bodies; a proxy must not mix them up.
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::{body::Body, http::Request};
    use tempfile::TempDir;
    use tower::ServiceExt;

    /// A site as the build leaves it, with one hashed file in its three forms.
    fn site() -> TempDir {
        let site = TempDir::new().unwrap();
        for (name, text) in [
            (
                "assets.json",
                r#"{"style.css":"/pkg/style.0a1b.css","awake.js":"/pkg/awake.2c3d.js"}"#,
            ),
            ("robots.txt", "plain"),
            ("icons/phone.svg", "<svg/>"),
            ("pkg/awake.2c3d.js", "script"),
            ("pkg/style.0a1b.css", "as it is"),
            ("pkg/style.0a1b.css.br", "as brotli"),
            ("pkg/style.0a1b.css.gz", "as gzip"),
        ] {
            let file = site.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        site
    }

    async fn get(site: &TempDir, path: &str, accept: &str) -> Response {
        let request = Request::get(path).header(header::ACCEPT_ENCODING, accept);
        let routes: Router = Assets::load(site.path()).unwrap().routes();
        routes
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap()
    }

    async fn text(answer: Response) -> String {
        let bytes = axum::body::to_bytes(answer.into_body(), 1024)
            .await
            .unwrap();
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    #[tokio::test]
    async fn a_hashed_file_is_sent_as_packed_as_the_browser_takes_it_and_kept_for_ever() {
        let site = site();
        for (accept, encoding, body) in [
            ("gzip, br", Some("br"), "as brotli"),
            ("gzip", Some("gzip"), "as gzip"),
            ("br;q=0, gzip;q=0.5", Some("gzip"), "as gzip"),
            ("br;q=0.2, gzip;q=0.9", Some("gzip"), "as gzip"),
            ("gzip;q=0, br;q=0", None, "as it is"),
            ("identity", None, "as it is"),
        ] {
            let answer = get(&site, "/pkg/style.0a1b.css", accept).await;
            let headers = answer.headers();
            assert_eq!(
                headers.get("content-encoding").map(|h| h.to_str().unwrap()),
                encoding
            );
            assert_eq!(headers["content-type"], "text/css");
            assert_eq!(headers["cache-control"], IMMUTABLE);
            assert_eq!(headers["vary"], "accept-encoding");
            assert_eq!(text(answer).await, body);
        }
    }

    #[tokio::test]
    async fn a_plain_file_is_kept_for_an_hour_and_then_asked_for_again() {
        let site = site();
        for path in ["/robots.txt", "/icons/phone.svg"] {
            let answer = get(&site, path, "br").await;
            assert_eq!(answer.status(), StatusCode::OK);
            assert_eq!(answer.headers()["cache-control"], AN_HOUR);
            let seen = answer.headers()["last-modified"].clone();
            let request = Request::get(path).header(header::IF_MODIFIED_SINCE, seen);
            let routes: Router = Assets::load(site.path()).unwrap().routes();
            let again = routes.oneshot(request.body(Body::empty()).unwrap()).await;
            assert_eq!(again.unwrap().status(), StatusCode::NOT_MODIFIED);
        }
    }

    #[tokio::test]
    async fn a_missing_file_is_not_found_and_nobody_is_told_to_remember_that() {
        let site = site();
        for path in ["/pkg/style.ffff.css", "/pkg/", "/pkg/../assets.json"] {
            let answer = get(&site, path, "br").await;
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
            assert!(!answer.headers().contains_key("cache-control"), "{path}");
        }
    }

    #[tokio::test]
    async fn the_list_of_names_is_not_sent() {
        let answer = get(&site(), "/assets.json", "br").await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn a_name_leads_to_its_address_in_this_release() {
        let site = site();
        let assets = Assets::load(site.path()).unwrap();
        assert_eq!(assets.href("style.css"), "/pkg/style.0a1b.css");
        assert_eq!(
            assets.href("nobody-built-this.css"),
            "nobody-built-this.css"
        );
    }

    #[test]
    fn a_site_that_lacks_what_it_lists_stops_the_start_and_says_which() {
        let site = site();
        fs::remove_file(site.path().join("pkg/awake.2c3d.js")).unwrap();
        let error = Assets::load(site.path()).unwrap_err().to_string();
        assert!(error.contains("awake.2c3d.js"), "{error}");

        let empty = TempDir::new().unwrap();
        let error = Assets::load(empty.path()).unwrap_err().to_string();
        assert!(error.contains("make build"), "{error}");
    }
}
