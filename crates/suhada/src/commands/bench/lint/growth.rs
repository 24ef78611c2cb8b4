//! How the time grows where a hostile text doubles: a factor of two is linear.

use super::super::spans::rounded;
use crate::clock::Stopwatch;
use adlint::{Format, Linter};
use serde_json::{Map, Value, json};
use std::hint::black_box;

/// The smaller and the larger text, in bytes.
const SIZES: [usize; 2] = [1 << 20, 1 << 21];

/// How often each text is linted.
const TIMES: usize = 3;

/// Texts that repeat: name, how they are read, how they begin, and what is repeated.
const HOSTILE: [(&str, Format, &str, &str); 22] = [
    ("a word", Format::Plain, "", "必ず治る"),
    ("one letter", Format::Plain, "", "あ"),
    ("full stops", Format::Plain, "", "。"),
    ("questions", Format::Plain, "", "痛みは？"),
    ("open quotes", Format::Plain, "", "「必ず"),
    ("marks", Format::Plain, "か", "\u{301}"),
    ("zero width", Format::Plain, "必", "\u{200b}"),
    ("spaces", Format::Plain, "必", "ず "),
    ("no end of a clause", Format::Plain, "", "副作用も痛みも"),
    ("digits", Format::Plain, "", "9,"),
    ("nested quotations", Format::Markdown, "", "> "),
    ("open brackets", Format::Markdown, "", "["),
    ("open links", Format::Markdown, "", "[a]("),
    ("emphasis", Format::Markdown, "", "*a_"),
    ("headings", Format::Markdown, "", "# 副作用\n\n"),
    ("rows", Format::Markdown, "|a|b|\n|-|-|\n", "|費用|9,900円（税込）|\n"),
    ("treatments", Format::Markdown, "", "## ダーマペン\n\nピーリング 1回 9,900円\n\n"),
    ("footnotes", Format::Markdown, "", "[^a]: 研究で証明[^a]\n"),
    ("open elements", Format::Html, "", "<div>必"),
    ("open attributes", Format::Html, "<p ", "a='b\" "),
    ("pictures", Format::Html, "", "<img alt=治療前><img alt=治療後>"),
    ("entities", Format::Html, "", "&amp;&#x5fc5;"),
];

/// Seconds for each text at either size, and how much longer the larger takes.
pub(super) fn measure(linter: &Linter<'_>) -> Value {
    let each = HOSTILE.iter().map(|(name, format, beginning, repeated)| {
        let [one, two] = SIZES.map(|size| seconds(linter, &hostile(beginning, repeated, size), *format));
        let figure = json!({
            "one_mebibyte_ms": rounded(one * 1_000.0), "two_mebibytes_ms": rounded(two * 1_000.0),
            "growth": rounded(two / one.max(f64::EPSILON)),
        });
        ((*name).to_owned(), figure)
    });
    Value::Object(each.collect::<Map<String, Value>>())
}

fn hostile(beginning: &str, repeated: &str, size: usize) -> String {
    let mut text = beginning.to_owned();
    text.push_str(&repeated.repeat(size / repeated.len().max(1)));
    text
}

/// The shortest of several times.
fn seconds(linter: &Linter<'_>, text: &str, format: Format) -> f64 {
    (0..TIMES).map(|_| once(linter, text, format)).fold(f64::INFINITY, f64::min)
}

fn once(linter: &Linter<'_>, text: &str, format: Format) -> f64 {
    let one = Stopwatch::start();
    // A refusal is an answer as well, and must be as quick.
    drop(black_box(linter.page(text, format)));
    one.elapsed().as_secs_f64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_text_begins_as_it_is_told_and_keeps_to_its_size() {
        let text = hostile("<p ", "a='b\" ", 20);
        assert_eq!(text, "<p a='b\" a='b\" a='b\" ");
    }
}
