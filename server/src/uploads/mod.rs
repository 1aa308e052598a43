//! A form with a file is read here, once and as it comes: its fields go on as those of any other
//! form, the file beside them. So no room knows that there are two ways to send a form. What is in
//! the file is not looked at, and nothing of it is kept.

#[cfg(test)]
mod tests;

use app::case::attachment::{FIELD, FileFault, MOST, Upload};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use multer::{Field, Multipart};
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use url::form_urlencoded::Serializer;

/// The forms that take a file, and where else the buttons of those forms lead.
const FORMS: [&str; 7] = [
    "/api/track/write",
    "/api/track/confirm",
    "/api/track/reopen",
    "/api/track/notices",
    "/api/desk/reply",
    "/api/desk/note",
    "/api/fleet/hand-in",
];

/// What is read of such a form, in bytes. Far more than the largest file: whoever chose one that is
/// too large is told so on their page, with what they wrote.
pub const LARGEST: usize = 100_000_000;

/// All that is typed into one form.
const TYPED: usize = 512 * 1024;
/// Fields of one form.
const FIELDS: usize = 64;
/// What all that is being read may take together, in bytes. Who sends slowly takes no more of it
/// than has come.
const ROOM: usize = 128 * 1024 * 1024;

/// The room for files that are being read.
#[derive(Clone, Debug)]
pub struct Room(Arc<Semaphore>);

impl Default for Room {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(ROOM)))
    }
}

/// Whether a request may bring a file.
pub fn takes_a_file(request: &Request) -> bool {
    request.method() == Method::POST
        && FORMS.contains(&request.uri().path())
        && boundary(request).is_some()
}

fn boundary(request: &Request) -> Option<String> {
    let kind = request.headers().get(header::CONTENT_TYPE)?.to_str().ok()?;
    multer::parse_boundary(kind).ok()
}

/// Takes the file out of a form.
pub async fn take(State(room): State<Room>, request: Request, next: Next) -> Response {
    let Some(boundary) = boundary(&request).filter(|_| takes_a_file(&request)) else {
        return next.run(request).await;
    };
    let (mut parts, body) = request.into_parts();
    let form = Multipart::new(body.into_data_stream(), boundary);
    let Some(read) = Read::all(&room, form).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let kind = HeaderValue::from_static("application/x-www-form-urlencoded");
    let plain = read.plain();
    parts.headers.insert(header::CONTENT_TYPE, kind);
    parts
        .headers
        .insert(header::CONTENT_LENGTH, plain.len().into());
    if let Some(upload) = read.upload {
        parts.extensions.insert(upload);
    }
    // The room is given back once the form is answered.
    parts.extensions.insert(Arc::new(read.held));
    next.run(Request::from_parts(parts, Body::from(plain)))
        .await
}

/// A form that was read.
#[derive(Default)]
struct Read {
    typed: Vec<(String, String)>,
    length: usize,
    upload: Option<Upload>,
    held: Option<OwnedSemaphorePermit>,
}

impl Read {
    /// Reads to the end; nothing, when no form of ours is that long. What breaks off in the middle
    /// is taken as far as it came: what was typed stands before the file.
    async fn all(room: &Room, mut form: Multipart<'_>) -> Option<Self> {
        let mut read = Self::default();
        for _ in 0..=FIELDS {
            let more = match form.next_field().await {
                Ok(Some(field)) => read.field(room, field).await,
                Ok(None) => return Some(read),
                Err(_) => Err(Stop::BrokenOff),
            };
            match more {
                Ok(()) => {}
                Err(Stop::TooLong) => return None,
                Err(Stop::BrokenOff) => {
                    read.upload = Some(Upload::Unfit(FileFault::Broken));
                    return Some(read);
                }
            }
        }
        None
    }

    async fn field(&mut self, room: &Room, field: Field<'_>) -> Result<(), Stop> {
        let name = field.name().unwrap_or_default().to_owned();
        if field.file_name().is_none() {
            let value = text(field, TYPED.saturating_sub(self.length)).await?;
            self.length += value.len();
            self.typed.push((name, value));
        } else if name == FIELD && self.upload.is_none() {
            self.upload = file(room, field, &mut self.held).await?;
        }
        Ok(())
    }

    /// The fields as a form without a file would have sent them.
    fn plain(&self) -> String {
        Serializer::new(String::new())
            .extend_pairs(&self.typed)
            .finish()
    }
}

/// Why a form is not read on.
enum Stop {
    /// No form of ours is that long.
    TooLong,
    /// It is none, or its sender is gone.
    BrokenOff,
}

impl From<multer::Error> for Stop {
    fn from(_: multer::Error) -> Self {
        Self::BrokenOff
    }
}

/// What was typed into a field.
async fn text(mut field: Field<'_>, most: usize) -> Result<String, Stop> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await? {
        if bytes.len() + chunk.len() > most {
            return Err(Stop::TooLong);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Reads a file. One that turns out too large is read on, and thrown away: a browser that is cut
/// off shows no answer.
async fn file(
    room: &Room,
    mut field: Field<'_>,
    held: &mut Option<OwnedSemaphorePermit>,
) -> Result<Option<Upload>, Stop> {
    let named = field.file_name().is_some_and(|name| !name.is_empty());
    let (mut bytes, mut fault) = (Vec::new(), None);
    while let Some(chunk) = field.chunk().await? {
        if fault.is_some() {
            continue;
        }
        fault = match bytes.len() + chunk.len() > MOST {
            true => Some(FileFault::Large),
            false => hold(room, chunk.len(), held).err(),
        };
        match fault {
            None => bytes.extend_from_slice(&chunk),
            Some(_) => (bytes, *held) = (Vec::new(), None),
        }
    }
    Ok(match (fault, bytes.is_empty(), named) {
        (Some(fault), ..) => Some(Upload::Unfit(fault)),
        // A browser sends a field in which nothing was chosen like this.
        (None, true, false) => None,
        (None, true, true) => Some(Upload::Unfit(FileFault::Empty)),
        (None, false, _) => Some(Upload::Whole(bytes.into())),
    })
}

/// Takes room for more bytes.
fn hold(
    room: &Room,
    more: usize,
    held: &mut Option<OwnedSemaphorePermit>,
) -> Result<(), FileFault> {
    let more = u32::try_from(more).map_err(|_| FileFault::Busy)?;
    let more = room.0.clone().try_acquire_many_owned(more);
    let more = more.map_err(|_| FileFault::Busy)?;
    match held {
        Some(held) => held.merge(more),
        None => *held = Some(more),
    }
    Ok(())
}
