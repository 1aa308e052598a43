//! What a kiosk carries besides its program: the words of its screens in every language, and the
//! operator's catalogue as the front knows it. Both are for everybody; neither holds anything of a
//! device or a customer, so the device's worker may keep them.
//!
//! Every customer's page asks for them, and they change only with the program and the catalogue. So
//! each is packed once, as small as it gets, and has a tag by which a browser learns that what it has
//! is still right. Only that one form has a tag: whoever cannot read it is sent what the layer in
//! `packing.rs` makes of an answer, which is no business of this room.

use crate::{
    catalogue::Shelf,
    packing::{smallest, takes_brotli},
};
use app::{case::language::Lang, catalogue::Catalogue, words::phrases};
use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use data_encoding::HEXLOWER;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tokio::task::spawn_blocking;

/// Everything that is carried, each made when it is first asked for.
struct Carried {
    shelf: Arc<Shelf>,
    words: OnceLock<Arc<Parcel>>,
    /// Beside the catalogue it was made of, which tells whether it is still the one in use.
    catalogue: Mutex<Option<(Arc<Catalogue>, Arc<Parcel>)>>,
}

/// One thing that is carried.
struct Parcel {
    plain: Bytes,
    /// Not there until somebody else's thread is through with it.
    packed: OnceLock<Packed>,
}

/// The small form of it.
struct Packed {
    bytes: Bytes,
    /// Made of these very bytes, so it can stand for no others.
    tag: HeaderValue,
}

/// A worker asks each time and keeps what it got for when nobody answers.
const ASK_AGAIN: (HeaderName, HeaderValue) =
    (header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
const JSON: (HeaderName, HeaderValue) = (
    header::CONTENT_TYPE,
    HeaderValue::from_static("application/json"),
);
const BROTLI: (HeaderName, HeaderValue) =
    (header::CONTENT_ENCODING, HeaderValue::from_static("br"));
const VARIES: (HeaderName, HeaderValue) =
    (header::VARY, HeaderValue::from_static("accept-encoding"));

/// `/kiosk/words` and `/kiosk/catalogue`.
pub fn routes<S: Clone + Send + Sync + 'static>(shelf: Arc<Shelf>) -> Router<S> {
    served(Carried::of(shelf))
}

fn served<S: Clone + Send + Sync + 'static>(carried: Arc<Carried>) -> Router<S> {
    Router::new()
        .route("/kiosk/words", get(words))
        .route("/kiosk/catalogue", get(catalogue))
        .with_state(carried)
}

async fn words(State(carried): State<Arc<Carried>>, asked: HeaderMap) -> Response {
    carried.words().answer(&asked)
}

async fn catalogue(State(carried): State<Arc<Carried>>, asked: HeaderMap) -> Response {
    carried.catalogue().answer(&asked)
}

impl Carried {
    fn of(shelf: Arc<Shelf>) -> Arc<Self> {
        Arc::new(Self {
            shelf,
            words: OnceLock::new(),
            catalogue: Mutex::new(None),
        })
    }

    fn words(&self) -> Arc<Parcel> {
        let words = || Parcel::begin(&Lang::ALL.map(phrases));
        self.words.get_or_init(words).clone()
    }

    fn catalogue(&self) -> Arc<Parcel> {
        let made = self.catalogue.lock();
        let mut made = made.unwrap_or_else(PoisonError::into_inner);
        // Looked up while nobody else can, so that an old one never takes the place of a new one.
        let current = self.shelf.current().front.clone();
        match &*made {
            Some((of, parcel)) if Arc::ptr_eq(of, &current) => parcel.clone(),
            _ => {
                let parcel = Parcel::begin(&*current);
                *made = Some((current, parcel.clone()));
                parcel
            }
        }
    }
}

impl Parcel {
    /// Begins to pack it, on a thread that no request waits for: it takes longer than everything
    /// else together that is done for one.
    fn begin(what: &impl Serialize) -> Arc<Self> {
        let plain = serde_json::to_vec(what).expect("lists and texts can be written as JSON");
        let parcel = Arc::new(Self {
            plain: plain.into(),
            packed: OnceLock::new(),
        });
        let begun = parcel.clone();
        spawn_blocking(move || {
            if let Some(packed) = Packed::of(&begun.plain) {
                begun.packed.get_or_init(|| packed);
            }
        });
        parcel
    }

