//! Eleven bad files, as people make them: each mistake names file, line, column, what was expected and the nearest name.

use super::fixture::texts_with;
use protocol::Diagnostic;

struct Bad {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    /// What the caret points at.
    at: &'static str,
    nearest: Option<&'static str>,
}

const fn bad(
    file: &'static str,
    from: &'static str,
    to: &'static str,
    at: &'static str,
    nearest: Option<&'static str>,
) -> Bad {
    Bad { file, from, to, at, nearest }
}

const NEEDLING: &str = "protocols/needling/protocol.toml";

const ELEVEN: [Bad; 11] = [
    bad(NEEDLING, "minutes = 30\n", "minutes = 30\nrooom = \"treatment\"\n", "rooom", Some("room")),
    bad(NEEDLING, "{ fact = \"pregnancy\", is", "{ fact = \"pregnacy\", is", "\"pregnacy\"", Some("pregnancy")),
    bad(
        NEEDLING,
        "verdict = \"contraindicated\"",
        "verdict = \"contra-indicated\"",
        "\"contra-indicated\"",
        Some("contraindicated"),
    ),
    bad(NEEDLING, "confidence = \"moderate\"", "confidence = \"modrate\"", "\"modrate\"", Some("moderate")),
    bad(NEEDLING, "concerns = [\"acne-scars\"]", "concerns = [\"acne-scar\"]", "\"acne-scar\"", Some("acne-scars")),
    bad(NEEDLING, "products = [\"pen\"]", "products = [\"pem\"]", "\"pem\"", Some("pen")),
    bad(NEEDLING, "floor = { days = 21 }", "floor = { day = 21 }", "day", Some("days")),
    bad(NEEDLING, "minutes = 30", "minutes = \"thirty\"", "\"thirty\"", None),
    bad(NEEDLING, "short = { ja = \"赤み\", en = \"redness\" }\n", "", "\"redness\"", None),
    bad("protocols/zones.toml", "sides = \"midline\"", "sides = \"midlin\"", "\"midlin\"", Some("midline")),
    bad(
        "protocols/needling/cases.toml",
        "expect = \"contraindicated\"",
        "expect = \"contraindicate\"",
        "\"contraindicate\"",
        Some("contraindicated"),
    ),
];

fn pointed_at(mistake: &Diagnostic) -> String {
    mistake.excerpt.chars().skip(mistake.column - 1).take(mistake.width).collect()
}

#[test]
fn each_of_eleven_bad_files_is_told_with_its_place_what_was_expected_and_the_nearest_name() {
    for Bad { file, from, to, at, nearest } in ELEVEN {
        let texts = texts_with(file, from, to);
        let mistakes = protocol::load(&texts).expect_err(to);
        let told = mistakes.iter().find(|mistake| pointed_at(mistake) == at);
        let told = told.unwrap_or_else(|| panic!("nothing points at {at}: {mistakes:#?}"));
        assert_eq!(told.file, file);
        assert_eq!(texts[file].lines().nth(told.line - 1), Some(told.excerpt.as_str()), "{to}");
        assert!(told.expected.as_ref().is_some_and(|expected| !expected.is_empty()), "{told}");
        assert_eq!(told.did_you_mean.as_deref(), nearest, "{told}");
    }
}

#[test]
fn broken_syntax_says_what_was_expected_too() {
    for broken in ["status = unapproved", "status = \"unapproved", "status \"unapproved\"", "status = "] {
        let mistakes = protocol::load(&texts_with(NEEDLING, "status = \"unapproved\"", broken)).expect_err(broken);
        assert!(mistakes.iter().all(|mistake| mistake.expected.is_some()), "{broken}: {mistakes:#?}");
        assert!(mistakes.iter().any(|mistake| mistake.line == 4), "{broken}: {mistakes:#?}");
    }
}

#[test]
fn a_missing_file_says_what_was_expected() {
    let mut texts = super::fixture::texts();
    texts.remove(NEEDLING);
    let mistakes = protocol::load(&texts).expect_err("there is no protocol");
    assert!(mistakes.iter().all(|mistake| mistake.expected.is_some()), "{mistakes:#?}");
}

#[test]
fn a_name_with_no_neighbour_offers_none() {
    let texts = texts_with(NEEDLING, "products = [\"pen\"]", "products = [\"hyaluronidase\"]");
    let mistakes = protocol::load(&texts).expect_err("there is no such product");
    assert_eq!(mistakes[0].did_you_mean, None);
}
