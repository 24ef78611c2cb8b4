use crate::refusal::code;
use app::booking::{self, Wanted};
use app::roster::{Change, apply, effects, house, openings};
use jiff::civil::{Date, date};
use journey::id::ResourceId;
use journey::roster::closure::ClosureKind;
use journey::roster::hours::Exception;
use journey::text::Bilingual;
use testkit::TestClinic;

const FRIDAY: Date = date(2026, 11, 27);

fn times(clinic: &TestClinic, service: &str, day: Date) -> usize {
    let wanted = Wanted { service: service.into(), practitioner: None, moving: None };
    clinic.by_visitor(move |work| booking::day(work, &wanted, day)).unwrap().len()
}

fn resource(clinic: &TestClinic, name: &str) -> ResourceId {
    let name = name.to_owned();
    let found = clinic.by("sakamoto", move |work| {
        Ok(house(work)?.resources.iter().find(|one| one.name.en == name).map(|one| one.id))
    });
    found.unwrap()
}

fn leave(clinic: &TestClinic, who: &str, day: Date) -> Change {
    let (starts, ends) = clinic.app.world().bounds(day);
    let (subject, reason) = (resource(clinic, who), Bilingual::new("休暇", "Leave"));
    Change::Close { subject, kind: ClosureKind::Leave, starts, ends, reason }
}

fn nobody_is_offered_while_the_only_physician_is_on_leave_and_everybody_again_when_it_is_taken_back(
    clinic: &TestClinic,
) {
    let before = times(clinic, "dermapen", FRIDAY);
    assert!(before > 0);
    let change = leave(clinic, "Yuki Sakamoto", FRIDAY);
    clinic.by("sakamoto", move |work| apply(work, &change));
    assert_eq!(times(clinic, "dermapen", FRIDAY), 0);
    assert_eq!(times(clinic, "dermapen", date(2026, 11, 28)), before, "the day after is untouched");
    let closure = clinic.by("sakamoto", |work| {
        let house = house(work)?;
        let all: Vec<_> = house.resources.iter().flat_map(|one| house.hours.closures(one.id)).cloned().collect();
        Ok(all[0].id)
    });
    clinic.by("sakamoto", move |work| apply(work, &Change::Reopen { closure }));
    assert_eq!(times(clinic, "dermapen", FRIDAY), before);
}

fn the_visits_that_leave_would_touch_are_named_before_it_is_kept_and_stay_as_they_are(clinic: &TestClinic) {
    let patient = clinic.books(1, "dermapen");
    let change = leave(clinic, "Yuki Sakamoto", FRIDAY);
    let other_day = leave(clinic, "Yuki Sakamoto", date(2026, 11, 29));
    assert!(clinic.by("sakamoto", move |work| effects(work, &other_day)).is_empty());
    let asked = change.clone();
    let affected = clinic.by("sakamoto", move |work| effects(work, &asked));
    assert_eq!(affected.iter().map(|one| one.visit.id).collect::<Vec<_>>(), [patient.visit]);
    assert_eq!(affected[0].missing[0].en, "Yuki Sakamoto");
    clinic.by("sakamoto", move |work| apply(work, &change));
    let kept = clinic.by("ueno", move |work| booking::visit(work, patient.visit));
    assert_eq!(kept.starts, patient.starts);
}

fn a_week_whose_lines_overlap_is_refused_and_nothing_is_kept(clinic: &TestClinic) {
    let before = times(clinic, "dermapen", FRIDAY);
    let subject = resource(clinic, "Yuki Sakamoto");
    let stretches = openings("10:00-13:00, 12:00-19:00").unwrap();
    let hours = stretches.into_iter().map(|one| (5, one)).collect();
    let change = Change::Week { subject, from: FRIDAY, hours };
    assert_eq!(code(clinic.try_by("sakamoto", move |work| apply(work, &change))), "roster-contradicts");
    assert_eq!(times(clinic, "dermapen", FRIDAY), before);
}

fn a_new_week_holds_from_its_day_on_and_not_a_day_earlier(clinic: &TestClinic) {
    let subject = resource(clinic, "Yuki Sakamoto");
    let hours = openings("10:00-12:00").unwrap().into_iter().map(|one| (5, one)).collect();
    let change = Change::Week { subject, from: date(2026, 12, 4), hours };
    let (friday, usual) = (times(clinic, "dermapen", FRIDAY), times(clinic, "dermapen", date(2026, 12, 3)));
    clinic.by("sakamoto", move |work| apply(work, &change));
    assert_eq!(times(clinic, "dermapen", FRIDAY), friday);
    assert_eq!(times(clinic, "dermapen", date(2026, 12, 3)), usual);
    let after = times(clinic, "dermapen", date(2026, 12, 4));
    assert!(after < friday, "{after}");
    assert_eq!(times(clinic, "dermapen", date(2026, 12, 5)), 0, "a day that is not named has no hours");
}

fn a_day_on_which_the_house_opens_in_spite_of_its_week_is_offered_when_its_people_come(clinic: &TestClinic) {
    let wednesday = date(2026, 12, 2);
    assert_eq!(times(clinic, "dermapen", wednesday), 0);
    let subject = app::roster::house_of(clinic.app.world().clinic);
    let hours = Exception::Open(openings("10:00-19:00").unwrap());
    let reason = Bilingual::new("臨時診療", "Open for once");
    let change = Change::Day { subject, day: wednesday, hours, reason };
    clinic.by("sakamoto", move |work| apply(work, &change));
    assert!(times(clinic, "dermapen", wednesday) > 0);
    clinic.by("sakamoto", move |work| apply(work, &Change::UsualDay { subject, day: wednesday }));
    assert_eq!(times(clinic, "dermapen", wednesday), 0);
}

fn nobody_but_a_manager_changes_the_roster(clinic: &TestClinic) {
    let change = leave(clinic, "Yuki Sakamoto", FRIDAY);
    let refused = clinic.try_by("ueno", move |work| apply(work, &change));
    assert_eq!(refused, Err(app::AppError::Forbidden));
}

on_both_engines! {
    nobody_is_offered_while_the_only_physician_is_on_leave_and_everybody_again_when_it_is_taken_back,
    the_visits_that_leave_would_touch_are_named_before_it_is_kept_and_stay_as_they_are,
    a_week_whose_lines_overlap_is_refused_and_nothing_is_kept,
    a_new_week_holds_from_its_day_on_and_not_a_day_earlier,
    a_day_on_which_the_house_opens_in_spite_of_its_week_is_offered_when_its_people_come,
    nobody_but_a_manager_changes_the_roster,
}
