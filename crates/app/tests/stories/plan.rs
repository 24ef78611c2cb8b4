use crate::refusal::code;
use app::booking::{self, By, Visit};
use app::course::plan::{Broke, Chosen, Clash, Eased, Emphasis, Pin, Proposal, Reason, Turn, turn_due};
use app::course::{self, Course, CourseState, plan};
use app::{AppError, Refusal, actor::Actor};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use journey::booking::VisitState;
use journey::course::{Firmness, PartOfDay, Wishes};
use journey::id::PatientId;
use journey::slug::{IndicationId, ProtocolId};
use journey::text::Lang;
use planner::{Unlimited, Watch};
use testkit::{Patient, TestClinic, hold};

/// Somebody who was examined today, and whose courses a physician proposes.
fn examined(clinic: &TestClinic, number: u16, courses: &[(&str, &str)]) -> Patient {
    let patient = clinic.books(number, "dermapen");
    clinic.arrives(&patient, "dermapen");
    for (protocol, indication) in courses {
        propose(clinic, patient.id, protocol, indication);
    }
    let visit = patient.visit;
    clinic.by("ueno", move |work| booking::fulfil(work, visit));
    patient
}

fn propose(clinic: &TestClinic, patient: PatientId, protocol: &str, indication: &str) -> Course {
    let start = clinic.today().saturating_add(7.days());
    let (protocol, indication) = (ProtocolId::parse(protocol).unwrap(), IndicationId::parse(indication).unwrap());
    clinic.by("sakamoto", move |work| course::propose(work, patient, &protocol, &indication, start))
}

fn proposal(clinic: &TestClinic, patient: PatientId, pin: Option<Pin>) -> Proposal {
    let looked = clinic.app.read(Actor::Patient(patient), move |work| plan::brief(work, patient, pin));
    let brief = looked.wait().unwrap();
    plan::propose(&brief, clinic.app.world(), &|_| Box::new(Unlimited) as Box<dyn Watch>)
}

fn chosen(proposal: &Proposal) -> Vec<Chosen> {
    let sessions = proposal.alternatives[0].sessions.iter();
    let of_plan =
        sessions.map(|one| Chosen { session: one.session, starts: one.starts, practitioner: one.practitioner });
    of_plan.chain(proposal.settled.iter().copied()).collect()
}

fn accept(clinic: &TestClinic, patient: PatientId, chosen: Vec<Chosen>) -> Result<plan::Accepted, AppError> {
    let deed = clinic.app.write(Actor::Patient(patient), move |work| plan::accept(work, patient, &chosen, Lang::Ja));
    deed.wait()
}

fn wishes(clinic: &TestClinic, patient: PatientId, wishes: Wishes, turn: Turn) {
    let write = move |work: &mut app::Work<'_, '_>| plan::write_planning(work, patient, &wishes, turn, Lang::En);
    clinic.app.write(Actor::Patient(patient), write).wait().unwrap();
}

fn event(clinic: &TestClinic, patient: PatientId, day: Date) {
    let note = move |work: &mut app::Work<'_, '_>| course::note_ahead(work, patient, day, "結婚式");
    clinic.app.write(Actor::Patient(patient), note).wait().unwrap();
}

fn days(clinic: &TestClinic, proposal: &Proposal, protocol: &str) -> Vec<Date> {
    let sessions = proposal.alternatives[0].sessions.iter().filter(|one| one.protocol.as_str() == protocol);
    sessions.map(|one| clinic.app.world().date_of(one.starts)).collect()
}

fn booked(clinic: &TestClinic, patient: PatientId) -> Vec<Visit> {
    let mut visits = clinic.by("ueno", move |work| booking::of_patient(work, patient));
    visits.retain(|visit| matches!(visit.state, VisitState::Booked { .. }));
    visits.sort_by_key(|visit| visit.starts);
    visits
}

