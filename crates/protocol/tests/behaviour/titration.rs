//! Doses that rise step by step.

use super::fixture::{library_of, of, texts_plus};
use jiff::civil::{Date, date};
use journey::protocol::Library;
use journey::quantity::HundredthsMg;
use journey::screening::{Finding, FindingKind, Headline, OverrideBy, Until};
use journey::session::{MissedDose, PlannedDose, TakenDose, check_dose_step, missed_dose};
use journey::slug::ProductId;

const STEPS: &str = r#"
[[titration]]
id = "weekly-steps"
product = "toxin-b"
steps_mg = [0.25, 0.5, 1.0]
hold = { days = 28 }
every = { days = 7 }
late = { take_if_next_in_hours = 72 }
doctor_after_missed = 2
restart_after_missed = 3
says = { ja = "少ない量から順に進めます。", en = "We go up step by step." }
confidence = "house"
"#;

fn library() -> Library {
    library_of(&texts_plus("protocols/toxin/protocol.toml", STEPS))
}

fn toxin_b() -> ProductId {
    ProductId::parse("toxin-b").unwrap()
}

fn took(on: Date, hundredths: u32) -> TakenDose {
    TakenDose { on, product: toxin_b(), mass: HundredthsMg(hundredths) }
}

/// Four weeks on the first step, from 1 April 2026 on.
fn first_step() -> Vec<TakenDose> {
    [date(2026, 4, 1), date(2026, 4, 8), date(2026, 4, 15), date(2026, 4, 22)].map(|on| took(on, 25)).to_vec()
}

fn plan(taken: &[TakenDose], hundredths: u32, on: Date) -> Vec<Finding> {
    let planned = PlannedDose { product: toxin_b(), mass: HundredthsMg(hundredths) };
    check_dose_step(of(&library(), "toxin"), taken, &planned, on)
}

fn kinds(found: &[Finding]) -> Vec<FindingKind> {
    found.iter().map(|finding| finding.kind).collect()
}

#[test]
fn the_first_dose_is_the_first_step() {
    assert!(plan(&[], 25, date(2026, 4, 1)).is_empty());
    let skipped = plan(&[], 50, date(2026, 4, 1));
    assert_eq!(kinds(&skipped), [FindingKind::SkippedStep]);
    assert_eq!(skipped[0].instead.as_ref().unwrap().en, "The step is 0.25 mg");
    assert_eq!(kinds(&plan(&[], 30, date(2026, 4, 1))), [FindingKind::OffStep]);
}

#[test]
fn the_next_step_comes_after_four_weeks_and_not_a_week_earlier() {
    let three_weeks = &first_step()[..3];
    let short = plan(three_weeks, 50, date(2026, 4, 22));
    assert_eq!(kinds(&short), [FindingKind::StepTooShort]);
    assert_eq!(short[0].until, Some(Until::Date(date(2026, 4, 29))));
    assert!(plan(three_weeks, 25, date(2026, 4, 22)).is_empty());
    assert!(plan(&first_step(), 50, date(2026, 4, 29)).is_empty());
    assert!(plan(&first_step(), 25, date(2026, 4, 29)).is_empty(), "staying is always possible");
    assert_eq!(kinds(&plan(&first_step(), 100, date(2026, 4, 29))), [FindingKind::SkippedStep]);
}

#[test]
fn nothing_above_the_last_step_is_ever_given() {
    let found = plan(&first_step(), 101, date(2026, 4, 29));
    assert_eq!(kinds(&found), [FindingKind::AboveLastStep]);
    assert_eq!((found[0].headline, found[0].override_by), (Headline::Contraindicated, OverrideBy::Never));
}

#[test]
fn a_dose_before_its_day_is_the_doctors_and_a_doubled_one_is_nobodys() {
    let on = |day| plan(&first_step(), 25, day);
    assert!(on(date(2026, 4, 29)).is_empty());
    let early = on(date(2026, 4, 28));
    assert_eq!((kinds(&early), early[0].override_by), (vec![FindingKind::DoseTooSoon], OverrideBy::Physician));
    assert_eq!(on(date(2026, 4, 25))[0].override_by, OverrideBy::Physician, "three days after the last");
    assert_eq!(on(date(2026, 4, 24))[0].override_by, OverrideBy::Never);
    assert_eq!(on(date(2026, 4, 22))[0].override_by, OverrideBy::Never);
}

#[test]
fn missed_doses_go_to_the_doctor_and_then_back_to_the_first_step() {
    let taken = &first_step();
    assert!(plan(taken, 50, date(2026, 5, 6)).is_empty(), "one was missed");
    assert_eq!(kinds(&plan(taken, 50, date(2026, 5, 7))), [FindingKind::DosesMissed], "the second is late");
    let third = plan(taken, 50, date(2026, 5, 14));
    assert_eq!(kinds(&third), [FindingKind::DosesMissed]);
    assert_eq!(third[0].instead.as_ref().unwrap().en, "The step is 0.25 mg");
    assert!(plan(taken, 25, date(2026, 5, 14)).is_empty());
}

#[test]
fn after_a_restart_the_four_weeks_begin_anew() {
    let taken = [first_step(), vec![took(date(2026, 6, 1), 25)]].concat();
    assert_eq!(kinds(&plan(&taken, 50, date(2026, 6, 8))), [FindingKind::StepTooShort]);
}

#[test]
fn a_late_dose_is_taken_only_if_the_next_is_three_days_away() {
    let library = library();
    let titration = &of(&library, "toxin").titrations[0];
    let on = |day| missed_dose(titration, &first_step(), day);
    assert_eq!(on(date(2026, 4, 28)), MissedDose::OnTime { due: date(2026, 4, 29) });
    assert_eq!(on(date(2026, 4, 29)), MissedDose::OnTime { due: date(2026, 4, 29) });
    assert_eq!(on(date(2026, 5, 3)), MissedDose::TakeNow { next: date(2026, 5, 6) });
    assert_eq!(on(date(2026, 5, 4)), MissedDose::LeaveOut { next: date(2026, 5, 6) });
    assert_eq!(on(date(2026, 5, 6)), MissedDose::OnTime { due: date(2026, 5, 6) });
    assert_eq!(on(date(2026, 5, 7)), MissedDose::AskDoctor { missed: 2 });
    assert_eq!(on(date(2026, 5, 14)), MissedDose::Restart { first: Some(HundredthsMg(25)), missed: 3 });
    assert_eq!(missed_dose(titration, &[], date(2026, 4, 1)), MissedDose::NotBegun { first: Some(HundredthsMg(25)) });
}

#[test]
fn the_rhythm_stays_after_a_late_dose() {
    let taken = [first_step(), vec![took(date(2026, 5, 2), 25)]].concat();
    assert!(plan(&taken, 25, date(2026, 5, 6)).is_empty());
    let too_late = [first_step(), vec![took(date(2026, 5, 5), 25)]].concat();
    assert_eq!(plan(&too_late, 25, date(2026, 5, 6))[0].until, Some(Until::Date(date(2026, 5, 13))));
}

#[test]
fn another_product_has_no_steps_here() {
    let planned = PlannedDose { product: ProductId::parse("toxin-a").unwrap(), mass: HundredthsMg(9_999) };
    assert!(check_dose_step(of(&library(), "toxin"), &[], &planned, date(2026, 4, 1)).is_empty());
}
