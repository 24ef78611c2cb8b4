//! The labelled sentences, judged by the shipped rules.

mod labelled {
    pub mod judged;
    pub mod pack;
}

use labelled::judged::{Report, given};
use labelled::pack::{linter, pack};

#[test]
fn the_given_sentences_are_judged_well() {
    let pack = pack();
    let report = Report::of(&linter(&pack), &given());
    println!("{report}");
    assert!(report.recall() >= 0.9 && report.precision() >= 0.9, "{report}");
}