#[test]
fn two_courses_are_planned_as_one_and_every_wait_between_them_is_kept() {
    let clinic = TestClinic::sqlite();
    let patient = examined(&clinic, 1, &[("dermapen", "acne-scars"), ("botox", "glabella-lines")]);
    let found = proposal(&clinic, patient.id, None);
    let (needling, toxin) = (days(&clinic, &found, "dermapen"), days(&clinic, &found, "botox"));
    assert_eq!((needling.len(), toxin.len()), (4, 1), "{found:?}");
    assert!(needling.windows(2).all(|pair| pair[0].saturating_add(28.days()) <= pair[1]), "{needling:?}");
    let after_toxin = needling.iter().find(|day| **day >= toxin[0]);
    assert!(after_toxin.is_none_or(|day| toxin[0].saturating_add(14.days()) <= *day), "{needling:?} {toxin:?}");
    assert!(found.alternatives.iter().all(|one| one.is_proven()));
}

#[test]
fn no_session_lies_too_near_before_what_the_patient_has_ahead_and_the_reason_is_told() {
    let clinic = TestClinic::sqlite();
    let patient = examined(&clinic, 1, &[("dermapen", "acne-scars")]);
    let before = days(&clinic, &proposal(&clinic, patient.id, None), "dermapen");
    let wedding = before[1].saturating_add(2.days());
    event(&clinic, patient.id, wedding);
    let found = proposal(&clinic, patient.id, None);
    let quiet = |day: &Date| day.saturating_add(7.days()) <= wedding || *day > wedding;
    assert!(days(&clinic, &found, "dermapen").iter().all(quiet), "{found:?}");
    let reasons = found.alternatives[0].sessions.iter().flat_map(|one| &one.because);
    let told = |reason: &&Reason| matches!(reason, Reason::Instead { broke, .. } if speaks_of(broke, wedding));
    assert!(reasons.clone().any(|reason| told(&reason)), "{:?}", reasons.collect::<Vec<_>>());
}

fn speaks_of(broke: &Broke, wedding: Date) -> bool {
    match broke {
        Broke::Event(event) => event.on == wedding,
        Broke::Later { broke, .. } => speaks_of(broke, wedding),
        _ => false,
    }
}

#[test]
fn an_event_the_day_after_the_quiet_days_end_moves_nothing() {
    let clinic = TestClinic::sqlite();
    let patient = examined(&clinic, 1, &[("dermapen", "acne-scars")]);
    let before = days(&clinic, &proposal(&clinic, patient.id, None), "dermapen");
    event(&clinic, patient.id, before[1].saturating_add(7.days()));
    assert_eq!(days(&clinic, &proposal(&clinic, patient.id, None), "dermapen"), before);
}

#[test]
fn only_times_that_are_wished_for_are_planned_where_only_they_will_do() {
    let clinic = TestClinic::sqlite();
    let patient = examined(&clinic, 1, &[("dermapen", "acne-scars")]);
    let saturdays =
        Wishes { weekdays: vec![6], parts: vec![PartOfDay::Afternoon], practitioner: None, firmness: Firmness::Only };
    wishes(&clinic, patient.id, saturdays, Turn::Book);
    let found = proposal(&clinic, patient.id, None);
    let zone = &clinic.app.world().zone;
    for session in &found.alternatives[0].sessions {
        let local = session.starts.to_zoned(zone.clone());
        assert_eq!((local.weekday().to_monday_one_offset(), (12..17).contains(&local.hour())), (6, true), "{local}");
    }
}

#[test]
fn where_there_is_no_plan_the_smallest_collision_is_named_with_what_easing_it_allows() {
    let clinic = TestClinic::sqlite();
    let patient = examined(&clinic, 1, &[("dermapen", "acne-scars"), ("botox", "glabella-lines")]);
    let wednesdays =
        Wishes { parts: vec![PartOfDay::Evening], weekdays: vec![3], practitioner: None, firmness: Firmness::Only };
    wishes(&clinic, patient.id, wednesdays, Turn::Book);
    let found = proposal(&clinic, patient.id, None);
    let collision = found.collision.unwrap();
    assert!(found.alternatives.is_empty() && collision.is_smallest);
    assert_eq!(collision.between.len(), 2, "{collision:?}");
    assert!(collision.between.contains(&(Clash::Wishes, Eased::Plan)), "{collision:?}");
}

