//! A file that takes every notice, one line each: for the demo and for whoever works on Onefront.
//! Production refuses it.

use super::{Channel, Way};
use crate::{connectors::Trouble, notices::letter::Letter};
use async_trait::async_trait;
use serde_json::json;
use std::path::{Path, PathBuf};
use tokio::{fs::OpenOptions, io::AsyncWriteExt};

/// See the module.
#[derive(Debug)]
pub struct File {
    path: PathBuf,
    channel: Channel,
}

impl File {
    /// `notices.jsonl` in a folder.
    pub fn within(folder: &Path, channel: Channel) -> Self {
        Self {
            path: folder.join("notices.jsonl"),
            channel,
        }
    }
}

#[async_trait]
impl Way for File {
    async fn send(&self, letter: &Letter) -> Result<(), Trouble> {
        let line = json!({
            "channel": self.channel.name(),
            "id": letter.id,
            "to": letter.to,
            "language": letter.lang.tag(),
            "subject": letter.subject,
            "text": letter.text,
        });
        // One write, so that two lines at a time do not run into each other.
        let line = format!("{line}\n");
        let written = async {
            let mut options = OpenOptions::new();
            let mut file = options.create(true).append(true).open(&self.path).await?;
            file.write_all(line.as_bytes()).await?;
            file.flush().await
        };
        written
            .await
            .map_err(|error| Trouble::later(error.to_string()))
    }
}
