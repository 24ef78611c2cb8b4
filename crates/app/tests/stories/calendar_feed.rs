use crate::refusal::code;
use app::actor::Actor;
use app::booking::{self, By, Caller, Outcome};
use app::calendar_feed::{self, Detail, Entry, Feed, Noted, Standing, Subject};
use app::{AppError, Token, identity, staff};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use journey::facts::Facts;
use journey::id::{PatientId, StaffId, VisitId};
use journey::text::Lang;
use testkit::{TestClinic, caller, details, hold};

const FRIDAY: Date = date(2026, 11, 27);
const SATURDAY: Date = date(2026, 11, 28);

/// A full hour on the clinic's wall.
fn wall(clinic: &TestClinic, day: Date, hour: u16) -> Timestamp {
    clinic.app.world().wall(day, hour * 60)
}

/// Somebody new has counselling, agreed on the telephone.
fn counselling(clinic: &TestClinic, number: u16, day: Date, hour: u16) -> (VisitId, PatientId) {
    let starts = wall(clinic, day, hour);
    let command = caller(Caller::New(details(number)), "counselling", starts);
    let visit = clinic.by("ueno", move |work| booking::book_by_staff(work, &command)).visit;
    (visit.id, visit.patient.unwrap())
}

/// The secret of the counsellor's own calendar.
fn own(clinic: &TestClinic, detail: Detail) -> Token {
    let morita = clinic.staff("morita");
    clinic.by("morita", move |work| calendar_feed::make(work, Subject::Practitioner(morita), detail, Lang::Ja))
}

/// The secret of a patient's calendar, made by the patient.
fn of_patient(clinic: &TestClinic, patient: PatientId) -> Token {
    as_patient(clinic, patient, patient).unwrap()
}

fn as_patient(clinic: &TestClinic, acting: PatientId, of: PatientId) -> Result<Token, AppError> {
    let deed =
        move |work: &mut app::Work<'_, '_>| calendar_feed::make(work, Subject::Patient(of), Detail::Busy, Lang::Ja);
    clinic.app.write(Actor::Patient(acting), deed).wait()
}

fn read(clinic: &TestClinic, token: &Token) -> Result<Feed, AppError> {
    let token = token.clone();
    clinic.app.read(Actor::Visitor, move |work| calendar_feed::read(work, &token)).wait()
}

fn entries(clinic: &TestClinic, token: &Token) -> Vec<Entry> {
    read(clinic, token).unwrap().entries
}

