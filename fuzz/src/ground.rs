//! What the targets stand on: the shipped pack on a fixed day, and what holds of every outcome.

use adlint::{Linter, Outcome, Pack, japan};
use jiff::civil::date;
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    let products = include_str!("../../protocols/products.toml");
    japan::pack(products).unwrap_or_else(|mistakes| panic!("the shipped pack does not read: {mistakes:?}"))
});

/// The shipped rules on a day that never moves.
pub fn linter() -> Linter<'static> {
    Linter::new(&PACK, date(2026, 11, 22))
}

/// Every span lies in the source, on character boundaries, in order; refuses otherwise by a panic.
pub fn holds(text: &str, outcome: &Outcome) {
    let mut last = 0;
    for finding in &outcome.findings {
        assert!(text.get(finding.span.clone()).is_some(), "{} at {:?}", finding.rule, finding.span);
        assert!(finding.span.start >= last, "{} at {:?} comes after {last}", finding.rule, finding.span);
        last = finding.span.start;
    }
    for held in &outcome.held_back {
        assert!(text.get(held.span.clone()).is_some(), "{} held back at {:?}", held.rule, held.span);
    }
}
