use crate::refusal::code;
use app::AppError;
use app::booking::{self, Caller, Visit};
use app::outbox::Waiting;
use app::roster::repair::{
    Applied, Brief, Hindrance, Move, Order, Placement, Proposal, Reason, Wish, Wishes, apply, brief, propose, to_call,
};
use app::roster::{Change, house, openings};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp, ToSpan};
use journey::id::{ResourceId, VisitId};
use journey::roster::closure::ClosureKind;
use journey::text::Bilingual;
use testkit::{Patient, TestClinic, caller, hold};

const THURSDAY: Date = date(2026, 11, 26);
const FRIDAY: Date = date(2026, 11, 27);

fn resource(clinic: &TestClinic, name: &str) -> ResourceId {
    let name = name.to_owned();
    let found = clinic.by("sakamoto", move |work| {
        Ok(house(work)?.resources.iter().find(|one| one.name.en == name).map(|one| one.id))
    });
    found.unwrap()
}

fn away(clinic: &TestClinic, who: &str, kind: ClosureKind, (first, last): (Date, Date)) -> Change {
    let world = clinic.app.world();
    let (starts, ends) = (world.bounds(first).0, world.bounds(last).1);
    Change::Close { subject: resource(clinic, who), kind, starts, ends, reason: Bilingual::new("急病", "Ill") }
}

fn ill(clinic: &TestClinic, first: Date, last: Date) -> Change {
    away(clinic, "Yuki Sakamoto", ClosureKind::Leave, (first, last))
}

fn briefed(clinic: &TestClinic, change: &Change) -> Brief {
    let change = change.clone();
    clinic.by("sakamoto", move |work| brief(work, &change))
}

fn proposed(clinic: &TestClinic, change: &Change, wishes: &Wishes) -> Proposal {
    propose(&briefed(clinic, change), clinic.app.world(), wishes, &clinic.app.deadline(SignedDuration::from_secs(1)))
        .unwrap()
}

fn moves(proposal: &Proposal) -> Vec<Move> {
    let one = |visit: &app::roster::repair::Proposed| match &visit.placement {
        Placement::Moved(place, _) => Some(Move {
            visit: visit.affected.visit.id,
            version: visit.affected.visit.version,
            starts: place.starts,
            lanes: place.lanes.clone(),
        }),
        Placement::ToCall(_) => None,
    };
    proposal.visits.iter().filter_map(one).collect()
}

fn order(clinic: &TestClinic, change: &Change, proposal: &Proposal) -> Order {
    Order { request: clinic.app.token(), change: change.clone(), moves: moves(proposal) }
}

fn applied(clinic: &TestClinic, order: &Order) -> Result<Applied, AppError> {
    let order = order.clone();
    clinic.try_by("sakamoto", move |work| apply(work, &order))
}

fn visit(clinic: &TestClinic, id: VisitId) -> Visit {
    clinic.by("ueno", move |work| booking::visit(work, id))
}

fn day_of(clinic: &TestClinic, at: Timestamp) -> Date {
    clinic.app.world().date_of(at)
}

/// Told that their visit was moved.
fn told(clinic: &TestClinic) -> usize {
    let waiting: Vec<Waiting> = clinic.by("sakamoto", app::outbox::waiting);
    waiting.iter().filter(|letter| letter.subject.contains("moved")).count()
}

/// Three for the needles and five for injections, all on Friday.
fn eight_on_friday(clinic: &TestClinic) -> Vec<Patient> {
    let services = ["dermapen", "botox", "botox", "dermapen", "botox", "botox", "dermapen", "botox"];
    let booked: Vec<Patient> =
        (1..).zip(services).map(|(number, service)| clinic.books_on(number, service, FRIDAY)).collect();
    assert!(booked.iter().all(|one| day_of(clinic, one.starts) == FRIDAY), "all fit into one day");
    booked
}

