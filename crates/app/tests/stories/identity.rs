use crate::refusal::code;
use app::booking::{self, Caller, Outcome};
use app::identity::{self, Pair};
use jiff::civil::{Date, date};
use journey::facts::Facts;
use journey::id::PatientId;
use testkit::{TestClinic, caller};

const FRIDAY: Date = date(2026, 11, 27);
const SATURDAY: Date = date(2026, 11, 28);

fn book(clinic: &TestClinic, number: u16, service: &str, day: Date) -> PatientId {
    match clinic.books_online(number, service, day, Facts::new()) {
        Ok(Outcome::Booked(done)) => done.visit.patient.unwrap(),
        other => panic!("the booking stands, not {other:?}"),
    }
}

fn only_pair(clinic: &TestClinic) -> Pair {
    let mut pairs = clinic.by("ueno", identity::pairs);
    assert_eq!(pairs.len(), 1);
    pairs.remove(0)
}

fn the_same_person_booking_twice_waits_in_the_queue_and_is_merged_and_taken_apart_again(clinic: &TestClinic) {
    let (first, second) = (book(clinic, 1, "dermapen", FRIDAY), book(clinic, 1, "counselling", SATURDAY));
    let pair = only_pair(clinic);
    assert_eq!((pair.older.id, pair.newer.id), (first, second));
    let merged = clinic.by("ueno", move |work| identity::merge(work, pair.id));
    assert_eq!(merged.kept, first);
    let of = move |patient| clinic.by("ueno", move |work| booking::of_patient(work, patient)).len();
    assert_eq!((of(first), of(second)), (2, 2));
    clinic.by("ueno", move |work| identity::unmerge(work, merged.id));
    assert_eq!((of(first), of(second)), (1, 1));
}

fn claims_of(clinic: &TestClinic, patient: PatientId) -> i64 {
    let sql = "SELECT COUNT(*) FROM booking_claim WHERE subject_id = $1";
    let row = clinic.by("ueno", move |work| Ok(work.tx.first(sql, store::args![patient])?));
    row.unwrap().get(0).unwrap()
}

fn a_chain_of_merges_is_taken_back_from_its_end_and_every_claim_comes_back_with_its_person(clinic: &TestClinic) {
    let sunday = date(2026, 11, 29);
    let first = book(clinic, 1, "dermapen", FRIDAY);
    let (second, third) = (book(clinic, 1, "counselling", SATURDAY), book(clinic, 1, "counselling", sunday));
    let pairs = clinic.by("ueno", identity::pairs);
    let pair = |one, other| pairs.iter().find(|pair| (pair.older.id, pair.newer.id) == (one, other)).unwrap().id;
    let (inner, outer) = (pair(second, third), pair(first, second));
    let inner = clinic.by("ueno", move |work| identity::merge(work, inner)).id;
    let outer = clinic.by("ueno", move |work| identity::merge(work, outer)).id;
    assert_eq!(claims_of(clinic, first), 3);
    assert_eq!(code(clinic.try_by("ueno", move |work| identity::unmerge(work, inner))), "merged-further");
    clinic.by("ueno", move |work| identity::unmerge(work, outer));
    assert_eq!((claims_of(clinic, first), claims_of(clinic, second), claims_of(clinic, third)), (1, 2, 0));
    assert_eq!(clinic.by("ueno", move |work| identity::by_id(work, third)).id, second);
    clinic.by("ueno", move |work| identity::unmerge(work, inner));
    assert_eq!((claims_of(clinic, first), claims_of(clinic, second), claims_of(clinic, third)), (1, 1, 1));
}

fn two_who_have_a_claim_at_the_same_time_cannot_be_one_person_yet(clinic: &TestClinic) {
    book(clinic, 1, "dermapen", FRIDAY);
    let same_time = clinic.by("ueno", |work| {
        let row = work.tx.first("SELECT starts_at FROM booking_visit", &[])?;
        Ok(row.expect("a visit").get(0)?)
    });
    let command = caller(Caller::New(testkit::details(1)), "counselling", same_time);
    clinic.by("ueno", move |work| booking::book_by_staff(work, &command));
    let pair = only_pair(clinic).id;
    assert_eq!(code(clinic.try_by("ueno", move |work| identity::merge(work, pair))), "claims-overlap");
    assert_eq!(only_pair(clinic).id, pair);
}

fn a_pair_waits_once_whichever_of_the_two_is_booked_again(clinic: &TestClinic) {
    let (first, second) = (book(clinic, 1, "dermapen", FRIDAY), book(clinic, 1, "counselling", SATURDAY));
    for (patient, day) in [(first, date(2026, 11, 29)), (second, date(2026, 11, 30))] {
        let command = caller(Caller::Known(patient), "counselling", clinic.free_time("counselling", day));
        clinic.by("ueno", move |work| booking::book_by_staff(work, &command));
    }
    only_pair(clinic);
}

fn two_people_who_only_share_a_first_name_are_no_pair(clinic: &TestClinic) {
    book(clinic, 1, "dermapen", FRIDAY);
    book(clinic, 2, "dermapen", FRIDAY);
    assert!(clinic.by("ueno", identity::pairs).is_empty());
}

on_both_engines! {
    the_same_person_booking_twice_waits_in_the_queue_and_is_merged_and_taken_apart_again,
    a_chain_of_merges_is_taken_back_from_its_end_and_every_claim_comes_back_with_its_person,
    two_who_have_a_claim_at_the_same_time_cannot_be_one_person_yet,
    a_pair_waits_once_whichever_of_the_two_is_booked_again,
    two_people_who_only_share_a_first_name_are_no_pair,
}
