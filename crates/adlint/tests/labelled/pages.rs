//! Whole pages whose label names what must be found.

use super::spans::{Score, Verdict};
use adlint::{Finding, Format, Linter, Severity};
use serde::Deserialize;
use std::path::Path;

#[derive(Deserialize)]
struct Expected {
    page: Vec<Page>,
}

#[derive(Deserialize)]
struct Page {
    file: String,
    #[serde(default)]
    expect: Vec<Wanted>,
    #[serde(default)]
    also: Vec<String>,
}

#[derive(Deserialize)]
struct Wanted {
    rule: String,
    #[serde(default)]
    span: Option<String>,
}

impl Wanted {
    fn meets(&self, found: &Finding, text: &str) -> bool {
        let touches = |span: &String| {
            text.match_indices(span.as_str())
                .any(|(start, _)| found.span.start < start + span.len() && start < found.span.end)
        };
        self.rule == found.rule && self.span.as_ref().is_none_or(touches)
    }
}

/// Judges all of them. Whatever weighs more than a review and is not expected is too much.
pub fn judge(linter: &Linter<'_>, folder: &str) -> Score {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(folder);
    let expected = std::fs::read_to_string(folder.join("expected.toml")).expect("it is there");
    let expected: Expected = toml::from_str(&expected).expect("it can be read");
    let mut score = Score::default();
    for page in &expected.page {
        let text = std::fs::read_to_string(folder.join(&page.file)).expect("it is there");
        let format = if page.file.ends_with(".html") { Format::Html } else { Format::Markdown };
        let outcome = linter.page(&text, format).expect("it can be read");
        count(&mut score, page, &text, &outcome.findings);
    }
    score
}

fn count(score: &mut Score, page: &Page, text: &str, findings: &[Finding]) {
    for wanted in &page.expect {
        let met = findings.iter().any(|found| wanted.meets(found, text));
        let what = wanted.span.as_deref().unwrap_or("—");
        score.count(&wanted.rule, if met { Verdict::Right } else { Verdict::Missed }, &page.file, what);
    }
    for found in findings.iter().filter(|found| found.severity > Severity::Review) {
        let known = page.also.contains(&found.rule) || page.expect.iter().any(|wanted| wanted.rule == found.rule);
        if !known {
            let what = format!("[{}] {}", &text[found.span.clone()], found.reason.en);
            score.count(&found.rule, Verdict::TooMuch, &page.file, &what);
        }
    }
}
