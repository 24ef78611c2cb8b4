//! An editor at the other end of the pipe: the whole way of a keystroke, with its JSON.

use super::super::spans::Spans;
use super::typing::Typing;
use crate::clock::Stopwatch;
use anyhow::{Context, bail};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

/// The article that is open.
const ADDRESS: &str = "file:///article.md";

/// `suhada lint --lsp` as a process of its own.
struct Editor {
    server: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

/// Types into an article and waits for the diagnostics of every keystroke.
pub(super) fn measure(article: &str, keystrokes: usize, seed: u64) -> anyhow::Result<Value> {
    let mut editor = Editor::open()?;
    editor.send(&json!({ "id": 1, "method": "initialize", "params": { "capabilities": {} } }))?;
    editor.receive()?;
    let document = json!({ "uri": ADDRESS, "languageId": "markdown", "version": 0, "text": article });
    editor.send(&json!({ "method": "textDocument/didOpen", "params": { "textDocument": document } }))?;
    editor.diagnostics()?;
    let (mut typing, mut each) = (Typing::into(article, seed), Vec::with_capacity(keystrokes));
    for version in 1..=keystrokes {
        each.push(editor.key(version, &typing.key())?);
    }
    editor.leave()?;
    let spans = Spans::of(each);
    Ok(json!({
        "samples": spans.count(), "p50_ms": spans.millis(50), "p99_ms": spans.millis(99), "max_ms": spans.millis(100),
    }))
}

impl Editor {
    fn open() -> anyhow::Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["lint", "--lsp"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut server = command.spawn().context("the language server cannot be run")?;
        let to = server.stdin.take().context("no way to the server")?;
        let from = BufReader::new(server.stdout.take().context("no way from the server")?);
        Ok(Self { server, to, from })
    }

    /// Sends the text after a keystroke; how long it took until the diagnostics had come.
    fn key(&mut self, version: usize, text: &str) -> anyhow::Result<Duration> {
        let one = Stopwatch::start();
        let params =
            json!({ "textDocument": { "uri": ADDRESS, "version": version }, "contentChanges": [{ "text": text }] });
        self.send(&json!({ "method": "textDocument/didChange", "params": params }))?;
        self.diagnostics()?;
        Ok(one.elapsed())
    }

    fn leave(mut self) -> anyhow::Result<()> {
        self.send(&json!({ "id": 2, "method": "shutdown" }))?;
        self.receive()?;
        self.send(&json!({ "method": "exit" }))?;
        self.server.wait()?;
        Ok(())
    }

    fn send(&mut self, message: &Value) -> anyhow::Result<()> {
        let mut message = message.clone();
        message["jsonrpc"] = "2.0".into();
        let body = message.to_string();
        write!(self.to, "Content-Length: {}\r\n\r\n{body}", body.len())?;
        Ok(self.to.flush()?)
    }

    fn diagnostics(&mut self) -> anyhow::Result<Value> {
        let message = self.receive()?;
        if message["method"] != "textDocument/publishDiagnostics" {
            bail!("the language server sent {} instead of diagnostics", message["method"]);
        }
        Ok(message)
    }

    fn receive(&mut self) -> anyhow::Result<Value> {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if self.from.read_line(&mut line)? == 0 {
                bail!("the language server has left");
            }
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            if let Some(value) = line.strip_prefix("Content-Length: ") {
                length = value.parse()?;
            }
        }
        let mut body = vec![0; length];
        self.from.read_exact(&mut body)?;
        Ok(serde_json::from_slice(&body)?)
    }
}
