//! What holds of every text: places are real, tricks do not hide, work grows with length and no faster.

mod labelled {
    pub mod pack;
}

use adlint::{Format, Linter};
use labelled::pack::{linter, pack};
use proptest::prelude::*;
use std::sync::LazyLock;

static PACK: LazyLock<adlint::Pack> = LazyLock::new(pack);

fn asked() -> Linter<'static> {
    linter(&PACK)
}

fn rules(text: &str) -> Vec<String> {
    asked().passage(text).expect("short enough").findings.into_iter().map(|finding| finding.rule).collect()
}

const CLAIMS: [&str; 8] = [
    "必ず効果が出ます",
    "副作用は一切ありません",
    "日本一のクリニック",
    "期間限定キャンペーン",
    "最先端の治療",
    "guaranteed results",
    "no side effects",
    "the best clinic",
];

/// Pieces that break things when they are put together.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(CLAIMS.to_vec()).prop_map(str::to_owned),
        proptest::sample::select(vec![
            "<p>",
            "</p>",
            "<div hidden>",
            "<b",
            "&amp;",
            "&#x3000;",
            "&bogus",
            "<!--",
            "-->",
            "<script>",
            "# ",
            "\n\n",
            "- ",
            "| a | b |\n|--|--|\n",
            "**",
            "[^a]",
            "[^a]: ",
            "![",
            "](x)",
            "> ",
            "「",
            "」",
            "+++\n",
            "---\n",
            "\u{200b}",
            "\u{202e}",
            "\u{3099}",
            "ｶﾞ",
            "①",
            "ﷺ",
            "\u{feff}",
            "\r\n",
            "\u{0}",
            "👩‍⚕️",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,12}",
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn every_finding_lies_on_letters_of_the_source(text in pieces()) {
        for format in [Format::Plain, Format::Markdown, Format::Html] {
            let Ok(outcome) = asked().page(&text, format) else { continue };
            for span in outcome.findings.iter().map(|one| &one.span).chain(outcome.held_back.iter().map(|one| &one.span)) {
                prop_assert!(text.get(span.clone()).is_some(), "{format:?} {span:?} in {text:?}");
            }
        }
    }

    #[test]
    fn a_claim_is_found_wherever_invisible_letters_are_put(claim in proptest::sample::select(CLAIMS.to_vec()), at in 0_usize..20) {
        let letters: Vec<char> = claim.chars().collect();
        let at = at % letters.len();
        let hidden: String = letters[..at].iter().chain(&['\u{200b}', '\u{2060}', '\u{ad}']).chain(&letters[at..]).collect();
        prop_assert_eq!(rules(&hidden), rules(claim));
    }

    #[test]
    fn a_claim_is_found_whatever_mark_keeps_its_letters_apart(
        claim in proptest::sample::select(CLAIMS[..5].to_vec()),
        mark in proptest::sample::select(vec!["★", "♡", "＿", ".", "●"]),
    ) {
        let letters: Vec<String> = claim.chars().map(String::from).collect();
        prop_assert_eq!(rules(&letters.join(mark)), rules(claim));
    }

    #[test]
    fn a_claim_is_found_through_tags_inside_its_words(claim in proptest::sample::select(CLAIMS.to_vec()), at in 1_usize..20) {
        let letters: Vec<char> = claim.chars().collect();
        let at = 1 + at % (letters.len() - 1);
        let (before, after): (String, String) = (letters[..at].iter().collect(), letters[at..].iter().collect());
        let page = format!("<p>{before}<b></b>{after}</p>");
        let found = asked().page(&page, Format::Html).expect("short enough").findings;
        let found: Vec<String> = found.into_iter().map(|finding| finding.rule).collect();
        for rule in rules(claim) {
            prop_assert!(found.contains(&rule), "{page} {found:?}");
        }
    }
}

#[test]
fn a_heading_stays_one_however_many_invisible_letters_are_in_it() {
    let heading = format!("■n=50{}", "の満足".repeat(11));
    let strewn = heading.replace('の', "の\u{200b}");
    let below = |heading: &str| rules(&format!("\u{feff}{heading}\n満足度98％"));
    assert_eq!(below(&heading), ["MA-FALSE-STAT"]);
    assert_eq!(below(&strewn), ["MA-FALSE-STAT"]);
}

#[test]
fn a_claim_spans_the_tags_inside_it_in_the_source() {
    let page = "<p>日本<b>一</b>です</p>";
    let found = asked().page(page, Format::Html).expect("short enough").findings;
    assert_eq!(found.iter().map(|one| &page[one.span.clone()]).collect::<Vec<_>>(), ["日本<b>一"]);
}

#[test]
fn the_text_of_a_picture_is_found_at_its_own_place_in_either_format() {
    let text = "あ <img src=\"x\" alt=\"日本一の仕上がり\"> い";
    for format in [Format::Markdown, Format::Html] {
        let found = asked().page(text, format).expect("short enough").findings;
        let spans: Vec<&str> = found.iter().map(|one| &text[one.span.clone()]).collect();
        assert_eq!(spans, ["日本一"], "{format:?}");
    }
}

/// Words found and statements made in `count` copies without a single line end.
fn found_in(piece: &str, count: usize) -> (usize, usize) {
    let text = piece.repeat(count);
    let page = asked().read(&text, Format::Plain).expect("short enough");
    let hits = page.readings.iter().map(|reading| reading.hits.len()).sum();
    (hits, asked().passage(&text).expect("short enough").findings.len())
}

#[test]
fn twice_the_text_is_twice_the_work_on_one_endless_line() {
    for piece in ["必ず", "必ず効果", "副作用ない", "「", "no side effects ", "1", "ー", "<", "口コミ割引"]
    {
        let ((hits, _), (twice, _)) = (found_in(piece, 2_000), found_in(piece, 4_000));
        assert!(twice <= hits * 2 + 64, "{piece}: {hits} words became {twice}");
    }
}

#[test]
fn a_long_line_full_of_claims_is_read_to_its_end() {
    let (_, findings) = found_in("日本一です。", 10_000);
    assert_eq!(findings, 10_000);
}

#[test]
fn nested_and_unclosed_markup_is_read_to_its_end() {
    for piece in ["<div hidden>", "<blockquote>", "![", "[", "> ", "- ", "<!-- ", "&", "**", "| ", "「"] {
        let text = format!("{}日本一です", piece.repeat(4_000));
        for format in [Format::Markdown, Format::Html] {
            assert!(asked().page(&text, format).is_ok(), "{piece}");
        }
    }
}

#[test]
fn front_matter_without_an_end_is_refused_with_its_place() {
    let refused = asked().page("+++\ntitle = \"x\"\n\n本文", Format::Markdown).expect_err("it has no end");
    assert_eq!(refused.at, 0);
    let refused = asked().page("+++\ntitle = \n+++\n本文", Format::Markdown).expect_err("a value is missing");
    assert!((4..=13).contains(&refused.at), "{refused:?}");
}

#[test]
fn a_text_over_the_limit_is_refused() {
    let text = "a".repeat(adlint::MOST_BYTES + 1);
    assert_eq!(asked().passage(&text).map_err(|refused| refused.at), Err(adlint::MOST_BYTES));
}
