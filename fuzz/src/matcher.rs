//! A passage of any bytes, and the same passage with zero-width spaces strewn in.

#![no_main]

mod ground;

use adlint::Outcome;
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeSet;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let Ok(plain) = ground::linter().passage(&text) else { return };
    ground::holds(&text, &plain);
    let strewn = strew(&text);
    let Ok(hidden) = ground::linter().passage(&strewn) else { return };
    ground::holds(&strewn, &hidden);
    let (plain, hidden) = (rules(&plain), rules(&hidden));
    assert!(plain.is_subset(&hidden), "zero-width spaces hide {:?}", plain.difference(&hidden));
});

/// A zero-width space between every two Japanese letters.
fn strew(text: &str) -> String {
    let mut strewn = String::with_capacity(text.len() * 2);
    let mut last = ' ';
    for letter in text.chars() {
        if is_japanese(last) && is_japanese(letter) {
            strewn.push('\u{200b}');
        }
        strewn.push(letter);
        last = letter;
    }
    strewn
}

fn is_japanese(letter: char) -> bool {
    matches!(letter, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '一'..='龯')
}

fn rules(outcome: &Outcome) -> BTreeSet<String> {
    outcome.findings.iter().map(|finding| finding.rule.clone()).collect()
}
