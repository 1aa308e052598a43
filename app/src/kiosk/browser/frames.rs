//! Painted frames: when the last one was, and a sign of it on the device. A small file of the page's
//! own is written after every tenth second that painted; `onefront kiosk-watch` looks at its time. So a
//! browser that stands still is started again, and a server that is away starts nothing.

use super::page;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::{leptos_dom::helpers::set_interval_with_handle, prelude::*, task::spawn_local};
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetFileOptions,
    FileSystemWritableFileStream,
};

/// How often a frame is asked for.
const EVERY: Duration = Duration::from_secs(10);

/// When the last frame was painted.
#[derive(Clone, Copy)]
pub struct Frames(StoredValue<f64>);

impl Frames {
    /// Watches for as long as the page is there.
    pub fn watch() -> Self {
        let last = StoredValue::new(page::monotonic());
        let ask = move || {
            request_animation_frame(move || {
                last.set_value(page::monotonic());
                // A device without such files is not watched; the desk still hears of its frames.
                spawn_local(async { drop(sign().await) });
            });
        };
        ask();
        // A browser without timers paints nothing either.
        let _no_timers = set_interval_with_handle(ask, EVERY);
        Self(last)
    }

    /// How long ago the last frame was, in milliseconds.
    pub fn age(self) -> u32 {
        (page::monotonic() - self.0.get_value()).max(0.0) as u32
    }
}

async fn sign() -> Result<(), JsValue> {
    let folder = page::window().navigator().storage().get_directory();
    let folder: FileSystemDirectoryHandle = JsFuture::from(folder).await?.dyn_into()?;
    let made = FileSystemGetFileOptions::new();
    made.set_create(true);
    let file = folder.get_file_handle_with_options("painted", &made);
    let file: FileSystemFileHandle = JsFuture::from(file).await?.dyn_into()?;
    let stream = JsFuture::from(file.create_writable()).await?;
    let stream: FileSystemWritableFileStream = stream.dyn_into()?;
    JsFuture::from(stream.write_with_str("1")?).await?;
    JsFuture::from(stream.close()).await?;
    Ok(())
}
