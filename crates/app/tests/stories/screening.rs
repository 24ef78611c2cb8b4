use app::booking::Outcome;
use app::screening::{self, Questions};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use journey::booking::OnlineOutcome;
use journey::facts::Facts;
use journey::screening::{Headline, blocks_treatment};
use journey::slug::RuleId;
use testkit::{TestClinic, all_clear, answers, fact};

const VISIT: Date = date(2026, 11, 27);

fn with(clinic: &TestClinic, service: &str, given: &[(&str, &str)]) -> Facts {
    let mut all = all_clear(clinic.protocol(service), clinic.today());
    all.merge(&answers(given, clinic.today()));
    all
}

#[test]
fn a_pregnant_visitor_is_told_no_and_nothing_is_kept() {
    let clinic = TestClinic::sqlite();
    let said = with(&clinic, "dermapen", &[("pregnancy", "yes")]);
    let outcome = clinic.books_online(1, "dermapen", VISIT, said).unwrap();
    let Outcome::NotOnline { verdict } = outcome else { panic!("told no, not {outcome:?}") };
    assert_eq!(verdict.headline(), Headline::Contraindicated);
    for table in ["identity_patient", "identity_contact", "screening_answer", "booking_claim", "outbox_message"] {
        assert_eq!(clinic.count(table), 0, "{table}");
    }
}

#[test]
fn toxin_within_three_months_is_not_before_the_day_it_runs_out() {
    let clinic = TestClinic::sqlite();
    let said = with(&clinic, "botox", &[("last_toxin", "2026-09-24"), ("last_toxin_product", "botox-vista")]);
    let outcome = clinic.books_online(1, "botox", VISIT, said).unwrap();
    let Outcome::NotBefore { day, .. } = outcome else { panic!("not before a day, not {outcome:?}") };
    assert_eq!(day, date(2026, 12, 24));
    assert_eq!(clinic.count("identity_patient"), 0);
    let said = with(&clinic, "botox", &[("last_toxin", "2026-09-24"), ("last_toxin_product", "botox-vista")]);
    let outcome = clinic.books_online(1, "botox", day, said).unwrap();
    assert!(matches!(outcome, Outcome::Booked(_)), "on the day itself it may be booked, not {outcome:?}");
}

/// Sources disagree about isotretinoin, so nobody is turned away online: a doctor decides, and says from when on
/// nobody needs to be asked.
#[test]
fn isotretinoin_two_months_ago_is_for_a_doctor_and_only_the_examination_is_booked() {
    let clinic = TestClinic::sqlite();
    let said = with(&clinic, "dermapen", &[("last_isotretinoin", "2026-09-24")]);
    let outcome = clinic.books_online(1, "dermapen", VISIT, said).unwrap();
    let Outcome::Booked(done) = outcome else { panic!("an examination, not {outcome:?}") };
    assert_eq!(done.outcome, OnlineOutcome::ExaminationOnly);
    assert_eq!(done.visit.items.len(), 1);
    let verdict = done.verdict.unwrap();
    let rule = verdict.finding(&RuleId::parse("recent-isotretinoin").unwrap()).unwrap();
    assert_eq!(rule.headline, Headline::NeedsDoctor);
}

#[test]
fn blanks_are_allowed_and_what_is_missing_blocks_the_treatment() {
    let clinic = TestClinic::sqlite();
    let outcome = clinic.books_online(1, "dermapen", VISIT, Facts::new()).unwrap();
    let Outcome::Booked(done) = outcome else { panic!("the booking stands, not {outcome:?}") };
    assert_eq!(done.outcome, OnlineOutcome::ExaminationWithBlock);
    let (visit, item) = (done.visit.id, done.visit.treatment().unwrap().id);
    let verdict = clinic.by("sakamoto", move |work| screening::review(work, visit, item)).unwrap();
    assert!(blocks_treatment(&verdict));
    assert!(verdict.missing.contains(&fact("pregnancy")), "{:?}", verdict.missing);
}

#[test]
fn an_answer_about_pregnancy_holds_on_its_day_and_not_on_the_next() {
    let clinic = TestClinic::sqlite();
    let patient = clinic.books(1, "dermapen");
    let (visit, item) = (patient.visit, patient.item);
    let missing = || {
        let verdict = clinic.by("sakamoto", move |work| screening::review(work, visit, item)).unwrap();
        verdict.missing.contains(&fact("pregnancy"))
    };
    assert!(!missing());
    clinic.at(clinic.today().saturating_add(1.day()), 0, 0);
    assert!(missing());
}

#[test]
fn reception_is_asked_only_what_is_still_open() {
    let clinic = TestClinic::sqlite();
    let patient = clinic.books(1, "dermapen");
    let visit = patient.visit;
    clinic.arrives(&patient, "dermapen");
    let open: Questions = clinic.by("ueno", move |work| screening::questions_for_visit(work, visit));
    assert!(open.questionnaire.items.is_empty(), "{:?}", open.questionnaire);
    assert!(open.known.get(&fact("pregnancy")).is_some());
}

#[test]
fn a_finding_that_may_never_be_set_aside_is_not() {
    let clinic = TestClinic::sqlite();
    let patient = clinic.books(1, "dermapen");
    clinic.arrives(&patient, "dermapen");
    let (visit, item, person) = (patient.visit, patient.item, patient.id);
    let said = answers(&[("pregnancy", "yes"), ("keloid_tendency", "yes")], clinic.today());
    clinic.by("nishida", move |work| screening::answer(work, person, Some(visit), &said));
    let set_aside = |rule: &str| {
        let rule = RuleId::parse(rule).unwrap();
        clinic.try_by("sakamoto", move |work| screening::set_aside(work, visit, item, &rule, "small test area agreed"))
    };
    assert_eq!(crate::refusal::code(set_aside("pregnancy-or-nursing")), "never-overridden");
    let verdict = set_aside("keloid-tendency").unwrap().unwrap();
    assert_eq!(verdict.set_aside.len(), 1);
    assert_eq!(verdict.headline(), Headline::Contraindicated);
}
