use app::booking::{self, Away, Because, Hold, Missing, Stretch, Wanted, Why};
use app::roster::{Change, ResourceKind, apply, house};
use jiff::civil::{Date, date};
use journey::roster::closure::ClosureKind;
use journey::text::{Bilingual, Lang};
use testkit::TestClinic;

const FRIDAY: Date = date(2026, 11, 27);

fn wanted(service: &str) -> Wanted {
    Wanted { service: service.into(), practitioner: None, moving: None }
}

fn why(clinic: &TestClinic, day: Date) -> Vec<Stretch> {
    clinic.by_visitor(move |work| booking::why_closed(work, &wanted("dermapen"), day)).unwrap()
}

fn because(stretch: &Stretch) -> Vec<Because> {
    let missing = |why: &Why| match why {
        Why::Missing(Missing { because, .. }) => Some(*because),
        _ => None,
    };
    stretch.why.iter().filter_map(missing).collect()
}

#[test]
fn a_public_holiday_is_named_and_the_next_free_time_is_after_it() {
    let clinic = TestClinic::sqlite();
    let found = why(&clinic, date(2027, 1, 1));
    let [Stretch { why, opens: Some(opens), .. }] = found.as_slice() else { panic!("one reason, not {found:?}") };
    let [Why::House(Some(holiday))] = why.as_slice() else { panic!("the house is closed, not {why:?}") };
    assert_eq!(holiday.ja, "元日");
    assert!(clinic.app.world().date_of(*opens) > date(2027, 1, 1));
}

#[test]
fn a_time_that_somebody_is_booking_is_held_and_one_that_is_booked_is_a_visit_and_no_name_is_told() {
    let clinic = TestClinic::sqlite();
    let starts = clinic.free_time("dermapen", FRIDAY);
    let hold = Hold { wanted: wanted("dermapen"), starts, language: Lang::Ja, request: None };
    clinic.by_visitor(move |work| booking::hold(work, &hold)).unwrap();
    let stretch =
        |clinic: &TestClinic| why(clinic, FRIDAY).into_iter().find(|one| one.from <= starts && starts <= one.to);
    assert!(because(&stretch(&clinic).unwrap()).contains(&Because::Held));
    clinic.clock.pass(jiff::SignedDuration::from_mins(21));
    assert!(stretch(&clinic).is_none(), "the hold has lapsed");
    clinic.books(1, "dermapen");
    let taken = stretch(&clinic).unwrap();
    assert!(because(&taken).contains(&Because::Visit), "{taken:?}");
    assert!(taken.why.iter().all(|why| !matches!(why, Why::Missing(Missing { only: Some(_), .. }))));
    assert!(taken.opens.unwrap() > starts);
}

#[test]
fn leave_is_told_as_leave_and_staff_are_told_whose() {
    let clinic = TestClinic::sqlite();
    let subject = clinic.by("sakamoto", |work| {
        let house = house(work)?;
        Ok(house.resources.iter().find(|one| one.name.en == "Yuki Sakamoto").map(|one| one.id))
    });
    let (starts, ends) = clinic.app.world().bounds(FRIDAY);
    let reason = Bilingual::new("休暇", "Leave");
    let change = Change::Close { subject: subject.unwrap(), kind: ClosureKind::Leave, starts, ends, reason };
    clinic.by("sakamoto", move |work| apply(work, &change));
    let public = why(&clinic, FRIDAY);
    assert!(because(&public[0]).contains(&Because::Away(Away::Leave)), "{public:?}");
    let staff = clinic.by("ueno", |work| booking::why_closed(work, &wanted("dermapen"), FRIDAY));
    let named = staff[0].why.iter().any(|why| {
        matches!(why, Why::Missing(Missing { kind: ResourceKind::Practitioner, only: Some(name), .. }) if name.en == "Yuki Sakamoto")
    });
    assert!(named, "{staff:?}");
}

/// Lines that a sleeping node never saw are gone and newer ones are there: its picture is built anew, not patched.
#[test]
fn a_node_that_slept_while_the_log_was_cleared_shows_what_is_true() {
    let clinic = TestClinic::sqlite();
    let sleeper = clinic.node(1);
    sleeper.warm_up().unwrap();
    let taken = clinic.books(1, "dermapen").starts;
    clinic.by("sakamoto", |work| Ok(work.tx.execute("DELETE FROM calendar_change", &[])?));
    clinic.books(2, "dermapen");
    sleeper.follow().unwrap();
    let asked = wanted("dermapen");
    let offered =
        sleeper.read(app::actor::Actor::Visitor, move |work| booking::day(work, &asked, FRIDAY)).wait().unwrap();
    assert!(!offered.is_empty() && offered.iter().all(|time| time.starts != taken), "{offered:?}");
}
