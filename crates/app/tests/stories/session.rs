use crate::refusal::{code, fields};
use app::session::{self, RecordState};
use app::{AppError, Refusal};
use journey::screening::FindingKind;
use testkit::TestClinic;

#[test]
fn a_nurse_whose_competence_lapsed_cannot_open_a_session() {
    let clinic = TestClinic::sqlite();
    let patient = clinic.books(1, "dermapen");
    clinic.arrives(&patient, "dermapen");
    clinic.releases(&patient, "acne-scars", "sakamoto").unwrap();
    clinic.consents(&patient);
    assert_eq!(code(clinic.opens(&patient, "okabe")), "operator-refused");
    assert_eq!(code(clinic.opens(&patient, "sakamoto")), "operator-refused");
    assert!(clinic.opens(&patient, "nishida").is_ok());
}

#[test]
fn a_session_needs_the_release_and_then_the_consent() {
    let clinic = TestClinic::sqlite();
    let patient = clinic.books(1, "dermapen");
    clinic.arrives(&patient, "dermapen");
    assert_eq!(code(clinic.opens(&patient, "nishida")), "not-cleared");
    clinic.releases(&patient, "acne-scars", "sakamoto").unwrap();
    assert_eq!(code(clinic.opens(&patient, "nishida")), "no-consent");
    clinic.consents(&patient);
    assert_eq!(clinic.opens(&patient, "nishida").unwrap().state, RecordState::Opened);
}

#[test]
fn a_depth_at_the_bound_is_written_and_one_step_beyond_is_refused_with_its_rule() {
    let clinic = TestClinic::sqlite();
    let (_, record) = clinic.in_treatment(1);
    assert_eq!(clinic.sets_depth(&record, 150, None, "nishida").unwrap().findings, []);
    let beyond = clinic.sets_depth(&record, 160, None, "nishida");
    let Err(AppError::Refused(Refusal::OutOfBounds(findings))) = beyond else { panic!("refused, not {beyond:?}") };
    assert!(findings.iter().any(|finding| finding.rule.as_str() == "cheek-scars"), "{findings:?}");
    assert!(findings.iter().any(|finding| finding.kind == FindingKind::OverClinic));
    assert!(findings.iter().all(|finding| !finding.sources.is_empty()));
}

#[test]
fn beyond_a_bound_a_physician_with_a_reason_may_go_and_it_is_recorded() {
    let clinic = TestClinic::sqlite();
    let (_, record) = clinic.in_treatment(1);
    let reason = "deep boxcar scar, test spot healed well";
    assert_eq!(code(clinic.sets_depth(&record, 180, Some(reason), "nishida")), "out-of-bounds");
    assert_eq!(code(clinic.sets_depth(&record, 180, None, "sakamoto")), "out-of-bounds");
    let written = clinic.sets_depth(&record, 180, Some(reason), "sakamoto").unwrap();
    let row = &written.record.settings[0];
    assert_eq!((row.override_by, row.override_reason.as_deref()), (Some(clinic.staff("sakamoto")), Some(reason)));
}

#[test]
fn beyond_what_the_device_can_do_nobody_may_go() {
    let clinic = TestClinic::sqlite();
    let (_, record) = clinic.in_treatment(1);
    assert_eq!(code(clinic.sets_depth(&record, 310, Some("there is a reason"), "sakamoto")), "out-of-bounds");
}

#[test]
fn a_lot_past_its_last_day_is_not_used() {
    let clinic = TestClinic::sqlite();
    let (_, record) = clinic.in_treatment(1);
    let written = clinic.sets_depth(&record, 120, None, "nishida").unwrap();
    let mut entry =
        session::Entry { setting: written.record.settings[0].setting.clone(), lot: None, override_reason: None };
    entry.lot = Some(clinic.lot("DP4-OLD"));
    let id = record.id;
    assert_eq!(fields(clinic.try_by("nishida", move |work| session::write_setting(work, id, &entry))), ["lot"]);
}

#[test]
fn a_record_without_a_setting_is_not_signed() {
    let clinic = TestClinic::sqlite();
    let (_, record) = clinic.in_treatment(1);
    assert_eq!(code(clinic.signs(&record, "nishida")), "record-not-recorded");
}

#[test]
fn whoever_signs_shows_again_who_they_are() {
    let clinic = TestClinic::sqlite();
    let (_, record) = clinic.in_treatment(1);
    clinic.sets_depth(&record, 120, None, "nishida").unwrap();
    let (id, wrong) = (record.id, clinic.password_tried("nishida", "not the password"));
    assert_eq!(code(clinic.try_by("nishida", move |work| session::sign(work, id, &wrong, ""))), "sign-in-refused");
    assert_eq!(clinic.signs(&record, "nishida").unwrap().signed_by, Some(clinic.staff("nishida")));
}

fn a_signed_record_can_only_be_amended_and_the_old_text_stays(clinic: &TestClinic) {
    let signed = clinic.treated(1).record;
    assert_eq!(code(clinic.sets_depth(&signed, 100, None, "nishida")), "record-signed");
    assert_eq!(code(clinic.signs(&signed, "nishida")), "record-signed");
    let (id, row) = (signed.id, signed.settings[0].id);
    assert_eq!(code(clinic.try_by("nishida", move |work| session::take_back(work, id, row))), "record-signed");
    let amended = clinic.by("nishida", move |work| session::amend(work, id, "mistyped", "right cheek, not left"));
    assert_eq!(amended.settings, signed.settings);
    assert_eq!(amended.amendments.len(), 1);
    assert_eq!(amended.version, signed.version + 1);
}

on_both_engines! { a_signed_record_can_only_be_amended_and_the_old_text_stays }