fn a_sick_morning_moves_eight_visits_of_two_protocols_together_and_tells_everybody(clinic: &TestClinic) {
    let booked = eight_on_friday(clinic);
    let change = ill(clinic, FRIDAY, FRIDAY);
    let proposal = proposed(clinic, &change, &Wishes::new());
    assert_eq!(proposal.visits.iter().map(|one| one.affected.visit.id).collect::<Vec<_>>().len(), 8);
    let before = told(clinic);
    assert_eq!(applied(clinic, &order(clinic, &change, &proposal)).unwrap(), Applied { moved: 8, to_call: 0 });
    for one in &booked {
        let now = visit(clinic, one.visit);
        assert_ne!(day_of(clinic, now.starts), FRIDAY);
        assert!(now.version > 2 && now.sequence == 1, "{now:?}");
        assert!(now.items.iter().flat_map(|item| &item.segments).all(|step| now.starts <= step.starts));
    }
    assert_eq!(told(clinic), before + 8);
    let subject = resource(clinic, "Yuki Sakamoto");
    assert!(clinic.by("sakamoto", move |work| to_call(work, subject)).is_empty());
}

fn who_keeps_the_time_with_somebody_else_is_told_that_and_not_that_it_moved(clinic: &TestClinic) {
    let okabe = clinic.staff("okabe");
    clinic.by("sakamoto", move |work| {
        let renewed = "UPDATE staff_competence SET until_day = NULL WHERE staff_id = $1";
        Ok(work.tx.execute(renewed, store::args![okabe])?)
    });
    let booked = clinic.books_on(1, "dermapen", FRIDAY);
    let named = |name: &&str| {
        let change = away(clinic, name, ClosureKind::Leave, (FRIDAY, FRIDAY));
        !proposed(clinic, &change, &Wishes::new()).visits.is_empty()
    };
    let who = ["Saori Nishida", "Mari Okabe"].into_iter().find(named).expect("one of the nurses is needed");
    let change = away(clinic, who, ClosureKind::Leave, (FRIDAY, FRIDAY));
    let proposal = proposed(clinic, &change, &Wishes::new());
    assert_eq!(applied(clinic, &order(clinic, &change, &proposal)).unwrap(), Applied { moved: 1, to_call: 0 });
    assert_eq!(visit(clinic, booked.visit).starts, booked.starts);
    let waiting: Vec<Waiting> = clinic.by("sakamoto", app::outbox::waiting);
    let subjects: Vec<&str> = waiting.iter().map(|letter| letter.subject.as_str()).collect();
    assert_eq!(subjects.iter().filter(|subject| subject.contains("other-person")).count(), 1, "{subjects:?}");
    assert_eq!(told(clinic), 0, "nothing moved");
}

fn the_day_after_or_before_is_chosen_and_the_reason_says_so(clinic: &TestClinic) {
    clinic.books_on(1, "dermapen", FRIDAY);
    let proposal = proposed(clinic, &ill(clinic, FRIDAY, FRIDAY), &Wishes::new());
    let Placement::Moved(place, reasons) = &proposal.visits[0].placement else { panic!("a time is found") };
    let (day, agreed) = (day_of(clinic, place.starts), proposal.visits[0].affected.visit.starts);
    assert!(day == THURSDAY || day == date(2026, 11, 28), "{day}");
    assert_eq!(place.starts.duration_since(agreed).as_hours().abs(), 24, "the time of day stays");
    assert!(reasons.contains(&Reason::SamePeople) && reasons.contains(&Reason::SameTimeOfDay), "{reasons:?}");
    assert_eq!(proposal.bound, app::roster::repair::Bound::Least);
}

