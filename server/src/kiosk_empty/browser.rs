//! A browser that is asked one thing about one of its profiles, over the pipe by which Chromium can
//! be driven (`--remote-debugging-pipe`): messages of JSON, each ended by a zero.

use anyhow::{Context, anyhow, bail, ensure};
use data_encoding::BASE64;
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

/// The pipe is the program's input and output here, and the files 3 and 4 there.
const START: &str = r#"exec "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1"#;

/// A hidden window that asks nobody for anything.
const FLAGS: [&str; 8] = [
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-first-run",
    "--disable-extensions",
    "--disable-component-update",
    "--disable-background-networking",
    "--disable-sync",
    "--password-store=basic",
];

/// What may be wrong when it says nothing.
const SILENT: &str = "the browser says nothing: is another one still using this profile, or do \
                      policies on this machine forbid to look into it?";

/// A browser that runs.
pub struct Browser {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    asked: u64,
}

impl Browser {
    /// Starts one on a profile.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(program: &Path, profile: &Path) -> anyhow::Result<Self> {
        let mut child = Command::new("/bin/sh")
            .args(["-c", START, "sh"])
            .arg(program)
            .arg(format!("--user-data-dir={}", profile.display()))
            .args(FLAGS)
            .arg("about:blank")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} cannot be started", program.display()))?;
        let to = child.stdin.take().context("a pipe to the browser")?;
        let from = child.stdout.take().context("a pipe from the browser")?;
        Ok(Self {
            child,
            to,
            from: BufReader::new(from),
            asked: 0,
        })
    }

    /// What a script says on a page of an origin. The page is an empty one of ours: whatever the
    /// browser wants from a network is answered here, so that none is needed and none is asked.
    ///
    /// # Errors
    /// When the browser cannot be asked, or the script fails.
    pub fn evaluate_at(&mut self, origin: &str, script: &str) -> anyhow::Result<Value> {
        let target = self.call(None, "Target.createTarget", json!({ "url": "about:blank" }))?;
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let attached = self.call(None, "Target.attachToTarget", attach)?;
        let session = attached["sessionId"].as_str().context("no session")?;
        let page = Some(session);
        self.call(page, "Network.enable", json!({}))?;
        self.call(
            page,
            "Network.setBypassServiceWorker",
            json!({ "bypass": true }),
        )?;
        self.call(page, "Fetch.enable", json!({}))?;
        let there = json!({ "url": format!("{origin}/kiosk") });
        let there = self.call(page, "Page.navigate", there)?;
        ensure!(there.get("errorText").is_none(), "{origin}: {there}");
        let asked = json!({ "expression": script, "awaitPromise": true, "returnByValue": true });
        let said = self.call(page, "Runtime.evaluate", asked)?;
        if let Some(wrong) = said.get("exceptionDetails") {
            bail!("the memory of the kiosk cannot be read: {wrong}");
        }
        Ok(said["result"]["value"].clone())
    }

    /// Ends it, and waits until its profile is closed.
    pub fn close(mut self) {
        // One that is gone already has nothing to say to that.
        let _gone = self.call(None, "Browser.close", json!({}));
        let _ended = self.child.wait();
    }

    fn call(
        &mut self,
        session: Option<&str>,
        method: &str,
        params: Value,
    ) -> anyhow::Result<Value> {
        let number = self.send(session, method, params)?;
        loop {
            let mut heard = self.hear()?;
            if heard["id"] == number {
                if let Some(error) = heard.get("error") {
                    bail!("{method}: {error}");
                }
                return Ok(heard["result"].take());
            }
            if heard["method"] == "Fetch.requestPaused" {
                let empty = json!({
                    "requestId": heard["params"]["requestId"],
                    "responseCode": 200,
                    "responseHeaders": [{ "name": "content-type", "value": "text/html" }],
                    "body": BASE64.encode(b"<!doctype html>"),
                });
                self.send(session, "Fetch.fulfillRequest", empty)?;
            }
        }
    }

    fn send(&mut self, session: Option<&str>, method: &str, params: Value) -> anyhow::Result<u64> {
        self.asked += 1;
        let mut message = json!({ "id": self.asked, "method": method, "params": params });
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        let mut text = serde_json::to_vec(&message)?;
        text.push(0);
        self.to.write_all(&text).map_err(|_| anyhow!(SILENT))?;
        Ok(self.asked)
    }

    fn hear(&mut self) -> anyhow::Result<Value> {
        let mut text = Vec::new();
        self.from.read_until(0, &mut text)?;
        ensure!(text.pop() == Some(0), SILENT);
        Ok(serde_json::from_slice(&text)?)
    }
}

impl Drop for Browser {
    /// One that failed must not keep the profile.
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _gone = self.child.wait();
    }
}
