//! How the time grows where a hostile text doubles. Linear is a factor of two; more than three is told.

mod ground;

use adlint::Format;
use std::time::Instant;

/// The smaller and the larger text, in bytes.
const SIZES: [usize; 3] = [512 * 1024, 1024 * 1024, 2 * 1024 * 1024];

/// Texts that repeat: name, how they are read, beginning, and what is repeated.
const HOSTILE: [(&str, Format, &str, &str); 22] = [
    ("one line of a word", Format::Plain, "", "必ず治る"),
    ("one line without any", Format::Plain, "", "あ"),
    ("full stops", Format::Plain, "", "。"),
    ("questions", Format::Plain, "", "痛みは？"),
    ("open quotes", Format::Plain, "", "「必ず"),
    ("marks", Format::Plain, "か", "\u{301}"),
    ("zero width", Format::Plain, "必", "\u{200b}"),
    ("spaces", Format::Plain, "必", "ず "),
    ("a condition far away", Format::Plain, "", "副作用も痛みも"),
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

fn main() {
    println!("{:<24} {:>9} {:>9} {:>9}  growth", "", "0.5 MiB", "1 MiB", "2 MiB");
    for (name, format, beginning, repeated) in HOSTILE {
        let took = SIZES.map(|size| seconds(&hostile(beginning, repeated, size), format));
        let growth = took[2] / took[1].max(f64::EPSILON);
        let told = if growth > 3.0 { "  worse than linear?" } else { "" };
        println!("{name:<24} {:>8.3}s {:>8.3}s {:>8.3}s  {growth:.2}{told}", took[0], took[1], took[2]);
    }
}

fn hostile(beginning: &str, repeated: &str, size: usize) -> String {
    let mut text = beginning.to_owned();
    text.push_str(&repeated.repeat(size / repeated.len()));
    text
}

fn seconds(text: &str, format: Format) -> f64 {
    let begun = Instant::now();
    match ground::linter().page(text, format) {
        Ok(outcome) => ground::holds(text, &outcome),
        Err(refused) => println!("refused: {refused}"),
    }
    begun.elapsed().as_secs_f64()
}
