use crate::refusal::code;
use app::AppError;
use app::screening;
use jiff::SignedDuration;
use journey::booking::Block;
use testkit::{TestClinic, answers};

#[test]
fn a_treatment_is_released_by_a_physician_and_by_nobody_else() {
    let clinic = TestClinic::sqlite();
    let patient = clinic.books(1, "dermapen");
    clinic.arrives(&patient, "dermapen");
    for login in ["nishida", "morita", "ueno", "aoki", "ishii"] {
        assert_eq!(clinic.releases(&patient, "acne-scars", login), Err(AppError::Forbidden), "{login}");
    }
    let visit = clinic.releases(&patient, "acne-scars", "sakamoto").unwrap();
    assert!(matches!(visit.items[1].block, Block::Released { by, .. } if by == clinic.staff("sakamoto")));
}

#[test]
fn a_treatment_is_released_once_the_patient_is_here_and_not_before() {
    let clinic = TestClinic::sqlite();
    let patient = clinic.books(1, "dermapen");
    clinic.clock.set(patient.starts.checked_sub(SignedDuration::from_mins(1)).unwrap());
    assert_eq!(code(clinic.releases(&patient, "acne-scars", "sakamoto")), "block-patient-not-here");
    clinic.arrives(&patient, "dermapen");
    assert!(clinic.releases(&patient, "acne-scars", "sakamoto").is_ok());
    assert_eq!(code(clinic.releases(&patient, "acne-scars", "sakamoto")), "block-already-released");
}

#[test]
fn an_infection_on_the_day_stands_against_the_release() {
    let clinic = TestClinic::sqlite();
    let patient = clinic.books(1, "dermapen");
    clinic.arrives(&patient, "dermapen");
    let (visit, person) = (patient.visit, patient.id);
    let said = answers(&[("skin_infection", "yes")], clinic.today());
    clinic.by("nishida", move |work| screening::answer(work, person, Some(visit), &said));
    assert_eq!(code(clinic.releases(&patient, "acne-scars", "sakamoto")), "not-cleared");
}

#[test]
fn a_treatment_is_released_for_an_indication_of_its_own() {
    let clinic = TestClinic::sqlite();
    let patient = clinic.books(1, "dermapen");
    clinic.arrives(&patient, "dermapen");
    assert_eq!(crate::refusal::fields(clinic.releases(&patient, "masseter", "sakamoto")), ["indication"]);
}