#[test]
fn a_treatment_that_nobody_may_do_any_more_is_named_with_the_session_and_the_reason() {
    let clinic = TestClinic::sqlite();
    let patient = examined(&clinic, 1, &[("dermapen", "acne-scars"), ("botox", "glabella-lines")]);
    let yesterday = clinic.today().saturating_sub(1.day());
    clinic.by("sakamoto", move |work| {
        let lapsed = "UPDATE staff_competence SET until_day = $1 WHERE competence = 'microneedling'";
        Ok(work.tx.execute(lapsed, store::args![yesterday])?)
    });
    let collision = proposal(&clinic, patient.id, None).collision.unwrap();
    let treatment = Clash::Treatment(ProtocolId::parse("dermapen").unwrap());
    assert_eq!(collision.between, [(treatment, Eased::Plan)]);
    let stuck = collision.stuck.unwrap();
    assert_eq!((stuck.number, stuck.protocol.as_str(), stuck.is_only), (1, "dermapen", false));
    assert_eq!(stuck.because, [Broke::NobodyFree]);
}

fn a_plan_is_claimed_whole_and_what_the_limit_leaves_is_planned(clinic: &TestClinic) {
    let patient = examined(clinic, 1, &[("dermapen", "acne-scars")]);
    let found = proposal(clinic, patient.id, None);
    let accepted = accept(clinic, patient.id, chosen(&found)).unwrap();
    let soon = found.alternatives[0].sessions.iter().filter(|one| one.booked_at_once).count();
    assert_eq!((accepted.visits.len(), accepted.later), (soon, 4 - soon));
    assert!((1..=3).contains(&soon));
    assert_eq!(booked(clinic, patient.id).len(), soon);
    let id = patient.id;
    let course = clinic.by("ueno", move |work| course::of_patient(work, id)).remove(0);
    assert_eq!(course.state, CourseState::Accepted);
    let later: Vec<_> = course.sessions.iter().filter(|one| one.state == "planned").collect();
    assert!(later.len() == 4 - soon && later.iter().all(|one| one.planned_at.is_some()));
}

fn a_plan_of_which_one_time_is_gone_claims_nothing_and_says_what_is_free(clinic: &TestClinic) {
    let patient = examined(clinic, 1, &[("dermapen", "acne-scars")]);
    let found = proposal(clinic, patient.id, None);
    let second = found.alternatives[0].sessions[1].starts;
    for _ in 0..8 {
        drop(clinic.by_visitor(move |work| {
            booking::hold(work, &hold("dermapen", second.checked_sub(SignedDuration::from_mins(15)).unwrap()))
        }));
        drop(clinic.by_visitor(move |work| booking::hold(work, &hold("dermapen", second))));
    }
    let before = clinic.count("booking_claim");
    let refused = accept(clinic, patient.id, chosen(&found));
    assert!(matches!(refused, Err(AppError::Refused(Refusal::TimeTaken { .. }))), "{refused:?}");
    assert!(booked(clinic, patient.id).is_empty());
    assert_eq!(clinic.count("booking_claim"), before);
    assert!(accept(clinic, patient.id, chosen(&proposal(clinic, patient.id, None))).is_ok());
}

on_both_engines! {
    a_plan_is_claimed_whole_and_what_the_limit_leaves_is_planned,
    a_plan_of_which_one_time_is_gone_claims_nothing_and_says_what_is_free,
}

#[test]
fn a_plan_accepted_twice_is_accepted_once_and_one_letter_is_written() {
    let clinic = TestClinic::sqlite();
    let patient = examined(&clinic, 1, &[("dermapen", "acne-scars")]);
    let plan = chosen(&proposal(&clinic, patient.id, None));
    let first = accept(&clinic, patient.id, plan.clone()).unwrap();
    let letters = clinic.count("outbox_message");
    clinic.clock.pass(SignedDuration::from_secs(1));
    let again = accept(&clinic, patient.id, plan).unwrap();
    let ids = |one: &plan::Accepted| one.visits.iter().map(|visit| visit.id).collect::<Vec<_>>();
    assert_eq!(ids(&first), ids(&again));
    assert_eq!(clinic.count("outbox_message"), letters);
    assert_eq!(clinic.count("course_event"), 1);
}

