use super::fixture::{library, library_of, of, shipped, texts_with};
use jiff::civil::date;
use journey::facts::Decimal;
use journey::outcome::{Response, Score, change, response};
use journey::protocol::Library;
use journey::recall::due;
use journey::recovery::SignClass;
use journey::slug::{IndicationId, ScaleId};

fn graded(sessions: u16, grades: &[i32]) -> Response {
    of_library(&library(), sessions, grades)
}

fn of_library(library: &Library, sessions: u16, grades: &[i32]) -> Response {
    let score = |(month, grade): (i8, &i32)| Score {
        scale: ScaleId::parse("goodman-baron-qualitative").unwrap(),
        value: Decimal::whole(*grade),
        on: date(2026, month, 1),
    };
    let scores: Vec<Score> = (1..).zip(grades).map(score).collect();
    response(of(library, "needling"), &IndicationId::parse("acne-scars").unwrap(), sessions, &scores)
}

#[test]
fn two_sessions_or_a_single_score_are_too_early() {
    let needed = |sessions_needed| Response::TooEarly { sessions_needed };
    assert_eq!(graded(0, &[4, 1]), needed(3));
    assert_eq!(graded(2, &[4, 1]), needed(1));
    assert_eq!(graded(3, &[4]), needed(0));
    assert_eq!(graded(3, &[]), needed(0));
}

#[test]
fn one_grade_better_is_as_expected_and_none_is_said_honestly() {
    assert_eq!(graded(3, &[4, 4, 3]), Response::AsExpected);
    assert!(matches!(graded(3, &[4, 3, 4]), Response::NotResponding { options } if options.len() == 1));
    assert_eq!(graded(3, &[4, 3, 4]).class(), Some(SignClass::NonResponse));
    assert_eq!(graded(3, &[4, 4, 3]).class(), None);
}

#[test]
fn worse_is_its_own_answer_however_early() {
    assert_eq!(graded(3, &[3, 4]).code(), "worse");
    assert_eq!(graded(1, &[3, 4]).code(), "worse");
    assert_eq!(graded(1, &[3, 3]).code(), "too-early");
}

const SECOND: &str = r#"
[[response]]
indication = "acne-scars"
scale = "goodman-baron-qualitative"
after_sessions = 6
improvement = 2
definition = { ja = "2段階以上の改善", en = "Two grades or more" }
options = [{ ja = "ここで終了する", en = "Stop here" }]
source = ["trial"]
confidence = "moderate"

[maintenance]"#;

#[test]
fn of_several_expectations_the_one_for_the_sessions_done_counts() {
    let library = library_of(&texts_with("protocols/needling/protocol.toml", "[maintenance]", SECOND));
    let after = |sessions, grades: &[i32]| of_library(&library, sessions, grades).code();
    assert_eq!(after(5, &[4, 3]), "as-expected");
    assert_eq!(after(6, &[4, 3]), "not-responding");
    assert_eq!(after(6, &[4, 2]), "as-expected");
    assert_eq!(of_library(&library, 1, &[4, 3]), Response::TooEarly { sessions_needed: 2 });
}

#[test]
fn scores_of_two_scales_are_never_compared() {
    let library = shipped();
    let scale = |id: &str| library.scale(&ScaleId::parse(id).unwrap()).unwrap();
    let score = |id: &str| Score { scale: ScaleId::parse(id).unwrap(), value: Decimal::whole(2), on: date(2026, 1, 1) };
    let (qualitative, quantitative) = (score("goodman-baron-qualitative"), score("goodman-baron-quantitative"));
    let mixed = change(scale("goodman-baron-qualitative"), &qualitative, &quantitative).unwrap_err();
    assert_eq!(mixed.code(), "scales-mixed");
    assert_eq!(change(scale("goodman-baron-qualitative"), &qualitative, &qualitative), Ok(Decimal::whole(0)));
}

#[test]
fn without_evidence_nothing_is_expected() {
    let toxin = response(of(&library(), "toxin"), &IndicationId::parse("frown-lines").unwrap(), 3, &[]);
    assert_eq!(toxin, Response::NoEvidence);
}

#[test]
fn a_score_outside_its_scale_is_refused() {
    let library = library();
    let scale = &library.scales[0];
    assert!(scale.accepts(Decimal::whole(4)).is_ok());
    assert_eq!(scale.accepts(Decimal::whole(5)).unwrap_err().code(), "score-out-of-range");
}

#[test]
fn a_recall_is_due_when_its_window_opens_and_not_the_day_before() {
    let library = library();
    let needling = of(&library, "needling");
    let last = date(2025, 10, 1);
    assert_eq!(due(needling, last, date(2026, 3, 31)), None);
    let recall = due(needling, last, date(2026, 4, 1)).unwrap();
    assert_eq!((recall.window_from, recall.since), (date(2026, 4, 1), last));
    assert_eq!(due(of(&library, "toxin"), last, date(2030, 1, 1)), None);
}
