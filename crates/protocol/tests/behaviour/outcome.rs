use super::fixture::{library, of};
use jiff::civil::date;
use journey::facts::Decimal;
use journey::outcome::{Response, Score, response};
use journey::recall::due;
use journey::slug::{IndicationId, ScaleId};

fn graded(sessions: u16, grades: &[i32]) -> Response {
    let score = |(month, grade): (i8, &i32)| Score {
        scale: ScaleId::parse("goodman-baron-qualitative").unwrap(),
        value: Decimal::whole(*grade),
        on: date(2026, month, 1),
    };
    let scores: Vec<Score> = (1..).zip(grades).map(score).collect();
    response(of(&library(), "needling"), &IndicationId::parse("acne-scars").unwrap(), sessions, &scores)
}

#[test]
fn two_sessions_or_a_single_score_are_too_early() {
    assert_eq!(graded(2, &[4, 1]), Response::TooEarly);
    assert_eq!(graded(3, &[4]), Response::TooEarly);
    assert_eq!(graded(3, &[]), Response::TooEarly);
}

#[test]
fn one_grade_better_is_as_expected_and_none_is_said_honestly() {
    assert_eq!(graded(3, &[4, 4, 3]), Response::AsExpected);
    assert!(matches!(graded(3, &[4, 3, 4]), Response::NotResponding { options } if options.len() == 1));
    assert_eq!(graded(3, &[3, 4]).code(), "not-responding");
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
