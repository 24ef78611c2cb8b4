//! Pages as a browser shows them: risks as legible as the benefits.

mod labelled {
    pub mod pack;
}

use adlint::rendered::{Fold, Shown};
use adlint::{Rendered, Severity};
use labelled::pack::{linter, pack};

fn shown(tag: &str, text: &str) -> Shown {
    Shown { tag: tag.into(), text: text.into(), links: Vec::new(), size: 16.0, contrast: Some(12.0), fold: Fold::Open }
}

/// A complete page of a treatment; its risks look like `risks`.
fn page(risks: Shown) -> Rendered {
    let telephone = Shown { links: vec!["tel:0300000000".into()], ..shown("p", "お電話ください。") };
    let blocks = vec![
        Shown { size: 28.0, ..shown("h1", "医療脱毛") },
        shown("p", "光を照射し、毛をつくる部分に熱を与える施術です。自由診療（保険適用外）です。"),
        shown("p", "標準的な費用は1回22,000円（税込）、5回で110,000円（税込）です。"),
        shown("p", "約8週間おきに5回、8か月ほど通います。"),
        risks,
        telephone,
    ];
    Rendered { blocks }
}

fn risks() -> Shown {
    shown("p", "主なリスク：赤み、腫れ、やけど、毛嚢炎。")
}

fn found(page: &Rendered) -> Vec<String> {
    let pack = pack();
    let outcome = linter(&pack).rendered(page).expect("short");
    outcome.findings.into_iter().map(|finding| finding.rule).collect()
}

#[test]
fn risks_as_large_and_dark_as_the_rest_are_legible() {
    assert_eq!(found(&page(risks())), Vec::<String>::new());
    assert_eq!(found(&page(Shown { size: 20.0, contrast: Some(21.0), ..risks() })), Vec::<String>::new());
    assert_eq!(found(&page(Shown { contrast: None, ..risks() })), Vec::<String>::new());
}

#[test]
fn risks_in_smaller_or_fainter_letters_or_behind_a_fold_are_not() {
    assert_eq!(found(&page(Shown { size: 12.0, ..risks() })), ["MA-RELEASE-BALANCE"]);
    assert_eq!(found(&page(Shown { contrast: Some(4.0), ..risks() })), ["MA-RELEASE-BALANCE"]);
    assert_eq!(found(&page(Shown { fold: Fold::Closed, ..risks() })), ["MA-RELEASE-BALANCE"]);
}

#[test]
fn a_rounded_pixel_is_no_difference_and_the_next_one_is() {
    assert_eq!(found(&page(Shown { size: 15.6, ..risks() })), Vec::<String>::new());
    assert_eq!(found(&page(Shown { size: 15.4, ..risks() })), ["MA-RELEASE-BALANCE"]);
}

#[test]
fn risks_that_nobody_can_see_are_missing() {
    let mut hidden = page(risks());
    hidden.blocks.remove(4);
    assert_eq!(found(&hidden), ["MA-RELEASE-RISK"]);
}

#[test]
fn a_telephone_is_a_contact_only_where_it_is_linked_or_written() {
    let mut without = page(risks());
    without.blocks[5].links.clear();
    assert_eq!(found(&without), ["MA-RELEASE-CONTACT"]);
}

#[test]
fn a_finding_points_into_the_source_of_the_page() {
    let page = Rendered { blocks: vec![shown("p", "はじめに。"), shown("p", "必ず治ります。")] };
    let pack = pack();
    let outcome = linter(&pack).rendered(&page).expect("short");
    assert_eq!(outcome.worst(), Some(Severity::Block));
    assert!(page.source()[outcome.findings[0].span.clone()].starts_with("必ず治り"));
}

#[test]
fn a_page_with_nothing_on_it_has_no_findings() {
    assert_eq!(found(&Rendered::default()), Vec::<String>::new());
}
