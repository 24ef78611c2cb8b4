//! Sentences and pages that were labelled before the rules were seen, judged by the shipped rules.

mod labelled {
    pub mod pack;
    pub mod pages;
    pub mod spans;
}

use labelled::pack::{linter, pack};
use labelled::{pages, spans};

#[test]
fn the_sentences_labelled_before_the_rules_are_judged_well() {
    let pack = pack();
    let score = spans::judge(&linter(&pack), include_str!("data/sentences.jsonl"));
    println!("{score}");
    assert!(score.precision() >= 0.85 && score.recall() >= 0.85, "{score}");
}

#[test]
fn the_third_round_is_judged_well() {
    let pack = pack();
    let score = spans::judge(&linter(&pack), include_str!("data/round-3.jsonl"));
    println!("{score}");
    assert!(score.precision() >= 0.85 && score.recall() >= 0.85, "{score}");
}

#[test]
fn the_fourth_round_is_judged_well() {
    let pack = pack();
    let score = spans::judge(&linter(&pack), include_str!("data/round-4.jsonl"));
    println!("{score}");
    assert!(score.precision() >= 0.85 && score.recall() >= 0.85, "{score}");
}

#[test]
fn the_pages_labelled_before_the_rules_are_judged_well() {
    let pack = pack();
    let score = pages::judge(&linter(&pack), "pages");
    println!("{score}");
    assert!(score.precision() >= 0.85 && score.recall() >= 0.85, "{score}");
}

#[test]
fn the_pages_by_another_hand_are_judged_well() {
    let pack = pack();
    let score = pages::judge(&linter(&pack), "pages-9");
    println!("{score}");
    assert!(score.precision() >= 0.9 && score.recall() >= 0.9, "{score}");
}

#[test]
fn the_fifth_round_is_judged_well() {
    let pack = pack();
    let score = spans::judge(&linter(&pack), include_str!("data/round-5.jsonl"));
    println!("{score}");
    assert!(score.precision() >= 0.85 && score.recall() >= 0.85, "{score}");
}

#[test]
fn the_sixth_round_is_judged_well() {
    let pack = pack();
    let score = spans::judge(&linter(&pack), include_str!("data/round-6.jsonl"));
    println!("{score}");
    assert!(score.precision() >= 0.85 && score.recall() >= 0.85, "{score}");
}
