//! The part of the DevTools protocol that is needed: one tab that goes to an address and answers one question.

use crate::clock::Stopwatch;
use anyhow::{Context, anyhow, bail};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{ChildStdin, ChildStdout};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Duration;

/// How many messages may wait.
const WAITING: usize = 256;
/// The window: a desk.
const WINDOW: (u32, u32) = (1280, 900);

/// Waits until the page and its letters are there, and gives the status of the answer.
const LOADED: &str = "(async () => {
  if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done, { once: true }));
  await document.fonts.ready;
  return performance.getEntriesByType('navigation')[0]?.responseStatus ?? 0;
})()";

/// A tab.
pub struct Tab {
    into: ChildStdin,
    told: Receiver<Value>,
    session: Option<String>,
    last: u64,
    limit: Duration,
}

impl Tab {
    /// Opens one in a browser; every answer is awaited no longer than `limit`.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub fn open(into: ChildStdin, out: ChildStdout, limit: Duration) -> anyhow::Result<Self> {
        let (sender, told) = sync_channel(WAITING);
        std::thread::spawn(move || {
            let mut messages = BufReader::new(out).split(0);
            while let Some(Ok(bytes)) = messages.next() {
                let Ok(message) = serde_json::from_slice(&bytes) else { continue };
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let mut tab = Self { into, told, session: None, last: 0, limit };
        let made = tab.ask("Target.createTarget", json!({ "url": "about:blank" }))?;
        let attach = json!({ "targetId": made["targetId"], "flatten": true });
        let session = tab.ask("Target.attachToTarget", attach)?;
        tab.session = session["sessionId"].as_str().map(str::to_owned);
        let (width, height) = WINDOW;
        let window = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        tab.ask("Emulation.setDeviceMetricsOverride", window)?;
        Ok(tab)
    }

    /// Goes to an address and waits until it is loaded.
    ///
    /// # Errors
    /// When nobody answers there, when the answer is no page, or when it takes too long.
    pub fn visit(&mut self, url: &str) -> anyhow::Result<()> {
        let gone = self.ask("Page.navigate", json!({ "url": url }))?;
        if let Some(error) = gone["errorText"].as_str().filter(|error| !error.is_empty()) {
            bail!("it cannot be reached ({error})");
        }
        match self.evaluate(LOADED)?.as_u64() {
            Some(status) if status >= 400 => bail!("the answer is {status}"),
            _ => Ok(()),
        }
    }

    /// The value of an expression on the page.
    ///
    /// # Errors
    /// When it throws, or takes too long.
    pub fn evaluate(&mut self, expression: &str) -> anyhow::Result<Value> {
        let asked = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let mut told = self.ask("Runtime.evaluate", asked)?;
        if let Some(thrown) = told["exceptionDetails"]["exception"]["description"].as_str() {
            bail!("the page could not be read: {thrown}");
        }
        Ok(told["result"]["value"].take())
    }

    /// Asks, and waits for the answer.
    fn ask(&mut self, method: &str, params: Value) -> anyhow::Result<Value> {
        self.last += 1;
        let id = self.last;
        let mut question = json!({ "id": id, "method": method, "params": params });
        if let Some(session) = &self.session {
            question["sessionId"] = json!(session);
        }
        self.into.write_all(format!("{question}\0").as_bytes()).context("the browser does not listen")?;
        let since = Stopwatch::start();
        loop {
            let mut message = self.next(&since)?;
            if message["id"].as_u64() != Some(id) {
                continue;
            }
            if let Some(error) = message["error"]["message"].as_str() {
                bail!("the browser refuses {method}: {error}");
            }
            return Ok(message["result"].take());
        }
    }

    fn next(&self, since: &Stopwatch) -> anyhow::Result<Value> {
        let left = self.limit.saturating_sub(since.elapsed());
        self.told.recv_timeout(left).map_err(|error| match error {
            RecvTimeoutError::Timeout => anyhow!("no answer within {} seconds", self.limit.as_secs()),
            RecvTimeoutError::Disconnected => anyhow!("the browser has ended"),
        })
    }
}
