use crate::refusal::code;
use app::AppError;
use app::actor::Actor;
use app::recovery::{self, CheckIn};
use journey::id::EscalationId;
use journey::recovery::{Asked, Severity, SymptomAnswer, SymptomKind, Tier};
use journey::slug::SymptomId;
use std::collections::BTreeMap;
use testkit::{Patient, TestClinic};

fn check_ins(clinic: &TestClinic, patient: &Patient) -> Vec<CheckIn> {
    let id = patient.id;
    clinic.by("nishida", move |work| recovery::of_patient(work, id))
}

fn calm(clinic: &TestClinic) -> BTreeMap<SymptomId, SymptomAnswer> {
    let none = |kind| match kind {
        SymptomKind::Severity => SymptomAnswer::Severity(Severity::None),
        SymptomKind::YesNo => SymptomAnswer::No,
    };
    let symptoms = &clinic.protocol("dermapen").recovery.symptoms;
    symptoms.iter().map(|symptom| (symptom.id.clone(), none(symptom.kind))).collect()
}

fn answers(clinic: &TestClinic, check_in: &CheckIn, said: BTreeMap<SymptomId, SymptomAnswer>) -> recovery::Answered {
    clinic.clock.set(check_in.due_at);
    let (id, patient) = (check_in.id, check_in.patient);
    let deed = move |work: &mut app::Work<'_, '_>| recovery::answer(work, id, said.clone(), "", Asked::Once);
    clinic.app.write(Actor::Patient(patient), deed).wait().expect("answered")
}

fn infected(clinic: &TestClinic) -> BTreeMap<SymptomId, SymptomAnswer> {
    let mut said = calm(clinic);
    said.insert(SymptomId::parse("pus-or-crust").unwrap(), SymptomAnswer::Yes);
    said
}

fn open_escalation(clinic: &TestClinic) -> EscalationId {
    clinic.by("nishida", recovery::inbox)[0].id
}

#[test]
fn signing_schedules_the_check_ins_of_the_protocol() {
    let clinic = TestClinic::sqlite();
    let session = clinic.treated(1);
    let days: Vec<i64> = check_ins(&clinic, &session.patient).iter().map(|check_in| check_in.day).collect();
    let planned: Vec<i64> =
        clinic.protocol("dermapen").recovery.check_ins.value.iter().map(|day| i64::from(*day)).collect();
    assert_eq!(days, planned);
}

#[test]
fn a_calm_answer_opens_nothing() {
    let clinic = TestClinic::sqlite();
    let session = clinic.treated(1);
    let answered = answers(&clinic, &check_ins(&clinic, &session.patient)[2], calm(&clinic));
    assert_eq!(answered.triage.tier, Tier::Tier0);
    assert!(clinic.by("nishida", recovery::inbox).is_empty());
}

fn an_answer_of_tier_two_opens_an_escalation_that_only_a_physician_can_close(clinic: &TestClinic) {
    let session = clinic.treated(1);
    let answered = answers(clinic, &check_ins(clinic, &session.patient)[1], infected(clinic));
    assert_eq!(answered.triage.tier, Tier::Tier2);
    let id = open_escalation(clinic);
    let close = |login: &str| clinic.try_by(login, move |work| recovery::close(work, id, "seen, cream prescribed"));
    for login in ["nishida", "morita", "ueno"] {
        assert_eq!(close(login), Err(AppError::Forbidden), "{login}");
    }
    assert_eq!(close("sakamoto"), Ok(()));
    assert_eq!(code(close("sakamoto")), "already-decided");
    assert!(clinic.by("nishida", recovery::inbox).is_empty());
}

#[test]
fn an_escalation_is_closed_with_what_was_done() {
    let clinic = TestClinic::sqlite();
    let session = clinic.treated(1);
    answers(&clinic, &check_ins(&clinic, &session.patient)[1], infected(&clinic));
    let id = open_escalation(&clinic);
    let silent = clinic.try_by("sakamoto", move |work| recovery::close(work, id, "ok"));
    assert_eq!(crate::refusal::fields(silent), ["outcome"]);
}

on_both_engines! { an_answer_of_tier_two_opens_an_escalation_that_only_a_physician_can_close }