fn who_finds_no_time_is_named_and_stays_to_be_called_while_the_others_move(clinic: &TestClinic) {
    let (early, late) = (clinic.books_on(1, "dermapen", FRIDAY), clinic.books_on(2, "dermapen", date(2026, 12, 24)));
    let change = ill(clinic, clinic.today(), date(2026, 12, 25));
    let proposal = proposed(clinic, &change, &Wishes::new());
    assert_eq!(proposal.visits[0].placement, Placement::ToCall(Hindrance::NobodyFree));
    assert!(matches!(proposal.visits[1].placement, Placement::Moved(..)), "{:?}", proposal.visits[1].placement);
    assert_eq!(applied(clinic, &order(clinic, &change, &proposal)).unwrap(), Applied { moved: 1, to_call: 1 });
    assert_eq!(visit(clinic, early.visit).starts, early.starts);
    assert!(visit(clinic, late.visit).starts > late.starts);
    let subject = resource(clinic, "Yuki Sakamoto");
    let left = clinic.by("sakamoto", move |work| to_call(work, subject));
    assert_eq!(left.iter().map(|one| one.visit.id).collect::<Vec<_>>(), [early.visit]);
}

/// Somebody with a session on a Friday and the next four weeks later.
fn in_course(clinic: &TestClinic) -> (Patient, Visit) {
    let first = clinic.books_on(1, "dermapen", FRIDAY);
    let command = caller(Caller::Known(first.id), "dermapen", clinic.free_time("dermapen", FRIDAY + 28.days()));
    let second = clinic.by("ueno", move |work| booking::book_by_staff(work, &command)).visit;
    assert_eq!(day_of(clinic, second.starts), FRIDAY + 28.days());
    (first, second)
}

fn two_visits_of_one_patient_keep_their_interval_when_both_move(clinic: &TestClinic) {
    let (first, second) = in_course(clinic);
    let subject = resource(clinic, "Yuki Sakamoto");
    let stretches = openings("10:00-19:00").unwrap();
    let hours = [1, 2, 4].into_iter().flat_map(|day| stretches.iter().map(move |one| (day, *one))).collect();
    let change = Change::Week { subject, from: FRIDAY, hours };
    clinic.at(FRIDAY, 3, 0);
    let proposal = proposed(clinic, &change, &Wishes::new());
    assert_eq!(proposal.visits.len(), 2);
    assert_eq!(applied(clinic, &order(clinic, &change, &proposal)).unwrap(), Applied { moved: 2, to_call: 0 });
    let day = |id: VisitId| day_of(clinic, visit(clinic, id).starts);
    assert_eq!(day(first.visit), date(2026, 11, 30), "the Monday after");
    assert_eq!(day(second.id), date(2026, 12, 28), "the day before was nearer, but not four weeks after the first");
}

fn a_visit_that_moves_keeps_its_distance_from_one_that_stays(clinic: &TestClinic) {
    let (first, second) = in_course(clinic);
    let change = ill(clinic, FRIDAY + 28.days(), FRIDAY + 28.days());
    let proposal = proposed(clinic, &change, &Wishes::new());
    assert_eq!(proposal.visits.len(), 1);
    let Placement::Moved(place, reasons) = &proposal.visits[0].placement else { panic!("a time is found") };
    assert_eq!(proposal.visits[0].affected.visit.id, second.id);
    assert!(day_of(clinic, place.starts) > day_of(clinic, second.starts), "the day before would be too near");
    assert!(reasons.contains(&Reason::NearestDay), "the day after the sick one is the nearest: {reasons:?}");
    assert_eq!(visit(clinic, first.visit).starts, first.starts);
}

fn a_broken_device_moves_what_needs_it_and_nothing_else(clinic: &TestClinic) {
    let (needles, injection) = (clinic.books_on(1, "dermapen", FRIDAY), clinic.books_on(2, "botox", FRIDAY));
    let change = away(clinic, "Pen", ClosureKind::Maintenance, (FRIDAY, FRIDAY));
    let proposal = proposed(clinic, &change, &Wishes::new());
    assert_eq!(proposal.visits.iter().map(|one| one.affected.visit.id).collect::<Vec<_>>(), [needles.visit]);
    applied(clinic, &order(clinic, &change, &proposal)).unwrap();
    assert_ne!(day_of(clinic, visit(clinic, needles.visit).starts), FRIDAY);
    assert_eq!(visit(clinic, injection.visit).version, 2);
}

