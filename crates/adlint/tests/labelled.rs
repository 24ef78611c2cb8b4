//! The labelled sentences, judged by the shipped rules.

mod labelled {
    pub mod judged;
    pub mod pack;
}

use labelled::judged::{Report, given, read};
use labelled::pack::{linter, pack};

/// The sentences are also told in parts. All of them had been read before the first rule was written, so no part is a
/// proof; the texts in `blind.rs` are.
const FOLDS: usize = 5;

#[test]
fn the_given_sentences_are_judged_well() {
    let pack = pack();
    let report = Report::of(&linter(&pack), &given());
    println!("{report}");
    for fold in 0..FOLDS {
        let part: Vec<_> = given().into_iter().skip(fold).step_by(FOLDS).collect();
        let report = Report::of(&linter(&pack), &part);
        println!("fold {fold}: precision {:.2}, recall {:.2}", report.precision(), report.recall());
    }
    assert!(report.recall() >= 0.9 && report.precision() >= 0.9, "{report}");
}

#[test]
fn what_clinics_say_on_the_street_is_judged_well() {
    let pack = pack();
    let report = Report::of(&linter(&pack), &read(include_str!("data/round-7.jsonl")));
    println!("{report}");
    assert!(report.recall() >= 0.9 && report.precision() >= 0.85, "{report}");
}

#[test]
fn the_second_half_written_by_another_hand_is_judged_well() {
    let pack = pack();
    let report = Report::of(&linter(&pack), &read(include_str!("data/round-8.jsonl")));
    println!("{report}");
    assert!(report.recall() >= 0.9 && report.precision() >= 0.85, "{report}");
}