#[test]
fn a_plan_with_a_session_too_early_or_one_left_out_is_refused() {
    let clinic = TestClinic::sqlite();
    let patient = examined(&clinic, 1, &[("dermapen", "acne-scars")]);
    let plan = chosen(&proposal(&clinic, patient.id, None));
    let mut early = plan.clone();
    early[1].starts = early[0].starts.checked_add(SignedDuration::from_hours(24 * 21)).unwrap();
    assert_eq!(code(accept(&clinic, patient.id, early)), "too-soon");
    assert_eq!(code(accept(&clinic, patient.id, plan[..3].to_vec())), "not-offered");
    assert_eq!(code(accept(&clinic, patient.id, Vec::new())), "not-offered");
    assert!(booked(&clinic, patient.id).is_empty());
}

#[test]
fn nobody_plans_for_somebody_else() {
    let clinic = TestClinic::sqlite();
    let (one, other) = (examined(&clinic, 1, &[("dermapen", "acne-scars")]).id, clinic.books(2, "dermapen").id);
    let plan = chosen(&proposal(&clinic, one, None));
    let looked = clinic.app.read(Actor::Patient(other), move |work| plan::brief(work, one, None).map(drop)).wait();
    assert_eq!(looked, Err(AppError::Forbidden));
    let taken = plan.clone();
    let deed = clinic.app.write(Actor::Patient(other), move |work| plan::accept(work, one, &taken, Lang::Ja));
    assert_eq!(deed.wait().map(drop), Err(AppError::Forbidden));
    assert_eq!(
        clinic.app.read(Actor::Visitor, move |work| plan::brief(work, one, None).map(drop)).wait(),
        Err(AppError::Forbidden)
    );
    assert!(clinic.by("ueno", move |work| plan::accept(work, one, &plan, Lang::Ja)).later >= 1, "the desk may");
}

/// The first visit takes place, and with it one more may be open.
fn first_takes_place(clinic: &TestClinic, patient: PatientId) {
    let first = booked(clinic, patient).remove(0);
    clinic.clock.set(first.starts);
    clinic.by("ueno", move |work| booking::arrive(work, first.id));
    clinic.clock.set(first.ends);
    clinic.by("ueno", move |work| booking::fulfil(work, first.id));
}

fn turn(clinic: &TestClinic) -> usize {
    clinic.app.write(Actor::System, turn_due).wait().unwrap()
}

#[test]
fn a_planned_session_becomes_a_visit_when_its_time_comes_and_a_letter_says_so() {
    let clinic = TestClinic::sqlite();
    let patient = examined(&clinic, 1, &[("dermapen", "acne-scars")]);
    let plan = proposal(&clinic, patient.id, None);
    let planned: Vec<Timestamp> = plan.alternatives[0].sessions.iter().map(|one| one.starts).collect();
    let soon = accept(&clinic, patient.id, chosen(&plan)).unwrap().visits.len();
    assert_eq!(turn(&clinic), 0, "the limit is reached");
    first_takes_place(&clinic, patient.id);
    let letters = clinic.count("outbox_message");
    assert_eq!(turn(&clinic), 1);
    assert_eq!(booked(&clinic, patient.id).last().map(|visit| visit.starts), Some(planned[soon]));
    assert_eq!((turn(&clinic), clinic.count("outbox_message")), (0, letters + 1));
}

#[test]
fn who_wished_to_be_asked_is_asked_four_weeks_before_and_nothing_is_booked() {
    let clinic = TestClinic::sqlite();
    let patient = examined(&clinic, 1, &[("dermapen", "acne-scars")]);
    wishes(&clinic, patient.id, Wishes::default(), Turn::Ask);
    let plan = proposal(&clinic, patient.id, None);
    let soon = accept(&clinic, patient.id, chosen(&plan)).unwrap().visits.len();
    let due = clinic.app.world().date_of(plan.alternatives[0].sessions[soon].starts);
    clinic.at(due.saturating_sub(29.days()), 9, 0);
    assert_eq!(turn(&clinic), 0);
    clinic.at(due.saturating_sub(28.days()), 9, 0);
    assert_eq!((turn(&clinic), turn(&clinic)), (1, 0));
    assert!(booked(&clinic, patient.id).iter().all(|visit| clinic.app.world().date_of(visit.starts) != due));
}

