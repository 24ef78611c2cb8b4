//! What stands above a Markdown page: its title and excerpt are seen by readers, so they are read too.

use super::Kind;
use super::builder::Builder;
use std::fmt;

/// Front matter that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The byte at which it goes wrong.
    pub at: usize,
    /// What is wrong.
    pub why: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}

impl std::error::Error for Broken {}

/// What readers see, and as what.
const SEEN: [(&str, Kind); 5] = [
    ("title", Kind::Heading(1)),
    ("excerpt", Kind::Paragraph),
    ("description", Kind::Paragraph),
    ("summary", Kind::Paragraph),
    ("subtitle", Kind::Paragraph),
];

/// Reads it and tells where the page begins.
pub fn read(builder: &mut Builder<'_>) -> Result<usize, Broken> {
    let source = builder.source();
    let skipped = if source.starts_with('\u{feff}') { 3 } else { 0 };
    let text = source.get(skipped..).unwrap_or_default();
    let fence = match text.lines().next().map(str::trim_end) {
        Some("+++") => "+++",
        Some("---") if text.lines().nth(1).is_some_and(|line| line.contains(':')) => "---",
        _ => return Ok(skipped),
    };
    let start = skipped + text.find('\n').map_or(text.len(), |end| end + 1);
    let Some((end, body)) = closing(source, start, fence) else {
        return Err(Broken { at: skipped, why: format!("the front matter that begins with `{fence}` does not end") });
    };
    if fence == "+++" {
        check(source.get(start..end).unwrap_or_default(), start)?;
    }
    let mut at = start;
    for line in source.get(start..end).unwrap_or_default().split_inclusive('\n') {
        field(builder, line, at);
        at += line.len();
    }
    builder.close(body);
    Ok(body)
}

/// Where the front matter ends and the page begins.
fn closing(source: &str, start: usize, fence: &str) -> Option<(usize, usize)> {
    let mut at = start;
    for line in source.get(start..)?.split_inclusive('\n') {
        if line.trim_end() == fence {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}

fn check(text: &str, start: usize) -> Result<(), Broken> {
    text.parse::<toml::Table>().map(drop).map_err(|error| {
        let at = error.span().map_or(start, |span| start + span.start);
        Broken { at, why: format!("the front matter cannot be read: {}", error.message()) }
    })
}

fn field(builder: &mut Builder<'_>, line: &str, at: usize) {
    let Some(split) = line.find(['=', ':']) else { return };
    let Some(name) = line.get(..split).map(str::trim) else { return };
    let Some((_, kind)) = SEEN.iter().find(|(seen, _)| *seen == name) else { return };
    let rest = line.get(split + 1..).unwrap_or_default();
    let value = rest.trim().trim_matches('"');
    let offset = rest.find(value).unwrap_or_default();
    let start = at + split + 1 + offset;
    builder.open(*kind, start);
    builder.verbatim(start..start + value.len());
    builder.close(start + value.len());
}
