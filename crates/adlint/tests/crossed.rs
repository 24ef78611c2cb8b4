//! Each fold judged by a pack that lacks every word and pattern which only that fold speaks for.
//!
//! `LINT_FOLDS_OUT=file.json cargo test -p adlint --test crossed` writes the figures.

mod labelled {
    pub mod pack;
}
mod folds {
    pub mod reduced;
    pub mod tally;
    pub mod texts;
}

use folds::reduced::{Removed, Support, without};
use folds::texts::{FOLDS, Labelled, all, is_of_pages, pages};
use labelled::pack::{linter, pack};

use adlint::{Format, Linter};
use folds::tally::{Judged, Tallies};
use std::collections::BTreeSet;

fn found(linter: &Linter<'_>, one: &Labelled) -> BTreeSet<String> {
    let outcome =
        if one.whole { linter.page(&one.text, Format::of_text(&one.text)) } else { linter.passage(&one.text) };
    let rules = outcome.expect("it can be read").findings.into_iter().map(|finding| finding.rule);
    rules.filter(|rule| (one.whole || !is_of_pages(rule)) && !one.also.contains(rule)).collect()
}

/// Why a text was misjudged: the words it was judged by, if the fold took them away.
fn reason(linter: &Linter<'_>, one: &Labelled, removed: &Removed) -> String {
    let page = linter.read(&one.text, Format::Plain).expect("short");
    let says = |word: &&String| page.readings.iter().any(|reading| reading.text.as_str().contains(word.as_str()));
    let words: Vec<&str> = removed.words.iter().filter(says).map(String::as_str).collect();
    match words.is_empty() {
        true => "no word of it was left out: a sequence was, or the whole pack misjudges it".to_owned(),
        false => format!("left out, for they stand in no other text: {}", words.join(", ")),
    }
}

#[test]
fn folds_are_judged_without_what_only_they_speak_for() {
    let (pack, texts, pages) = (pack(), all(), pages());
    let whole = linter(&pack);
    let (mut kept, mut tallies) = (Tallies::new("whole pack"), Tallies::new("each fold without its own words"));
    for fold in 0..FOLDS {
        let (here, there): (Vec<&Labelled>, Vec<&Labelled>) = texts.iter().partition(|one| one.fold() == fold);
        let inside = Support::of(&whole, here.iter().map(|one| one.text.as_str()));
        let others = there.iter().map(|one| one.text.as_str()).chain(pages.iter().map(String::as_str));
        let outside = Support::of(&whole, others);
        let (reduced, removed) = without(&whole, &inside, &outside);
        let judge = linter(&reduced);
        tallies.fold(fold, here.len(), &removed);
        for one in here {
            kept.add(Judged { text: one, fold, found: found(&whole, one), why: String::new() });
            tallies.add(Judged { text: one, fold, found: found(&judge, one), why: reason(&whole, one, &removed) });
        }
    }
    println!("{kept}\n{tallies}");
    if let Ok(file) = std::env::var("LINT_FOLDS_OUT") {
        std::fs::write(file, tallies.json(&kept)).expect("it can be written");
    }
    assert!(tallies.precision() >= 0.8 && tallies.recall() >= 0.4, "{tallies}");
}

#[test]
fn every_fold_has_lawful_and_unlawful_texts_of_both_languages() {
    for fold in 0..FOLDS {
        let here: Vec<Labelled> = all().into_iter().filter(|one| one.fold() == fold).collect();
        let japanese = here.iter().filter(|one| !one.text.is_ascii()).count();
        let lawful = here.iter().filter(|one| one.expected.is_empty()).count();
        assert!(japanese > 20 && japanese + 10 < here.len(), "{fold}: {japanese} of {}", here.len());
        assert!(lawful > 20 && lawful + 20 < here.len(), "{fold}: {lawful} of {}", here.len());
    }
}
