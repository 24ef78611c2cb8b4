//! The texts of protocols that public pages show, asked about by the advertising rules.

use crate::clock::SystemClock;
use crate::protocols::Texts;
use adlint::report::Checked;
use adlint::{Finding, Linter, Outcome};
use anyhow::anyhow;
use app::Clock;
use jiff::tz::TimeZone;
use journey::text::Lang;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// What a public page shows of a protocol, and of the list of concerns.
const OF_PROTOCOL: &[&str] = &["name", "summary", "disclosures", "catalogue"];
const OF_CONCERNS: &[&str] = &["concern"];

/// What stands between two texts that are read as one passage.
const BETWEEN: &str = "\n\n";

/// A text with its place in the file.
struct Piece {
    written: Range<usize>,
    text: String,
}

/// What the rules find, file by file. Files without findings are left out.
pub fn check(texts: &Texts) -> anyhow::Result<Vec<Checked>> {
    let pack = web::gate::pack().map_err(|why| anyhow!(why))?;
    let today = SystemClock::default().now().to_zoned(TimeZone::get("Asia/Tokyo")?).date();
    let linter = Linter::new(pack, today);
    let mut found = Vec::new();
    for (file, text) in texts {
        let findings = in_file(&linter, file, text)?;
        if !findings.is_empty() {
            let outcome = Outcome { findings, held_back: Vec::new() };
            found.push(Checked { file: file.clone(), text: text.clone(), outcome });
        }
    }
    Ok(found)
}

fn in_file(linter: &Linter<'_>, file: &str, text: &str) -> anyhow::Result<Vec<Finding>> {
    let shown = match file.rsplit('/').next() {
        Some("protocol.toml") => OF_PROTOCOL,
        Some("concerns.toml") => OF_CONCERNS,
        _ => return Ok(Vec::new()),
    };
    let table = DeTable::parse(text)?;
    let mut findings = Vec::new();
    for lang in Lang::ALL {
        let mut pieces = Vec::new();
        for (key, value) in table.get_ref().iter().filter(|(key, _)| shown.contains(&key.get_ref().as_ref())) {
            gather(lang.code(), key.get_ref(), value.get_ref(), value.span(), &mut pieces);
        }
        findings.extend(in_pieces(linter, text, &pieces)?);
    }
    findings.sort_by(|a, b| (a.span.start, &a.rule).cmp(&(b.span.start, &b.rule)));
    Ok(findings)
}

/// Every text of a language below a value, in the order of the file.
fn gather(lang: &str, key: &str, value: &DeValue<'_>, span: Range<usize>, pieces: &mut Vec<Piece>) {
    match value {
        DeValue::String(text) if key == lang => pieces.push(Piece { written: span, text: text.to_string() }),
        DeValue::Array(all) => {
            all.iter().for_each(|one| gather(lang, key, one.get_ref(), one.span(), pieces));
        }
        DeValue::Table(table) => {
            table.iter().for_each(|(key, one)| gather(lang, key.get_ref(), one.get_ref(), one.span(), pieces));
        }
        _ => {}
    }
}

/// Reads the texts as one passage, as the page shows them, and leads every finding back to its place in the file.
fn in_pieces(linter: &Linter<'_>, file: &str, pieces: &[Piece]) -> anyhow::Result<Vec<Finding>> {
    let (mut passage, mut starts) = (String::new(), Vec::new());
    for piece in pieces {
        starts.push(passage.len());
        passage.push_str(&piece.text);
        passage.push_str(BETWEEN);
    }
    let outcome = linter.passage(&passage)?;
    Ok(outcome
        .findings
        .into_iter()
        .filter_map(|finding| {
            let place = starts.partition_point(|start| *start <= finding.span.start).checked_sub(1)?;
            let (piece, start) = (pieces.get(place)?, starts.get(place)?);
            let within = finding.span.start - start..finding.span.end.saturating_sub(*start);
            Some(Finding { span: written(file, piece, within), ..finding })
        })
        .collect())
}

/// Where a part of a text is written; the whole text where it is written otherwise than it reads.
fn written(file: &str, piece: &Piece, within: Range<usize>) -> Range<usize> {
    let begins = file.get(piece.written.clone()).and_then(|raw| raw.find(&piece.text));
    match begins {
        Some(at) => {
            piece.written.start + at + within.start..piece.written.start + at + within.end.min(piece.text.len())
        }
        None => piece.written.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(file: &str, text: &str) -> Vec<Checked> {
        check(&Texts::from([(file.to_owned(), text.to_owned())])).unwrap()
    }

    #[test]
    fn a_promise_in_a_summary_is_found_where_it_is_written() {
        let text = "id = \"x\"\nsummary = { ja = \"必ず治ります。\", en = \"It may help.\" }\n";
        let all = found("x/protocol.toml", text);
        let span = &all[0].outcome.findings[0].span;
        assert!(text[span.clone()].starts_with("必ず治"), "{}", &text[span.clone()]);
    }

    #[test]
    fn a_promise_in_either_language_is_found() {
        let text =
            "[[catalogue.claim]]\nsays = { ja = \"変化には個人差があります。\", en = \"Guaranteed to cure acne.\" }\n";
        let all = found("x/protocol.toml", text);
        assert!(all[0].outcome.findings.iter().any(|one| text[one.span.clone()].contains("uarantee")), "{all:?}");
    }

    #[test]
    fn a_note_to_oneself_and_a_plain_sentence_are_not_findings() {
        let note =
            "summary = { ja = \"赤みが出ることがあります。\", en = \"Redness may occur.\" }\nnote = \"必ず治ります\"\n";
        assert!(found("x/protocol.toml", note).is_empty());
        assert!(found("x/sources.toml", "summary = { ja = \"必ず治ります。\" }\n").is_empty());
    }

    #[test]
    fn a_text_that_is_written_with_escapes_is_found_as_a_whole() {
        let text = "summary = { ja = \"\\u5fc5ず治ります。\" }\n";
        let all = found("x/protocol.toml", text);
        assert!(text[all[0].outcome.findings[0].span.clone()].starts_with('"'), "{all:?}");
    }
}