fn only(clinic: &TestClinic, token: &Token) -> Entry {
    let mut found = entries(clinic, token);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

fn a_practitioner_sees_their_times_and_none_of_a_colleague(clinic: &TestClinic) {
    let token = own(clinic, Detail::Busy);
    assert_eq!(entries(clinic, &token), []);
    let (visit, _) = counselling(clinic, 1, FRIDAY, 11);
    clinic.books(2, "dermapen");
    let entry = only(clinic, &token);
    let starts = wall(clinic, FRIDAY, 11);
    assert_eq!((entry.visit, entry.starts, entry.sequence), (visit, starts, 0));
    assert_eq!(entry.ends, starts + SignedDuration::from_mins(30));
    assert_eq!((entry.standing, entry.services.len()), (Standing::Confirmed, 0));
}

fn a_calendar_with_services_names_them_and_a_hold_is_in_none(clinic: &TestClinic) {
    let token = own(clinic, Detail::Service);
    let held = hold("counselling", wall(clinic, FRIDAY, 10));
    clinic.by_visitor(move |work| booking::hold(work, &held)).unwrap();
    assert_eq!(entries(clinic, &token), []);
    counselling(clinic, 1, FRIDAY, 11);
    let named: Vec<String> = only(clinic, &token).services.into_iter().map(|name| name.ja).collect();
    assert_eq!(named, ["カウンセリング"]);
    clinic.clock.pass(SignedDuration::from_hours(1));
    counselling(clinic, 2, FRIDAY, 10);
    assert_eq!(entries(clinic, &token).len(), 2, "the lapsed hold is nobody's cancelled visit");
}

fn a_move_keeps_the_visit_and_counts_up(clinic: &TestClinic) {
    let token = own(clinic, Detail::Busy);
    let (visit, patient) = counselling(clinic, 1, FRIDAY, 11);
    let theirs = of_patient(clinic, patient);
    let before = only(clinic, &token);
    let later = wall(clinic, SATURDAY, 15);
    clinic.clock.pass(SignedDuration::from_mins(7));
    clinic.by("ueno", move |work| booking::reschedule(work, visit, later, None, By::Staff));
    for moved in [only(clinic, &token), only(clinic, &theirs)] {
        assert_eq!((moved.visit, moved.starts, moved.sequence), (before.visit, later, 1));
        assert_eq!(moved.changed, before.changed + SignedDuration::from_mins(7));
        assert_eq!(moved.standing, Standing::Confirmed);
    }
}

fn who_hands_a_visit_over_hears_that_it_is_theirs_no_more(clinic: &TestClinic) {
    let (token, nishida) = (own(clinic, Detail::Busy), clinic.staff("nishida"));
    let (visit, _) = counselling(clinic, 1, FRIDAY, 11);
    let theirs = clinic.by("nishida", move |work| {
        work.tx.execute(
            "INSERT INTO staff_competence (clinic_id, staff_id, competence, from_day, evidence)
             VALUES ($1, $2, 'counselling', '2026-01-01', 'test')",
            store::args![work.world.clinic, nishida],
        )?;
        calendar_feed::make(work, Subject::Practitioner(nishida), Detail::Busy, Lang::Ja)
    });
    let (morita, starts) = (clinic.staff("morita"), wall(clinic, FRIDAY, 11));
    let given_to = move |who| clinic.by("ueno", move |work| booking::reschedule(work, visit, starts, who, By::Staff));
    let both = || [only(clinic, &token), only(clinic, &theirs)].map(|one| (one.visit, one.sequence, one.standing));
    given_to(Some(nishida));
    assert_eq!(both(), [(visit, 1, Standing::Cancelled), (visit, 1, Standing::Confirmed)]);
    given_to(Some(morita));
    assert_eq!(both(), [(visit, 2, Standing::Confirmed), (visit, 2, Standing::Cancelled)]);
}

fn what_is_called_off_stays_as_cancelled_for_sixty_days_and_not_a_day_longer(clinic: &TestClinic) {
    let token = own(clinic, Detail::Service);
    let (visit, patient) = counselling(clinic, 1, date(2027, 1, 22), 11);
    let theirs = of_patient(clinic, patient);
    clinic.by("ueno", move |work| booking::cancel(work, visit, By::Staff));
    let called_off = clinic.app.now();
    for entry in [only(clinic, &token), only(clinic, &theirs)] {
        assert_eq!((entry.visit, entry.sequence, entry.standing), (visit, 1, Standing::Cancelled));
        assert_eq!(entry.services, []);
    }
    for (days, left) in [(60, 1), (61, 0)] {
        clinic.clock.set(called_off + SignedDuration::from_hours(24 * days));
        assert_eq!(entries(clinic, &token).len(), left, "after {days} days");
        assert_eq!(entries(clinic, &theirs).len(), left, "after {days} days");
    }
}

fn who_did_not_come_is_cancelled_and_who_came_is_not(clinic: &TestClinic) {
    let token = own(clinic, Detail::Busy);
    let ((came, _), (missed, _)) = (counselling(clinic, 1, FRIDAY, 11), counselling(clinic, 2, FRIDAY, 12));
    clinic.at(FRIDAY, 11, 0);
    clinic.by("ueno", move |work| booking::arrive(work, came));
    clinic.at(FRIDAY, 12, 30);
    clinic.by("ueno", move |work| booking::no_show(work, missed));
    let found: Vec<_> = entries(clinic, &token).into_iter().map(|entry| (entry.visit, entry.standing)).collect();
    assert_eq!(found, [(came, Standing::Confirmed), (missed, Standing::Cancelled)]);
}

fn a_withdrawn_address_is_found_no_more_and_the_other_one_is(clinic: &TestClinic) {
    let morita = clinic.staff("morita");
    let (gone, stays) = (own(clinic, Detail::Busy), own(clinic, Detail::Service));
    let known = clinic.by("morita", move |work| calendar_feed::of_subject(work, Subject::Practitioner(morita)));
    let busy = known.iter().find(|one| one.detail == Detail::Busy).unwrap().id;
    clinic.by("morita", move |work| calendar_feed::revoke(work, busy));
    assert_eq!(code(read(clinic, &gone)), "not-found");
    assert!(read(clinic, &stays).is_ok());
    assert_eq!(code(clinic.try_by("morita", move |work| calendar_feed::revoke(work, busy))), "not-found");
    assert_eq!(code(read(clinic, &Token::parse(&"0".repeat(64)).unwrap())), "not-found");
}

fn a_patient_sees_only_their_own_visits_also_after_a_merge(clinic: &TestClinic) {
    let mut mine = Vec::new();
    for (service, day) in [("dermapen", FRIDAY), ("counselling", SATURDAY)] {
        let Ok(Outcome::Booked(done)) = clinic.books_online(1, service, day, Facts::new()) else { panic!("booked") };
        mine.push((done.visit.id, done.visit.patient.unwrap()));
    }
    counselling(clinic, 2, FRIDAY, 15);
    let tokens = [of_patient(clinic, mine[0].1), of_patient(clinic, mine[1].1)];
    let seen = |token: &Token| entries(clinic, token).into_iter().map(|entry| entry.visit).collect::<Vec<_>>();
    assert_eq!([seen(&tokens[0]), seen(&tokens[1])], [vec![mine[0].0], vec![mine[1].0]]);
    let pair = clinic.by("ueno", identity::pairs).remove(0).id;
    clinic.by("ueno", move |work| identity::merge(work, pair));
    for token in &tokens {
        assert_eq!(seen(token), [mine[0].0, mine[1].0]);
    }
}

fn nobody_makes_or_withdraws_the_calendar_of_somebody_else_but_a_manager_that_of_staff(clinic: &TestClinic) {
    let (morita, patient) = (clinic.staff("morita"), counselling(clinic, 1, FRIDAY, 11).1);
    let other = counselling(clinic, 2, FRIDAY, 12).1;
    let try_make = |login: &str, subject: Subject| {
        clinic.try_by(login, move |work| calendar_feed::make(work, subject, Detail::Busy, Lang::En)).map(drop)
    };
    assert_eq!(try_make("nishida", Subject::Practitioner(morita)), Err(AppError::Forbidden));
    assert_eq!(try_make("sakamoto", Subject::Practitioner(morita)), Ok(()));
    assert_eq!(try_make("sakamoto", Subject::Patient(patient)), Err(AppError::Forbidden));
    assert_eq!(as_patient(clinic, other, patient).map(drop), Err(AppError::Forbidden));
    of_patient(clinic, patient);
    let known = move |work: &mut app::Work<'_, '_>| calendar_feed::of_subject(work, Subject::Patient(patient));
    let feed = clinic.app.read(Actor::Patient(patient), known).wait().unwrap()[0].id;
    let try_revoke = move |actor| clinic.app.write(actor, move |work| calendar_feed::revoke(work, feed)).wait();
    assert_eq!(try_revoke(Actor::Patient(other)), Err(AppError::Forbidden));
    assert_eq!(try_revoke(clinic.actor("ueno")), Err(AppError::Forbidden));
    assert_eq!(try_revoke(clinic.actor("sakamoto")), Ok(()));
}

fn who_is_on_no_roster_has_no_calendar_and_who_has_left_loses_it(clinic: &TestClinic) {
    let (ueno, morita) = (clinic.staff("ueno"), clinic.staff("morita"));
    let refused = clinic
        .try_by("ueno", move |work| calendar_feed::make(work, Subject::Practitioner(ueno), Detail::Busy, Lang::Ja));
    assert_eq!(code(refused), "not-found");
    let offered =
        |login| clinic.by(login, calendar_feed::practitioners).into_iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!((offered("ueno"), offered("morita")), (Vec::<StaffId>::new(), vec![morita]));
    let all = clinic.by("ueno", staff::all).len();
    assert!(offered("sakamoto").len() > 1 && offered("sakamoto").len() < all);
    let token = own(clinic, Detail::Busy);
    clinic.by("sakamoto", move |work| {
        Ok(work.tx.execute("UPDATE staff_member SET active = 0 WHERE id = $1", store::args![morita])?)
    });
    assert_eq!(code(read(clinic, &token)), "not-found");
}

fn a_reading_is_noted_once_an_hour(clinic: &TestClinic) {
    let token = own(clinic, Detail::Busy);
    let poll = |after: SignedDuration| {
        clinic.clock.pass(after);
        let feed = read(clinic, &token).unwrap();
        let noted = feed.noted;
        clinic.by_visitor(move |work| calendar_feed::note_read(work, &feed)).unwrap();
        (noted, readings(clinic))
    };
    assert_eq!(poll(SignedDuration::ZERO), (Noted::NotYet, 1));
    assert_eq!(poll(SignedDuration::from_secs(3599)), (Noted::Already, 1));
    assert_eq!(poll(SignedDuration::from_secs(1)), (Noted::NotYet, 2));
}

fn readings(clinic: &TestClinic) -> i64 {
    let row = clinic.by("sakamoto", |work| {
        Ok(work.tx.first("SELECT COUNT(*) FROM audit_event WHERE action = 'calendar.read'", &[])?)
    });
    row.unwrap().get(0).unwrap()
}

fn the_same_calendar_is_read_the_same_while_nothing_changes(clinic: &TestClinic) {
    let token = own(clinic, Detail::Service);
    counselling(clinic, 1, FRIDAY, 11);
    let first: (Vec<Entry>, Timestamp) = (entries(clinic, &token), clinic.app.now());
    clinic.clock.pass(SignedDuration::from_hours(5));
    assert!(clinic.app.now() > first.1);
    assert_eq!(entries(clinic, &token), first.0);
}

on_both_engines! {
    a_practitioner_sees_their_times_and_none_of_a_colleague,
    a_calendar_with_services_names_them_and_a_hold_is_in_none,
    a_move_keeps_the_visit_and_counts_up,
    who_hands_a_visit_over_hears_that_it_is_theirs_no_more,
    what_is_called_off_stays_as_cancelled_for_sixty_days_and_not_a_day_longer,
    who_did_not_come_is_cancelled_and_who_came_is_not,
    a_withdrawn_address_is_found_no_more_and_the_other_one_is,
    a_patient_sees_only_their_own_visits_also_after_a_merge,
    nobody_makes_or_withdraws_the_calendar_of_somebody_else_but_a_manager_that_of_staff,
    who_is_on_no_roster_has_no_calendar_and_who_has_left_loses_it,
    a_reading_is_noted_once_an_hour,
    the_same_calendar_is_read_the_same_while_nothing_changes,
}