    fn answer(&self, asked: &HeaderMap) -> Response {
        let Some(packed) = self.packed.get().filter(|_| takes_brotli(asked)) else {
            // How this varies is for the layer to say, which packs it.
            return ([ASK_AGAIN, JSON], self.plain.clone()).into_response();
        };
        let head = [ASK_AGAIN, VARIES, (header::ETAG, packed.tag.clone())];
        if has(asked, &packed.tag) {
            return (StatusCode::NOT_MODIFIED, head).into_response();
        }
        (head, [JSON, BROTLI], packed.bytes.clone()).into_response()
    }
}

impl Packed {
    fn of(plain: &[u8]) -> Option<Self> {
        let bytes = smallest(plain)?;
        let hash = HEXLOWER.encode(&Sha256::digest(&bytes)[..16]);
        let tag = HeaderValue::try_from(format!("\"{hash}\"")).ok()?;
        Some(Self { bytes, tag })
    }
}

/// Whether a browser says that it has what the tag stands for. A proxy may have called the tag weak,
/// which makes no difference to this question.
fn has(asked: &HeaderMap, tag: &HeaderValue) -> bool {
    let lines = asked.get_all(header::IF_NONE_MATCH).iter();
    lines
        .flat_map(|line| line.as_bytes().split(|byte| *byte == b','))
        .map(|entry| entry.trim_ascii())
        .any(|entry| entry == b"*" || entry.strip_prefix(b"W/").unwrap_or(entry) == tag.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packing::pack;
    use axum::{
        body::{Body, to_bytes},
        http::Request,
        middleware::from_fn,
    };
    use std::{fs, path::Path, sync::LazyLock};
    use tempfile::TempDir;
    use tower::ServiceExt;

    const PATHS: [&str; 2] = ["/kiosk/words", "/kiosk/catalogue"];
    /// What browsers say.
    const ANY: (HeaderName, &str) = (header::ACCEPT_ENCODING, "gzip, deflate, br, zstd");

    /// Packed, and shared by the tests that do not change it.
    static READY: LazyLock<Arc<Carried>> = LazyLock::new(|| {
        let carried = demo();
        for parcel in [carried.words(), carried.catalogue()] {
            parcel.packed.wait();
        }
        carried
    });

    fn demo() -> Arc<Carried> {
        Carried::of(Arc::new(Shelf::open(None).unwrap()))
    }

    async fn ask(
        carried: &Arc<Carried>,
        path: &str,
        said: &[(HeaderName, &str)],
    ) -> (StatusCode, HeaderMap, Bytes) {
        let mut request = Request::get(path);
        for (name, value) in said {
            request = request.header(name, *value);
        }
        let routes = served(carried.clone()).layer(from_fn(pack));
        let request = request.body(Body::empty()).unwrap();
        let answer = routes.oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        (parts.status, parts.headers, body)
    }

    #[tokio::test]
    async fn what_is_packed_is_what_is_sent_plain_and_much_smaller_than_gzip_makes_it() {
        let carried = &*READY;
        for path in PATHS {
            let (_, headers, plain) = ask(carried, path, &[]).await;
            assert!(!headers.contains_key(header::CONTENT_ENCODING));
            let (status, headers, packed) = ask(carried, path, &[ANY]).await;
            assert_eq!(status, StatusCode::OK);
            for (name, value) in [ASK_AGAIN, JSON, BROTLI, VARIES] {
                let values: Vec<_> = headers.get_all(&name).iter().collect();
                assert_eq!(values, [value], "{name}");
            }
            let mut read = Vec::new();
            brotli::BrotliDecompress(&mut &packed[..], &mut read).unwrap();
            assert!(read == plain, "{path}");
            let quick = [(header::ACCEPT_ENCODING, "gzip")];
            let (_, _, gzip) = ask(carried, path, &quick).await;
            let sizes = (packed.len(), gzip.len());
            assert!(sizes.0 * 5 <= sizes.1 * 4, "{path}: {sizes:?}");
        }
    }

    #[tokio::test]
    async fn each_is_packed_once_and_the_same_bytes_go_to_everybody() {
        let carried = demo();
        let parcels = || [carried.words(), carried.catalogue()];
        let begun = parcels();
        for path in PATHS.repeat(8) {
            ask(&carried, path, &[ANY]).await;
            let same = parcels().iter().zip(&begun).all(|(a, b)| Arc::ptr_eq(a, b));
            assert!(same, "begun anew");
        }
        for (path, parcel) in PATHS.iter().zip(&begun) {
            let kept = parcel.packed.wait();
            let (_, head, _) = ask(&carried, path, &[ANY]).await;
            for device in ["onefront_kiosk=one", "onefront_kiosk=two; lang=en"] {
                let said = [ANY, (header::COOKIE, device)];
                let (_, headers, body) = ask(&carried, path, &said).await;
                assert_eq!(headers, head);
                assert_eq!(headers[header::ETAG], kept.tag);
                assert_eq!(body.as_ptr(), kept.bytes.as_ptr());
            }
        }
    }

    #[tokio::test]
    async fn whoever_takes_no_brotli_or_comes_too_early_gets_it_as_any_other_answer() {
        // Begun by nobody, so that it is never packed.
        let early = demo();
        let parcel = Parcel {
            plain: READY.words().plain.clone(),
            packed: OnceLock::new(),
        };
        assert!(early.words.set(Arc::new(parcel)).is_ok());
        for (carried, accepted, encoding) in [
            (&early, ANY.1, Some("gzip")),
            (&*READY, "gzip", Some("gzip")),
            (&*READY, "br;q=0, gzip;q=0.5", Some("gzip")),
            (&*READY, "gzip;q=0, br;q=0.0", None),
            (&*READY, "identity", None),
        ] {
            let path = PATHS[0];
            let said = [
                (header::ACCEPT_ENCODING, accepted),
                (header::IF_NONE_MATCH, "*"),
            ];
            let (status, headers, body) = ask(carried, path, &said).await;
            assert_eq!((status, body.is_empty()), (StatusCode::OK, false));
            let found = headers.get(header::CONTENT_ENCODING);
            assert_eq!(
                found.map(|name| name.to_str().unwrap()),
                encoding,
                "{accepted}"
            );
            assert!(!headers.contains_key(header::ETAG), "{accepted}");
            assert_eq!(headers[header::VARY], "accept-encoding");
        }
    }

    #[tokio::test]
    async fn a_browser_that_has_it_is_told_so_and_sent_nothing() {
        let carried = &*READY;
        let (_, headers, _) = ask(carried, PATHS[0], &[ANY]).await;
        let tag = headers[header::ETAG].to_str().unwrap().to_owned();
        for had in [tag.clone(), format!("\"other\" , W/{tag}"), "*".to_owned()] {
            let said = [ANY, (header::IF_NONE_MATCH, &had)];
            let (status, headers, body) = ask(carried, PATHS[0], &said).await;
            assert_eq!(status, StatusCode::NOT_MODIFIED, "{had}");
            assert_eq!(headers[header::ETAG], tag);
            assert_eq!(headers[header::VARY], "accept-encoding");
            assert_eq!(headers[header::CACHE_CONTROL], "no-cache");
            assert!(body.is_empty() && !headers.contains_key(header::CONTENT_TYPE));
        }
        let unquoted = tag.trim_matches('"');
        for (path, had) in [
            (PATHS[0], "\"other\""),
            (PATHS[0], unquoted),
            (PATHS[1], &tag),
        ] {
            let said = [ANY, (header::IF_NONE_MATCH, had)];
            let (status, _, body) = ask(carried, path, &said).await;
            assert_eq!((status, body.is_empty()), (StatusCode::OK, false), "{had}");
        }
    }

    /// A folder with the demo operator, to be edited.
    fn operator() -> TempDir {
        let folder = TempDir::new().unwrap();
        let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
        fs::create_dir(folder.path().join("services")).unwrap();
        for part in ["", "services"] {
            for entry in fs::read_dir(demo.join(part)).unwrap() {
                let file = entry.unwrap().path();
                if file.is_file() {
                    let to = folder.path().join(file.strip_prefix(&demo).unwrap());
                    fs::copy(file, to).unwrap();
                }
            }
        }
        folder
    }

    #[tokio::test]
    async fn a_new_catalogue_is_packed_anew_and_has_another_tag() {
        let folder = operator();
        let shelf = Arc::new(Shelf::open(Some(folder.path().to_owned())).unwrap());
        let carried = Carried::of(shelf.clone());
        let before = carried.catalogue();
        let tag = before.packed.wait().tag.clone();

        let file = folder.path().join("operator.toml");
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, text.replace("\"10077\"", "\"10078\"")).unwrap();
        shelf.reload().unwrap();
        let after = carried.catalogue();
        assert!(Arc::ptr_eq(&after, &carried.catalogue()) && !Arc::ptr_eq(&before, &after));
        after.packed.wait();
        let said = [ANY, (header::IF_NONE_MATCH, tag.to_str().unwrap())];
        let (status, headers, packed) = ask(&carried, PATHS[1], &said).await;
        assert_eq!(status, StatusCode::OK);
        assert_ne!(headers[header::ETAG], tag);
        let mut read = Vec::new();
        brotli::BrotliDecompress(&mut &packed[..], &mut read).unwrap();
        let read: Catalogue = serde_json::from_slice(&read).unwrap();
        assert_eq!(read.operator.help.phone, "10078");
    }
}
