//! Forms that bring more than there is room for, or less than they said.

use super::*;
use axum::body::Bytes;
use futures::stream;
use std::convert::Infallible;

fn part(name: &str, more: &str, value: &[u8]) -> Vec<u8> {
    let head = format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n");
    [head.as_bytes(), value, b"\r\n"].concat()
}

fn form(text: &[u8], file: &[u8]) -> Vec<u8> {
    let named = "; filename=\"a.pdf\"";
    let text = part("text", "", text);
    [&text[..], &part(FIELD, named, file), b"--cut--\r\n"].concat()
}

async fn read(room: &Room, form: &[u8]) -> Option<Read> {
    // As a network does, in pieces.
    let pieces: Vec<_> = form.chunks(7).map(Bytes::copy_from_slice).collect();
    let pieces = stream::iter(pieces.into_iter().map(Ok::<_, Infallible>));
    Read::all(room, Multipart::new(pieces, "cut")).await
}

fn room(bytes: usize) -> Room {
    Room(Arc::new(Semaphore::new(bytes)))
}

#[tokio::test]
async fn who_sends_more_than_there_is_room_for_keeps_what_they_typed() {
    let room = room(30);
    let first = read(&room, &form(b"One.", &[b'x'; 20])).await.unwrap();
    assert!(matches!(&first.upload, Some(Upload::Whole(file)) if file.len() == 20));
    let second = read(&room, &form(b"Two.", &[b'x'; 20])).await.unwrap();
    assert_eq!(second.upload, Some(Upload::Unfit(FileFault::Busy)));
    assert_eq!(second.plain(), "text=Two.");
    assert_eq!(room.0.available_permits(), 10, "the second holds nothing");
    drop(first);
    let third = read(&room, &form(b"Three.", &[b'x'; 20])).await.unwrap();
    assert!(matches!(third.upload, Some(Upload::Whole(_))));
}

#[tokio::test]
async fn what_breaks_off_is_taken_as_far_as_it_came() {
    let whole = form(b"Typed.", &[b'x'; 100]);
    let read = read(&Room::default(), &whole[..whole.len() - 60]).await;
    let read = read.unwrap();
    assert_eq!(read.upload, Some(Upload::Unfit(FileFault::Broken)));
    assert_eq!(read.plain(), "text=Typed.");
}

#[tokio::test]
async fn text_that_is_none_or_too_long_for_any_form_upsets_nothing() {
    // Each byte becomes three, which is more than may be typed.
    let wrong = vec![0xff; TYPED];
    let mut twice = part("text", "", &wrong);
    twice.extend(form(b"Behind it.", b""));
    assert!(read(&Room::default(), &twice).await.is_none());
    assert!(read(&Room::default(), &form(&wrong, b"")).await.is_some());
}