fn a_time_that_is_taken_between_proposal_and_deed_moves_nobody_and_keeps_nothing(clinic: &TestClinic) {
    let (one, two) = (clinic.books_on(1, "dermapen", FRIDAY), clinic.books_on(2, "dermapen", FRIDAY));
    let change = ill(clinic, FRIDAY, FRIDAY);
    let proposal = proposed(clinic, &change, &Wishes::new());
    let last = moves(&proposal).pop().unwrap();
    let command = hold("dermapen", last.starts);
    clinic.by_visitor(move |work| booking::hold(work, &command)).unwrap();
    let refused = applied(clinic, &order(clinic, &change, &proposal));
    assert_eq!(refused, Err(app::Refusal::Overtaken { visit: last.visit }.into()));
    for booked in [&one, &two] {
        assert_eq!(visit(clinic, booked.visit).starts, booked.starts);
    }
    assert_eq!((clinic.count("roster_closure"), told(clinic)), (0, 0));
    let again = proposed(clinic, &change, &Wishes::new());
    assert_eq!(applied(clinic, &order(clinic, &change, &again)).unwrap(), Applied { moved: 2, to_call: 0 });
}

fn a_visit_that_somebody_moved_meanwhile_is_not_moved_again(clinic: &TestClinic) {
    let booked = clinic.books_on(1, "dermapen", FRIDAY);
    let change = ill(clinic, FRIDAY, FRIDAY);
    let proposal = proposed(clinic, &change, &Wishes::new());
    let later = clinic.free_time("dermapen", date(2026, 12, 10));
    clinic.by("ueno", move |work| booking::reschedule(work, booked.visit, later, None, booking::By::Staff));
    assert_eq!(code(applied(clinic, &order(clinic, &change, &proposal))), "repair-overtaken");
    assert_eq!(visit(clinic, booked.visit).starts, later);
}

fn the_same_form_sent_twice_moves_nothing_twice(clinic: &TestClinic) {
    let booked = clinic.books_on(1, "dermapen", FRIDAY);
    let change = ill(clinic, FRIDAY, FRIDAY);
    let order = order(clinic, &change, &proposed(clinic, &change, &Wishes::new()));
    let first = applied(clinic, &order).unwrap();
    let moved = visit(clinic, booked.visit);
    assert_eq!(applied(clinic, &order).unwrap(), first);
    assert_eq!((visit(clinic, booked.visit), clinic.count("roster_closure"), told(clinic)), (moved, 1, 1));
}

fn lanes_that_do_not_suit_are_refused_whoever_asks_for_them(clinic: &TestClinic) {
    let booked = clinic.books_on(1, "dermapen", FRIDAY);
    let change = ill(clinic, FRIDAY, FRIDAY);
    let nurse = resource(clinic, "Mari Okabe");
    let mut order = order(clinic, &change, &proposed(clinic, &change, &Wishes::new()));
    for lane in 0..order.moves[0].lanes.len() {
        let mut wrong = order.clone();
        wrong.request = clinic.app.token();
        wrong.moves[0].lanes[lane] = (resource(clinic, "Aya Morita"), 0);
        assert_eq!(code(applied(clinic, &wrong)), "repair-overtaken", "a counsellor does none of it");
    }
    order.moves[0].lanes.push((nurse, 0));
    assert_eq!(code(applied(clinic, &order)), "repair-overtaken");
    assert_eq!(visit(clinic, booked.visit).starts, booked.starts);
}

