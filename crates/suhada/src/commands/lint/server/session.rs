//! What an editor asks and is told.

use crate::commands::Outcome;
use adlint::document::Format;
use adlint::place::Lines;
use adlint::{Finding, Linter, Severity};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::ops::Range;

/// An editor shows no more than so many, and counting columns on one endless line costs for each.
const MOST_DIAGNOSTICS: usize = 1000;

/// What to do after a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Wait for the next.
    GoOn,
    /// End.
    Leave(Outcome),
}

/// Whether the editor has said goodbye before it leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Goodbye {
    NotYet,
    Said,
}

/// Open documents and what was found in them.
pub struct Session<'p> {
    linter: Linter<'p>,
    open: BTreeMap<String, Open>,
    goodbye: Goodbye,
}

struct Open {
    text: String,
    findings: Vec<Finding>,
}

impl<'p> Session<'p> {
    /// Without documents.
    pub fn new(linter: Linter<'p>) -> Self {
        Self { linter, open: BTreeMap::new(), goodbye: Goodbye::NotYet }
    }

    /// Answers a message.
    pub fn receive(&mut self, message: &Value) -> (Vec<Value>, Next) {
        let (method, params) = (message["method"].as_str().unwrap_or_default(), &message["params"]);
        let replies = match method {
            "initialize" => vec![answer(message, &capabilities())],
            "textDocument/didOpen" => {
                self.changed(&params["textDocument"]["uri"], params["textDocument"]["text"].as_str())
            }
            "textDocument/didChange" => {
                let last = params["contentChanges"].as_array().and_then(|changes| changes.last());
                self.changed(&params["textDocument"]["uri"], last.and_then(|change| change["text"].as_str()))
            }
            "textDocument/didClose" => self.closed(&params["textDocument"]["uri"]),
            "textDocument/hover" => vec![answer(message, &self.hover(params))],
            "shutdown" => {
                self.goodbye = Goodbye::Said;
                vec![answer(message, &Value::Null)]
            }
            "exit" => {
                let outcome = if self.goodbye == Goodbye::Said { Outcome::Fine } else { Outcome::Found };
                return (Vec::new(), Next::Leave(outcome));
            }
            _ if message.get("id").is_some() => vec![unknown(message)],
            _ => Vec::new(),
        };
        (replies, Next::GoOn)
    }

    fn changed(&mut self, uri: &Value, text: Option<&str>) -> Vec<Value> {
        let (Some(uri), Some(text)) = (uri.as_str(), text) else { return Vec::new() };
        let (findings, diagnostics) = match self.linter.page(text, format(uri, text)) {
            Ok(outcome) => {
                let lines = Lines::of(text);
                let told =
                    outcome.findings.iter().take(MOST_DIAGNOSTICS).map(|finding| diagnostic(finding, &lines)).collect();
                (outcome.findings, told)
            }
            Err(refused) => {
                let lines = Lines::of(text);
                let range = range(&lines, refused.at.min(text.len())..refused.at.min(text.len()));
                (Vec::new(), vec![json!({ "range": range, "severity": 1, "source": "adlint", "message": refused.why })])
            }
        };
        self.open.insert(uri.to_owned(), Open { text: text.to_owned(), findings });
        vec![publish(uri, &diagnostics)]
    }

    fn closed(&mut self, uri: &Value) -> Vec<Value> {
        let Some(uri) = uri.as_str() else { return Vec::new() };
        self.open.remove(uri);
        vec![publish(uri, &[])]
    }

    fn hover(&self, params: &Value) -> Value {
        let Some(open) = params["textDocument"]["uri"].as_str().and_then(|uri| self.open.get(uri)) else {
            return Value::Null;
        };
        let number = |name: &str| params["position"][name].as_u64().and_then(|number| usize::try_from(number).ok());
        let (Some(line), Some(character)) = (number("line"), number("character")) else { return Value::Null };
        let lines = Lines::of(&open.text);
        let at = byte_at(&lines, line + 1, character);
        let Some(finding) = open.findings.iter().find(|finding| finding.span.contains(&at)) else { return Value::Null };
        json!({
            "contents": { "kind": "markdown", "value": told(finding) },
            "range": range(&lines, finding.span.clone()),
        })
    }
}

fn capabilities() -> Value {
    json!({
        "capabilities": {
            "positionEncoding": "utf-16",
            "textDocumentSync": { "openClose": true, "change": 1 },
            "hoverProvider": true,
        },
        "serverInfo": { "name": "suhada lint", "version": env!("CARGO_PKG_VERSION") },
    })
}

fn format(uri: &str, text: &str) -> Format {
    match uri.rsplit('.').next().unwrap_or_default() {
        "md" | "markdown" => Format::Markdown,
        "html" | "htm" => Format::Html,
        "txt" => Format::Plain,
        _ => Format::of_text(text),
    }
}

fn answer(request: &Value, result: &Value) -> Value {
    json!({ "jsonrpc": "2.0", "id": request["id"], "result": result })
}

fn unknown(request: &Value) -> Value {
    json!({ "jsonrpc": "2.0", "id": request["id"], "error": { "code": -32601, "message": "not known here" } })
}

fn publish(uri: &str, diagnostics: &[Value]) -> Value {
    let params = json!({ "uri": uri, "diagnostics": diagnostics });
    json!({ "jsonrpc": "2.0", "method": "textDocument/publishDiagnostics", "params": params })
}

fn diagnostic(finding: &Finding, lines: &Lines<'_>) -> Value {
    let severity = match finding.severity {
        Severity::Block | Severity::Error => 1,
        Severity::Warn => 2,
        Severity::Review => 3,
    };
    json!({
        "range": range(lines, finding.span.clone()),
        "severity": severity,
        "code": finding.rule,
        "source": "adlint",
        "message": format!("{}\n{}", finding.reason.ja, finding.reason.en),
    })
}

fn told(finding: &Finding) -> String {
    let Finding { rule, severity, reason, suggestion, source, .. } = finding;
    format!(
        "**{rule}** ({severity})\n\n{}\n→ {}\n\n{}\n→ {}\n\n{source}",
        reason.ja, suggestion.ja, reason.en, suggestion.en
    )
}

fn range(lines: &Lines<'_>, span: Range<usize>) -> Value {
    json!({ "start": position(lines, span.start), "end": position(lines, span.end) })
}

/// A position as editors count: lines from 0, and UTF-16 units.
fn position(lines: &Lines<'_>, at: usize) -> Value {
    let line = lines.place(at).line;
    let before = lines.text(line).get(..at - lines.start(line)).unwrap_or_else(|| lines.text(line));
    json!({ "line": line - 1, "character": before.encode_utf16().count() })
}

/// The byte at so many UTF-16 units into a line.
fn byte_at(lines: &Lines<'_>, line: usize, character: usize) -> usize {
    let mut units = 0;
    let before = lines.text(line).chars().take_while(|letter| {
        units += letter.len_utf16();
        units <= character
    });
    lines.start(line) + before.map(char::len_utf8).sum::<usize>()
}
