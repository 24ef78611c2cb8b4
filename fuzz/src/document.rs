//! A page of any bytes, read in any way.

#![no_main]

mod ground;

use adlint::Format;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((kind, rest)) = data.split_first() else { return };
    let format = match kind {
        b'h' => Format::Html,
        b't' => Format::Plain,
        _ => Format::Markdown,
    };
    let text = String::from_utf8_lossy(rest);
    match ground::linter().page(&text, format) {
        Ok(outcome) => ground::holds(&text, &outcome),
        Err(refused) => assert!(text.is_char_boundary(refused.at), "refused at {}: {}", refused.at, refused.why),
    }
});
