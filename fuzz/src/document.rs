//! A page of any bytes, read in any way, published anywhere, or shown by a browser.

#![no_main]

mod ground;

use adlint::rendered::{Fold, Shown};
use adlint::{Channel, Format, Rendered};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((kind, rest)) = data.split_first() else { return };
    let (channel, format) = match kind {
        b'h' => (Channel::Site, Format::Html),
        b't' => (Channel::Site, Format::Plain),
        b'p' => (Channel::Push, Format::Html),
        b's' => (Channel::Post, Format::Markdown),
        _ => (Channel::Site, Format::Markdown),
    };
    let text = String::from_utf8_lossy(rest);
    if *kind == b'b' {
        return shown(&text);
    }
    match ground::linter().text_on(channel, &text, format) {
        Ok(outcome) => ground::holds(&text, &outcome),
        Err(refused) => assert!(text.is_char_boundary(refused.at), "refused at {}: {}", refused.at, refused.why),
    }
});

/// Blocks as a browser shows them, one a line: its first letters are its element, its size and what it links to.
fn shown(text: &str) {
    let block = |line: &str| {
        let (tag, line) = line.split_once(' ').unwrap_or(("p", line));
        let (size, line) = line.split_once(' ').unwrap_or(("16", line));
        let links = line.split(' ').take(1).map(str::to_owned).collect();
        let fold = if size.starts_with('-') { Fold::Closed } else { Fold::Open };
        Shown { tag: tag.into(), text: line.into(), links, size: size.parse().unwrap_or(16.0), contrast: None, fold }
    };
    let page = Rendered { blocks: text.lines().map(block).collect() };
    if let Ok(outcome) = ground::linter().rendered(&page) {
        ground::holds(&page.source(), &outcome);
    }
}
