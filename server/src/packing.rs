//! Makes what is text smaller on its way out. A page is there whole before it is sent, so it is
//! packed in one go; files of the site were packed by the build and pass as they are.
//!
//! Gzip comes before Brotli where a browser takes both, as all of them do: for a page of a few
//! kilobytes it is as small but for some hundred bytes, and costs a fifth of the time.
//!
//! Many visitors ask for the same few pages first. Of the pages that are for everybody, those packed
//! last are kept beside what they were made of; the very same bytes are not packed again.
//!
//! What seldom changes and is asked for all the time is packed by its own room, `carried.rs`, with
//! [`smallest`]; here it passes as the files do.

use axum::{
    body::{Body, Bytes, HttpBody, to_bytes},
    extract::{MatchedPath, Request},
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use brotli::enc::BrotliEncoderParams;
use libdeflater::{CompressionLvl, Compressor};
use std::{cell::RefCell, collections::VecDeque};

/// What is smaller than this fits into the packet that its head is in.
const LEAST: u64 = 512;
/// What is larger would keep a thread busy for too long.
const MOST: u64 = 1024 * 1024;

/// A way to pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Gzip,
    Brotli,
}

/// The response layer.
pub async fn pack(request: Request, next: Next) -> Response {
    let way = Way::accepted(request.headers());
    let shared = is_for_everybody(&request);
    let mut response = next.run(request).await;
    if !is_text(response.headers()) || response.headers().contains_key(header::CONTENT_ENCODING) {
        return response;
    }
    let varies = HeaderValue::from_static("accept-encoding");
    response.headers_mut().append(header::VARY, varies);
    let size = response.body().size_hint().exact();
    let (Some(way), Some(LEAST..=MOST)) = (way, size) else {
        return response;
    };
    let (mut parts, body) = response.into_parts();
    let Ok(page) = to_bytes(body, usize::MAX).await else {
        return axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let packed = match way {
        Way::Gzip if shared => RECENT.with_borrow_mut(|recent| recent.gzipped(&page)),
        Way::Gzip => gzipped(&page),
        Way::Brotli => brotli(&page),
    };
    let Some(packed) = packed else {
        return Response::from_parts(parts, Body::from(page));
    };
    let headers = &mut parts.headers;
    headers.insert(header::CONTENT_ENCODING, way.name());
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(packed.len()));
    Response::from_parts(parts, Body::from(packed))
}

/// Whether nothing in the request tells one visitor from another: no cookie, and an address without
/// a part of its own, as a secret link has.
fn is_for_everybody(request: &Request) -> bool {
    let route = request.extensions().get::<MatchedPath>();
    !request.headers().contains_key(header::COOKIE)
        && route.is_some_and(|route| !route.as_str().contains('{'))
}

fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/") || kind.starts_with("application/json"))
}

/// Whether a browser takes what was packed with Brotli, whatever else it takes.
pub fn takes_brotli(headers: &HeaderMap) -> bool {
    Way::all(headers).any(|way| way == Way::Brotli)
}

impl Way {
    /// All that a browser takes, in its own order.
    fn all(headers: &HeaderMap) -> impl Iterator<Item = Self> {
        let lines = headers.get_all(header::ACCEPT_ENCODING).iter();
        lines
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(','))
            .filter_map(Self::read)
    }

    /// The cheapest that a browser takes.
    fn accepted(headers: &HeaderMap) -> Option<Self> {
        let mut ways = Self::all(headers);
        let first = ways.next()?;
        Some(if ways.any(|way| way == Self::Gzip) {
            Self::Gzip
        } else {
            first
        })
    }

    fn read(entry: &str) -> Option<Self> {
        let (name, weight) = entry.split_once(';').unwrap_or((entry, ""));
        // "Not at all" is a weight of nothing, with up to three decimals of nothing.
        let weight = weight.trim().strip_prefix("q=").unwrap_or("1");
        let refused = weight.chars().all(|digit| matches!(digit, '0' | '.'));
        match name.trim() {
            _ if refused => None,
            "gzip" => Some(Self::Gzip),
            "br" => Some(Self::Brotli),
            _ => None,
        }
    }

    fn name(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Gzip => "gzip",
            Self::Brotli => "br",
        })
    }
}

thread_local! {
    /// Its tables are larger than most pages; they are made once a thread and used again.
    static GZIP: RefCell<Compressor> = RefCell::new(Compressor::new(quick()));
    static RECENT: RefCell<Recent> = RefCell::default();
}

/// The quickest that makes anything smaller: "fastest" is none at all.
fn quick() -> CompressionLvl {
    CompressionLvl::new(1).unwrap_or_default()
}

fn gzipped(page: &[u8]) -> Option<Bytes> {
    GZIP.with_borrow_mut(|gzip| {
        let mut packed = vec![0; gzip.gzip_compress_bound(page.len())];
        let size = gzip.gzip_compress(page, &mut packed).ok()?;
        packed.truncate(size);
        Some(packed.into())
    })
}

/// Pages as they are and as they were packed, the last used first.
#[derive(Default)]
struct Recent(VecDeque<(Bytes, Bytes)>);

impl Recent {
    /// A few pages in each language.
    const MOST: usize = 16;