fn nobody_but_a_manager_sees_a_proposal_or_makes_the_moves(clinic: &TestClinic) {
    clinic.books_on(1, "dermapen", FRIDAY);
    let change = ill(clinic, FRIDAY, FRIDAY);
    let order = order(clinic, &change, &proposed(clinic, &change, &Wishes::new()));
    for login in ["ueno", "nishida", "ishii"] {
        let (asked, sent) = (change.clone(), order.clone());
        let refused = clinic.try_by(login, move |work| brief(work, &asked).map(drop));
        assert_eq!(refused, Err(AppError::Forbidden), "{login}");
        assert_eq!(clinic.try_by(login, move |work| apply(work, &sent)), Err(AppError::Forbidden), "{login}");
    }
}

on_both_engines! {
    a_sick_morning_moves_eight_visits_of_two_protocols_together_and_tells_everybody,
    who_keeps_the_time_with_somebody_else_is_told_that_and_not_that_it_moved,
    the_day_after_or_before_is_chosen_and_the_reason_says_so,
    who_finds_no_time_is_named_and_stays_to_be_called_while_the_others_move,
    two_visits_of_one_patient_keep_their_interval_when_both_move,
    a_visit_that_moves_keeps_its_distance_from_one_that_stays,
    a_broken_device_moves_what_needs_it_and_nothing_else,
    a_time_that_is_taken_between_proposal_and_deed_moves_nobody_and_keeps_nothing,
    a_visit_that_somebody_moved_meanwhile_is_not_moved_again,
    the_same_form_sent_twice_moves_nothing_twice,
    lanes_that_do_not_suit_are_refused_whoever_asks_for_them,
    nobody_but_a_manager_sees_a_proposal_or_makes_the_moves,
}

mod edited {
    use super::*;

    /// Three for the needles on Friday; the second and the third are prepared by a nurse who falls ill.
    fn without_the_second_nurse(clinic: &TestClinic) -> (Vec<Patient>, Change) {
        let booked = (1..=3).map(|number| clinic.books_on(number, "dermapen", FRIDAY)).collect();
        (booked, away(clinic, "Mari Okabe", ClosureKind::Leave, (FRIDAY, FRIDAY)))
    }

    #[test]
    fn where_somebody_else_can_step_in_the_time_stays_and_nobody_is_written_to() {
        let clinic = TestClinic::sqlite();
        let (booked, change) = without_the_second_nurse(&clinic);
        let proposal = proposed(&clinic, &change, &Wishes::new());
        assert_eq!(proposal.visits.len(), 2);
        for visit in &proposal.visits {
            let Placement::Moved(place, reasons) = &visit.placement else { panic!("it has a time") };
            assert_eq!(place.starts, visit.affected.visit.starts);
            assert_eq!(reasons[0], Reason::SameTime);
        }
        assert_eq!(applied(&clinic, &order(&clinic, &change, &proposal)).unwrap(), Applied { moved: 2, to_call: 0 });
        let nurse = resource(&clinic, "Mari Okabe");
        for one in &booked {
            let now = visit(&clinic, one.visit);
            assert!(now.starts == one.starts && !now.claimed.contains(&nurse), "{now:?}");
        }
        assert_eq!(told(&clinic), 0);
    }

    #[test]
    fn a_visit_that_stays_to_be_called_keeps_its_room_and_its_device() {
        let clinic = TestClinic::sqlite();
        let (booked, change) = without_the_second_nurse(&clinic);
        let (second, third) = (&booked[1], &booked[2]);
        let stay = Wishes::from([(second.visit, Wish::Stay)]);
        let first = proposed(&clinic, &change, &stay);
        let third_of = |proposal: &Proposal| proposal.visits[1].clone();
        assert_eq!(third_of(&first).affected.visit.id, third.visit);
        assert!(third_of(&first).alternatives.iter().all(|one| one.starts != second.starts));
        let Placement::Moved(place, _) = third_of(&first).placement else { panic!("it has a time") };
        let wish = Wish::At { starts: second.starts, who: place.who };
        let wishes = Wishes::from([(second.visit, Wish::Stay), (third.visit, wish)]);
        let asked = third_of(&proposed(&clinic, &change, &wishes)).placement;
        assert_eq!(asked, Placement::ToCall(Hindrance::OthersFirst), "the pen lies beside the one who stays");
    }

