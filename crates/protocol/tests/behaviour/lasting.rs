use super::fixture::{library, library_of, of, texts_with};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use journey::protocol::Library;
use journey::recall::{Course, Estimate, Lasting, Observed, due, due_for, estimate};
use journey::slug::IndicationId;

const EFFECT: &str = r#"
[[effect]]
indication = "frown-lines"
usual = { days = 120 }
from = { days = 90 }
to = { days = 180 }
says = { ja = "効果は3〜6か月ほどで薄れます。", en = "The effect fades after about 3 to 6 months." }
confidence = "house"

[recovery]"#;

const LAST: Date = date(2026, 1, 1);

fn with_effect() -> Library {
    library_of(&texts_with("protocols/toxin/protocol.toml", "[recovery]", EFFECT))
}

fn seen(days: i64, lasting: Lasting) -> Observed {
    let treated = date(2025, 1, 1);
    Observed { treated, on: treated.saturating_add(days.days()), lasting }
}

fn estimated(observed: &[Observed]) -> Estimate {
    estimate(&of(&with_effect(), "toxin").effects[0], observed)
}

fn course(earliest: Option<Date>, observed: &[Observed]) -> Course {
    let indication = IndicationId::parse("frown-lines").unwrap();
    Course { indication, last_session: LAST, observed: observed.to_vec(), earliest }
}

#[test]
fn with_no_history_the_window_stays_as_wide_as_the_studies() {
    let known = estimated(&[]);
    assert_eq!((known.from_days, known.usual_days, known.to_days, known.seen), (90, 120, 180, 0));
}

#[test]
fn a_length_that_was_seen_draws_the_estimate_near_and_narrows_it() {
    let short = estimated(&[seen(85, Lasting::Faded)]);
    let shorter = estimated(&[seen(85, Lasting::Faded); 3]);
    assert!(short.usual_days < 120 && short.usual_days > 85, "{short:?}");
    assert!(shorter.usual_days < short.usual_days && shorter.usual_days >= 85, "{shorter:?}");
    assert!(shorter.to_days - shorter.from_days < short.to_days - short.from_days);
    assert!(short.to_days - short.from_days < 90);
    assert_eq!(shorter.seen, 3);
}

#[test]
fn still_there_only_says_longer() {
    let early = estimated(&[seen(30, Lasting::StillThere)]);
    let late = estimated(&[seen(200, Lasting::StillThere)]);
    assert!(early.usual_days.abs_diff(120) <= 2, "{early:?}");
    assert!(late.usual_days > 150, "{late:?}");
    assert!(late.usual_days > estimated(&[seen(150, Lasting::StillThere)]).usual_days);
}

#[test]
fn a_day_before_the_session_says_nothing() {
    assert_eq!(estimated(&[seen(-1, Lasting::Faded)]), estimated(&[]));
}

#[test]
fn a_recall_opens_on_its_first_day_and_not_the_day_before() {
    let library = with_effect();
    let toxin = of(&library, "toxin");
    let opens = date(2026, 4, 1);
    assert_eq!(due_for(toxin, &course(None, &[]), date(2026, 3, 31)), None);
    let recall = due_for(toxin, &course(None, &[]), opens).unwrap();
    assert_eq!((recall.window_from, recall.window_to), (opens, date(2026, 6, 30)));
    assert_eq!(recall.says.en, "The effect fades after about 3 to 6 months.");
}

#[test]
fn a_short_effect_never_opens_the_window_before_the_safe_day() {
    let library = with_effect();
    let toxin = of(&library, "toxin");
    let observed = [seen(40, Lasting::Faded); 4];
    let safe = date(2026, 4, 1);
    assert!(estimated(&observed).to_days < 90);
    assert_eq!(due_for(toxin, &course(Some(safe), &observed), date(2026, 3, 31)), None);
    let recall = due_for(toxin, &course(Some(safe), &observed), safe).unwrap();
    assert_eq!((recall.window_from, recall.window_to), (safe, safe));
    assert!(recall.says.ja.contains("これまでの経過（4回）"));
    assert!(recall.says.en.contains("your own earlier sessions (4)"));
}

#[test]
fn where_no_length_is_known_maintenance_counts_as_before() {
    let library = library();
    let needling = of(&library, "needling");
    let course = Course { indication: IndicationId::parse("acne-scars").unwrap(), ..course(None, &[]) };
    for today in [date(2026, 6, 30), date(2026, 7, 1)] {
        assert_eq!(due_for(needling, &course, today), due(needling, LAST, today));
    }
    assert!(due(needling, LAST, date(2026, 7, 1)).is_some());
    let later = Course { earliest: Some(date(2026, 8, 1)), ..course };
    assert_eq!(due_for(needling, &later, date(2026, 7, 31)), None);
}

#[test]
fn an_effect_that_runs_backwards_or_stands_twice_is_refused() {
    let refused = |effect: &str| {
        let texts = texts_with("protocols/toxin/protocol.toml", "[recovery]", effect);
        protocol::load(&texts).expect_err("this must be refused").remove(0).message
    };
    assert_eq!(refused(&EFFECT.replace("days = 120", "days = 89")), "this effect runs backwards");
    let twice = EFFECT.replace("[recovery]", "") + EFFECT;
    assert_eq!(refused(&twice), "this indication has two effects");
}
