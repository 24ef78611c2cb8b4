//! SARIF 2.1.0, for code scanning and other tools.

use super::Checked;
use crate::finding::{Finding, Severity, Stamp};
use crate::pack::{Pack, Rule};
use crate::place::Lines;
use serde_json::{Value, json};

/// The log of these files.
#[must_use]
pub fn report(checked: &[Checked], pack: &Pack, stamp: &Stamp) -> Value {
    let note = stamp.sentence();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "suhada lint",
                "informationUri": "https://github.com/suhada-clinic/suhada",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": pack.rules.iter().map(rule).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "properties": { "ruleset": stamp.ruleset, "checkedOn": stamp.checked_on, "note": [note.ja, note.en] },
            "results": checked.iter().flat_map(|one| results(one, pack)).collect::<Vec<_>>(),
        }],
    })
}

fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": { "text": format!("{} / {}", rule.title.ja, rule.title.en) },
        "fullDescription": { "text": format!("{} / {}", rule.reason.ja, rule.reason.en) },
        "help": { "text": format!("{} / {}\n{}", rule.suggestion.ja, rule.suggestion.en, rule.source) },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "severity": rule.severity, "checked": rule.checked },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Block | Severity::Error => "error",
        Severity::Warn => "warning",
        Severity::Review => "note",
    }
}

fn results(checked: &Checked, pack: &Pack) -> Vec<Value> {
    let lines = Lines::of(&checked.text);
    checked.outcome.findings.iter().map(|finding| result(checked, finding, &lines, pack)).collect()
}

fn result(checked: &Checked, finding: &Finding, lines: &Lines<'_>, pack: &Pack) -> Value {
    let (start, end) = (lines.place(finding.span.start), lines.place(finding.span.end));
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": format!("{} / {}", finding.reason.ja, finding.reason.en) },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri(&checked.file) },
            "region": {
                "startLine": start.line, "startColumn": start.column,
                "endLine": end.line, "endColumn": end.column,
                "byteOffset": finding.span.start, "byteLength": finding.span.len(),
            },
        }}],
        "properties": { "severity": finding.severity },
    });
    let index = pack.rules.iter().position(|rule| rule.id == finding.rule);
    if let (Some(index), Some(result)) = (index, result.as_object_mut()) {
        result.insert("ruleIndex".into(), json!(index));
    }
    result
}

/// A path as a relative reference: what may not stand in one is written by its bytes.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
    let written = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    if path == "-" { "stdin".into() } else { path.replace('\\', "/").bytes().map(written).collect() }
}
