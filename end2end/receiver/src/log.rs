//! What the receiver has applied: one line a change, on the disk before it is answered, so that a
//! test can kill anything at any moment and still count afterwards. Without a file it is memory.

use anyhow::Context;
use jiff::Timestamp;
use serde_json::{Value, json};
use std::{
    fs::{File, OpenOptions},
    io::Write,
    path::Path,
};

/// Every change in order, and the tickets they led to.
#[derive(Debug, Default)]
pub struct Log {
    file: Option<File>,
    tickets: Vec<Value>,
}

impl Log {
    /// Kept in memory only.
    pub fn in_memory() -> Self {
        Self::default()
    }

    /// Kept in a file, which is read first if it is there.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn in_file(path: &Path) -> anyhow::Result<Self> {
        let mut log = Self::default();
        if path.exists() {
            for line in std::fs::read_to_string(path)?.lines() {
                // The last line may be torn; what it told of was never answered.
                let Ok(entry) = serde_json::from_str(line) else {
                    continue;
                };
                log.apply(&entry);
            }
        }
        let file = OpenOptions::new().create(true).append(true).open(path);
        log.file = Some(file.with_context(|| format!("cannot write to {}", path.display()))?);
        Ok(log)
    }

    /// Every ticket as it is now, the oldest first.
    pub fn tickets(&self) -> &[Value] {
        &self.tickets
    }

    /// One ticket as it is now.
    pub fn ticket(&self, id: &str) -> Option<&Value> {
        self.tickets.iter().find(|ticket| ticket["id"] == id)
    }

    /// Adds a ticket.
    ///
    /// # Errors
    /// When it cannot be written down.
    pub fn create(&mut self, mut fields: Value) -> anyhow::Result<Value> {
        fields["id"] = json!((self.tickets.len() + 1).to_string());
        fields["lastUpdate"] = json!(Timestamp::now().to_string());
        self.keep(json!({ "create": fields }))?;
        Ok(fields)
    }

    /// Replaces fields of a ticket.
    ///
    /// # Errors
    /// When there is no such ticket or the change cannot be written down.
    pub fn change(&mut self, id: &str, mut fields: Value) -> anyhow::Result<Value> {
        fields["lastUpdate"] = json!(Timestamp::now().to_string());
        self.keep(json!({ "change": id, "fields": fields }))?;
        self.ticket(id).cloned().context("no such ticket")
    }

    fn keep(&mut self, entry: Value) -> anyhow::Result<()> {
        if let Some(file) = &mut self.file {
            writeln!(file, "{entry}")?;
            file.sync_data()?;
        }
        self.apply(&entry);
        Ok(())
    }

    fn apply(&mut self, entry: &Value) {
        if let Some(fields) = entry.get("create") {
            self.tickets.push(fields.clone());
            return;
        }
        let ticket = self
            .tickets
            .iter_mut()
            .find(|ticket| ticket["id"] == entry["change"]);
        if let (Some(ticket), Some(fields)) = (ticket, entry["fields"].as_object()) {
            for (name, value) in fields {
                ticket[name] = value.clone();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_applied_is_there_after_a_crash_and_a_torn_line_is_not() {
        let folder = std::env::temp_dir().join(format!("receiver-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("log");
        let mut log = Log::in_file(&path).unwrap();
        let id = log.create(json!({ "externalId": "A" })).unwrap()["id"]
            .as_str()
            .unwrap()
            .to_owned();
        log.change(&id, json!({ "status": "resolved" })).unwrap();
        drop(log);
        writeln!(
            OpenOptions::new().append(true).open(&path).unwrap(),
            "{{\"create\": {{\"exter"
        )
        .unwrap();
        let log = Log::in_file(&path).unwrap();
        assert_eq!(log.tickets().len(), 1);
        assert_eq!(log.ticket(&id).unwrap()["status"], "resolved");
        std::fs::remove_dir_all(folder).unwrap();
    }
}