    fn gzipped(&mut self, page: &Bytes) -> Option<Bytes> {
        let at = self.0.iter().position(|(same, _)| same == page);
        let (page, packed) = match at.and_then(|at| self.0.remove(at)) {
            Some(found) => found,
            None => (page.clone(), gzipped(page)?),
        };
        self.0.truncate(Self::MOST - 1);
        self.0.push_front((page, packed.clone()));
        Some(packed)
    }
}

fn brotli(page: &[u8]) -> Option<Bytes> {
    // 64 KB: larger than a page, and small enough not to cost more than the packing.
    brotli_with(page, 4, 16)
}

/// As small as it gets. This takes a good part of a second, so it is for what is packed once, on a
/// thread that nobody waits for.
pub fn smallest(page: &[u8]) -> Option<Bytes> {
    // 4 MB: larger than anything that is packed here.
    brotli_with(page, 11, 22)
}

fn brotli_with(page: &[u8], quality: i32, lgwin: i32) -> Option<Bytes> {
    let params = BrotliEncoderParams {
        quality,
        lgwin,
        size_hint: page.len(),
        ..BrotliEncoderParams::default()
    };
    let mut packed = Vec::with_capacity(page.len() / 2);
    brotli::BrotliCompress(&mut &page[..], &mut packed, &params).ok()?;
    Some(packed.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::{Router, middleware::from_fn, routing::get};
    use tower::ServiceExt;

    async fn answer(accepted: &str, page: String) -> (HeaderMap, Vec<u8>) {
        let html = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
        let routes = Router::new()
            .route("/", get(move || async move { (html, page) }))
            .layer(from_fn(pack));
        let request = Request::get("/")
            .header(header::ACCEPT_ENCODING, accepted)
            .body(Body::empty())
            .unwrap();
        let (parts, body) = routes.oneshot(request).await.unwrap().into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        (parts.headers, body.to_vec())
    }

    /// Long, and not so easy that the first guess at its packed size would do.
    fn page() -> String {
        (0..9000_u32)
            .map(|n| format!("{:x}", n.wrapping_mul(2_654_435_761)))
            .collect()
    }

    #[tokio::test]
    async fn a_page_comes_out_as_it_went_in() {
        for _ in 0..2 {
            let (headers, packed) = answer("br, gzip", page()).await;
            assert_eq!(headers[header::CONTENT_ENCODING], "gzip");
            assert_eq!(headers[header::CONTENT_LENGTH], packed.len().to_string());
            assert_eq!(headers[header::VARY], "accept-encoding");
            let mut read = vec![0; page().len()];
            let size = libdeflater::Decompressor::new().gzip_decompress(&packed, &mut read);
            assert_eq!(size, Ok(read.len()));
            assert!(read == page().into_bytes() && packed.len() < read.len());
        }
        let (headers, packed) = answer("br", page()).await;
        assert_eq!(headers[header::CONTENT_ENCODING], "br");
        let mut read = Vec::new();
        brotli::BrotliDecompress(&mut &packed[..], &mut read).unwrap();
        assert!(read == page().into_bytes() && packed.len() < read.len());
    }

    #[tokio::test]
    async fn what_is_short_or_not_wanted_packed_stays_as_it_is() {
        for (accepted, page) in [
            ("gzip", "short".to_owned()),
            ("identity", page()),
            ("gzip;q=0, br; q=0.000", page()),
        ] {
            let (headers, body) = answer(accepted, page.clone()).await;
            assert!(!headers.contains_key(header::CONTENT_ENCODING));
            assert!(body == page.into_bytes());
        }
    }

    #[test]
    fn the_same_page_is_packed_once_and_another_one_never_taken_for_it() {
        let mut recent = Recent::default();
        let pages: Vec<Bytes> = (0..40).map(|n| format!("{n:04}").into()).collect();
        for page in &pages {
            let packed = recent.gzipped(page).unwrap();
            assert_eq!(packed, gzipped(page).unwrap());
            assert_eq!(packed.as_ptr(), recent.gzipped(page).unwrap().as_ptr());
            assert!(recent.0.len() <= Recent::MOST);
        }
    }

    fn says(accepted: &'static str) -> HeaderMap {
        let value = HeaderValue::from_static(accepted);
        HeaderMap::from_iter([(header::ACCEPT_ENCODING, value)])
    }

    #[test]
    fn the_cheaper_way_is_taken_whatever_the_order() {
        let way = |accepted| Way::accepted(&says(accepted));
        assert_eq!(way("gzip, deflate, br, zstd"), Some(Way::Gzip));
        assert_eq!(way("br;q=1.0, gzip;q=0.8"), Some(Way::Gzip));
        assert_eq!(way("br, gzip;q=0"), Some(Way::Brotli));
        assert_eq!(way("zstd"), None);
    }

    #[test]
    fn brotli_is_taken_unless_it_is_not_named_or_refused() {
        for accepted in ["br", "gzip, deflate, br, zstd", "gzip;q=0, br;q=0.1"] {
            assert!(takes_brotli(&says(accepted)), "{accepted}");
        }
        for refused in ["", "gzip", "br;q=0", "gzip, br; q=0.000"] {
            assert!(!takes_brotli(&says(refused)), "{refused}");
        }
    }
}