    #[test]
    fn another_of_its_times_is_kept_and_the_others_stay_where_they_were() {
        let clinic = TestClinic::sqlite();
        clinic.books_on(1, "dermapen", FRIDAY);
        clinic.books_on(2, "botox", FRIDAY);
        let change = ill(&clinic, FRIDAY, FRIDAY);
        let first = proposed(&clinic, &change, &Wishes::new());
        let other = first.visits[0].alternatives[1].clone();
        let mut wishes: Wishes = first
            .visits
            .iter()
            .filter_map(|visit| match &visit.placement {
                Placement::Moved(place, _) => {
                    Some((visit.affected.visit.id, Wish::At { starts: place.starts, who: place.who }))
                }
                Placement::ToCall(_) => None,
            })
            .collect();
        wishes.insert(first.visits[0].affected.visit.id, Wish::At { starts: other.starts, who: other.who });
        let second = proposed(&clinic, &change, &wishes);
        let starts = |proposal: &Proposal| moves(proposal).iter().map(|one| one.starts).collect::<Vec<_>>();
        assert_eq!(starts(&second), [other.starts, starts(&first)[1]]);
        let Placement::Moved(_, reasons) = &second.visits[0].placement else { panic!("it has a time") };
        assert_eq!(reasons[0], Reason::Chosen);
        assert_eq!(applied(&clinic, &order(&clinic, &change, &second)).unwrap(), Applied { moved: 2, to_call: 0 });
    }

    #[test]
    fn whoever_is_to_be_called_first_stays_and_is_offered_times_all_the_same() {
        let clinic = TestClinic::sqlite();
        let booked = clinic.books_on(1, "dermapen", FRIDAY);
        let change = ill(&clinic, FRIDAY, FRIDAY);
        let wishes = Wishes::from([(booked.visit, Wish::Stay)]);
        let proposal = proposed(&clinic, &change, &wishes);
        assert_eq!(proposal.visits[0].placement, Placement::ToCall(Hindrance::Wished));
        assert!(!proposal.visits[0].alternatives.is_empty());
        assert_eq!(applied(&clinic, &order(&clinic, &change, &proposal)).unwrap(), Applied { moved: 0, to_call: 1 });
        assert_eq!(clinic.count("roster_closure"), 1, "the leave is noted");
    }

    #[test]
    fn every_time_that_is_named_beside_a_proposal_can_be_had() {
        let clinic = TestClinic::sqlite();
        super::eight_on_friday(&clinic);
        let change = ill(&clinic, FRIDAY, FRIDAY);
        let first = proposed(&clinic, &change, &Wishes::new());
        let (place, named) = (first.visits.len() - 1, first.visits[first.visits.len() - 1].alternatives.clone());
        assert!(named.len() > 2, "{named:?}");
        for other in named {
            let mut order = order(&clinic, &change, &first);
            let wish = Wish::At { starts: other.starts, who: other.who };
            let mut wishes = Wishes::from([(first.visits[place].affected.visit.id, wish)]);
            for one in &order.moves[..place] {
                let who = first.visits.iter().find_map(|visit| match &visit.placement {
                    Placement::Moved(known, _) if visit.affected.visit.id == one.visit => Some(known.who),
                    _ => None,
                });
                wishes.insert(one.visit, Wish::At { starts: one.starts, who: who.unwrap() });
            }
            let second = proposed(&clinic, &change, &wishes);
            order.moves = moves(&second);
            assert_eq!(order.moves[place].starts, other.starts);
            assert_eq!(order.moves.len(), 8);
        }
    }
}