#[test]
fn a_missed_session_is_planned_anew_and_every_other_visit_stays_where_it_can() {
    let clinic = TestClinic::sqlite();
    let patient = examined(&clinic, 1, &[("dermapen", "acne-scars")]);
    accept(&clinic, patient.id, chosen(&proposal(&clinic, patient.id, None))).unwrap();
    let before = booked(&clinic, patient.id);
    let missed = before[0].id;
    clinic.clock.set(before[0].starts.checked_add(SignedDuration::from_mins(20)).unwrap());
    let letters = clinic.count("outbox_message");
    clinic.by("ueno", move |work| booking::no_show(work, missed));
    assert_eq!(clinic.count("outbox_message"), letters + 1, "the patient is told that the plan wants a time");
    let found = proposal(&clinic, patient.id, None);
    assert_eq!(found.alternatives[0].emphasis, Emphasis::Least);
    let kept =
        found.alternatives[0].sessions.iter().filter(|one| before.iter().any(|visit| visit.starts == one.starts));
    assert_eq!(kept.count(), before.len() - 1, "{found:?}");
    accept(&clinic, patient.id, chosen(&found)).unwrap();
    let after = booked(&clinic, patient.id);
    assert!(before[1..].iter().all(|visit| after.iter().any(|now| now.id == visit.id && now.starts == visit.starts)));
}

#[test]
fn moving_one_visit_where_the_next_would_be_too_near_takes_the_rest_along() {
    let clinic = TestClinic::sqlite();
    let patient = examined(&clinic, 1, &[("dermapen", "acne-scars")]);
    accept(&clinic, patient.id, chosen(&proposal(&clinic, patient.id, None))).unwrap();
    let before = booked(&clinic, patient.id);
    let day = clinic.app.world().date_of(before[0].starts).saturating_add(14.days());
    let later = clinic.free_time("dermapen", day);
    let first = before[0].id;
    let alone = clinic
        .app
        .write(Actor::Patient(patient.id), move |work| booking::reschedule(work, first, later, None, By::Patient));
    assert_eq!(code(alone.wait()), "too-soon");
    let found = proposal(&clinic, patient.id, Some(Pin { visit: first, starts: later }));
    accept(&clinic, patient.id, chosen(&found)).unwrap();
    let after = booked(&clinic, patient.id);
    assert_eq!(after.first().map(|visit| (visit.id, visit.starts)), Some((first, later)));
    let id = patient.id;
    let course = clinic.by("ueno", move |work| course::of_patient(work, id)).remove(0);
    assert!(course.sessions.iter().all(|one| one.planned_at.is_some()), "each has its time, booked or planned");
    let on = |visit: &Visit| clinic.app.world().date_of(visit.starts);
    assert!(after.windows(2).all(|pair| on(&pair[0]).saturating_add(28.days()) <= on(&pair[1])));
}

#[test]
fn a_treatment_that_is_no_longer_offered_is_named_and_the_rest_is_planned() {
    let clinic = TestClinic::sqlite();
    let patient = examined(&clinic, 1, &[("dermapen", "acne-scars"), ("salicylic-peel", "acne")]);
    clinic.by("sakamoto", |work| {
        let gone = "UPDATE offering_service SET active = 0 WHERE protocol_id = $1";
        Ok(work.tx.execute(gone, store::args!["salicylic-peel"])?)
    });
    let id = patient.id;
    let brief = clinic.app.read(Actor::Patient(id), move |work| plan::brief(work, id, None)).wait().unwrap();
    assert_eq!(brief.left_out(), ["salicylic-peel"]);
    let planned = proposal(&clinic, id, None).alternatives.remove(0);
    assert!(planned.sessions.iter().all(|one| one.protocol.as_str() == "dermapen"));
}
