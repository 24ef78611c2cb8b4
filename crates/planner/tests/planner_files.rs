//! Files as a clinic hands them in: what they come to, what is refused, and in which words.

use journey::text::Lang;
use planner::course::{Answer, solve};
use planner::file::{
    BadFile, Collision, CourseFile, CourseSolution, Moving, Planning, RepairFile, RepairSolution, check_course,
    check_repair, explain, explain_repair,
};
use planner::repair::repair;
use planner::{Unlimited, Watch};
use serde_json::{Value, json};

/// One practitioner and one room, free from nine to five on every day of four weeks.
fn course() -> Value {
    let free: Vec<[u32; 2]> = (0..28).map(|day| [day * 288 + 108, day * 288 + 204]).collect();
    json!({
        "format": "clinic-course/1", "name": "one", "tick_minutes": 5, "ticks_per_day": 288, "start_step": 3,
        "days": 28, "day0_weekday": 0,
        "resources": [
            {"id": 7, "kind": "practitioner", "skills": ["peel"], "free": free},
            {"id": 9, "kind": "room", "skills": ["any"], "free": free},
        ],
        "services": [{"id": 3, "name": "peel", "downtime_days": 2, "needs": [
            {"kind": "practitioner", "skill": "peel", "from": 0, "to": 6},
            {"kind": "room", "skill": "any", "from": 0, "to": 8},
        ]}],
        "series": [{"id": 5, "service": 3, "count": 3, "gap": {"min": 7, "ideal": 8, "max": 10},
            "first": {"earliest": 1, "latest": 6}, "w_first": 2, "w_late": 3, "w_early": 1, "w_change": 15}],
        "spacing": [],
        "preference": (0..7).map(|day| json!([day, 108, 204, 0])).collect::<Vec<_>>(),
        "blackouts": [],
    })
}

fn absence() -> Value {
    let mut file = course();
    let object = file.as_object_mut().expect("an object");
    for gone in ["series", "spacing", "preference", "blackouts"] {
        object.remove(gone);
    }
    object.insert("format".into(), json!("clinic-repair/1"));
    object.insert("away".into(), json!([{"practitioner": 7, "from_day": 3, "to_day": 4}]));
    let session = |id: u32| {
        json!({"id": id, "service": 3, "orig": {"start": 3 * 288 + 108, "practitioner": 7, "room": 9, "device": null},
            "day_window": [5, 5], "preference": [[5, 108, 120, 1]], "w_practitioner": 4, "w_unplaced": 300})
    };
    object.insert("sessions".into(), json!([session(0), session(1), session(2)]));
    object.insert("links".into(), json!([]));
    object.insert("weights".into(), json!({"move": 10, "day": 12, "tod_step": 1}));
    file
}

fn with(mut file: Value, pointer: &str, value: Value) -> String {
    *file.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} is there")) = value;
    file.to_string()
}

fn read(text: &str) -> CourseFile {
    CourseFile::read(text).unwrap_or_else(|bad| panic!("{bad}"))
}

fn planned(file: &CourseFile) -> Option<CourseSolution> {
    let planning = Planning::of(file);
    match solve(&planning.course(), &Unlimited) {
        Answer::Planned { plan, lower_bound } => Some(CourseSolution::of(&planning, &plan, lower_bound)),
        Answer::Impossible | Answer::Unknown { .. } => None,
    }
}

#[test]
fn a_course_that_nothing_stands_against_is_planned_on_its_ideal_days() {
    let file = read(&course().to_string());
    let solution = planned(&file).expect("it has a plan");
    let days: Vec<u32> = solution.assign.iter().map(|row| row.2 / 288).collect();
    assert_eq!((solution.cost, solution.proven, days), (0, true, vec![1, 9, 17]));
    assert_eq!(check_course(&file, &solution), Vec::<String>::new());
    assert!(solution.assign.iter().all(|row| (row.0, row.3, row.4, row.5) == (5, 7, Some(9), None)));
}

#[test]
fn healing_keeps_two_days_clear_of_an_event_and_not_three() {
    // A session on day 9 heals until day 11.
    let on_the_last = read(&with(course(), "/blackouts", json!([[11, 11]])));
    let moved = planned(&on_the_last).expect("it has a plan");
    assert_ne!(moved.assign[1].2 / 288, 9, "the healing would reach into the event");
    let the_day_after = read(&with(course(), "/blackouts", json!([[12, 12]])));
    assert_eq!(planned(&the_day_after).expect("it has a plan").cost, 0);
}

#[test]
fn a_room_must_be_free_within_one_interval() {
    let whole =
        with(course(), "/resources/1/free", json!((0..28).map(|d| [d * 288 + 108, d * 288 + 116]).collect::<Vec<_>>()));
    assert!(planned(&read(&whole)).is_some());
    let split: Vec<[u32; 2]> =
        (0..28).flat_map(|d| [[d * 288 + 108, d * 288 + 112], [d * 288 + 112, d * 288 + 116]]).collect();
    assert!(planned(&read(&with(course(), "/resources/1/free", json!(split)))).is_none(), "two halves are no whole");
}

#[test]
fn a_solution_that_was_tampered_with_does_not_pass() {
    let file = read(&course().to_string());
    let sound = planned(&file).expect("it has a plan");
    let tampered = |change: fn(&mut CourseSolution)| {
        let mut solution = sound.clone();
        change(&mut solution);
        check_course(&file, &solution)
    };
    assert!(!tampered(|solution| solution.cost += 1).is_empty());
    assert!(!tampered(|solution| solution.lower_bound += 1).is_empty());
    assert!(!tampered(|solution| solution.assign[1].2 += 1).is_empty(), "off the grid");
    assert!(!tampered(|solution| solution.assign[1].2 += 5 * 288).is_empty(), "too late");
    assert!(!tampered(|solution| solution.assign[0].4 = None).is_empty(), "no room");
    assert!(!tampered(|solution| solution.assign[0].3 = 9).is_empty(), "a room treats nobody");
    assert!(!tampered(|solution| solution.assign.truncate(2)).is_empty(), "one is missing");
}

#[test]
fn what_contradicts_the_format_is_refused_with_its_path() {
    let cases = [
        ("/format", json!("clinic-course/2"), "format"),
        ("/days", json!(0), "days"),
        ("/days", json!(9_000_000_000_000_000_i64), "days"),
        ("/tick_minutes", json!(i64::MAX), "tick_minutes"),
        ("/start_step", json!(0), "start_step"),
        ("/day0_weekday", json!(7), "day0_weekday"),
        ("/series/0/gap/min", json!(11), "series[0].gap.min"),
        ("/series/0/gap/max", json!(-1), "series[0].gap.max"),
        ("/series/0/gap/ideal", json!("soon"), "series[0].gap.ideal"),
        ("/series/0/count", json!(0), "series[0].count"),
        ("/series/0/count", json!(1e30), "series[0].count"),
        ("/series/0/service", json!(4), "series[0].service"),
        ("/series/0/first/earliest", json!(7), "series[0].first.earliest"),
        ("/series/0/w_late", json!(-3), "series[0].w_late"),
        ("/resources/0/free", json!([[5, 5]]), "resources[0].free[0]"),
        ("/resources/0/free", json!([[5, 9], [8, 12]]), "resources[0].free[1]"),
        ("/resources/0/free", json!([[0, 28 * 288 + 1]]), "resources[0].free[0]"),
        ("/resources/1/id", json!(7), "resources[1].id"),
        ("/resources/1/kind", json!("cellar"), "resources[1].kind"),
        ("/services/0/needs/0/to", json!(0), "services[0].needs[0].to"),
        ("/services/0/needs/1/kind", json!("practitioner"), "services[0].needs"),
        ("/services/0/downtime_days", json!(-1), "services[0].downtime_days"),
        ("/spacing", json!([{"a": 5, "b": 6, "a_then_b": 1, "b_then_a": 1}]), "spacing[0].b"),
        ("/spacing", json!([{"a": 5, "b": 5, "a_then_b": 1, "b_then_a": 1}]), "spacing[0].b"),
        ("/preference", json!([[0, 10, 20, 1], [0, 19, 30, 1]]), "preference[1]"),
        ("/preference", json!([[7, 10, 20, 1]]), "preference[0][0]"),
        ("/blackouts", json!([[4, 3]]), "blackouts[0]"),
    ];
    for (pointer, value, path) in cases {
        let refused = CourseFile::read(&with(course(), pointer, value.clone()));
        let BadFile { path: named, reason } = refused.expect_err(&format!("{pointer} as {value}"));
        assert_eq!(named, path, "{pointer} as {value}: {reason}");
        assert!(!reason.is_empty());
    }
    assert!(CourseFile::read("").is_err());
    assert!(CourseFile::read("[]").is_err());
    assert!(CourseFile::read(&format!("{} x", course())).is_err(), "something after the end");
}

#[test]
fn what_contradicts_a_repair_is_refused_with_its_path() {
    let cases = [
        ("/away/0/practitioner", json!(9), "away[0].practitioner"),
        ("/away/0/from_day", json!(5), "away[0].from_day"),
        ("/sessions/1/id", json!(0), "sessions[1].id"),
        ("/sessions/1/orig/room", json!(7), "sessions[1].orig.room"),
        ("/sessions/1/orig/start", json!(-1), "sessions[1].orig.start"),
        ("/sessions/1/day_window", json!([6, 5]), "sessions[1].day_window"),
        ("/sessions/1/w_unplaced", json!(2_000_000), "sessions[1].w_unplaced"),
        ("/sessions/1/preference", json!([[1, 3, 2, 0]]), "sessions[1].preference[0][2]"),
        ("/links", json!([{"a": 0, "b": 0, "min_days": 1, "max_days": 2}]), "links[0].b"),
        ("/links", json!([{"a": 0, "b": 1, "min_days": 3, "max_days": 2}]), "links[0].min_days"),
        ("/weights/day", json!(null), "weights.day"),
    ];
    for (pointer, value, path) in cases {
        let refused = RepairFile::read(&with(absence(), pointer, value.clone()));
        assert_eq!(refused.expect_err(pointer).path, path, "{pointer} as {value}");
    }
}

#[test]
fn a_number_of_sessions_that_no_calendar_holds_is_told_and_not_tried() {
    for count in [29_u64, 70_000, 4_000_000_000] {
        let file = read(&with(course(), "/series/0/count", json!(count)));
        assert_eq!(planned(&file), None);
        let collision = Collision::of(&file, &Unlimited).expect("it has a reason");
        let says = collision.tell(&file, Lang::En).to_string();
        assert!(says.contains(&count.to_string()), "{says}");
    }
}

#[test]
fn four_sessions_a_week_apart_collide_with_a_short_calendar_and_the_words_say_what_would_help() {
    let mut file = course();
    *file.pointer_mut("/series/0/count").expect("it is there") = json!(5);
    let file = read(&file.to_string());
    assert_eq!(planned(&file), None, "five sessions need four weeks and a day");
    let collision = Collision::of(&file, &Unlimited).expect("it has a reason");
    let english = collision.tell(&file, Lang::En).to_string();
    assert!(english.contains("at least 7 days apart"), "{english}");
    assert!(english.contains("At 6 days apart, the whole course can be planned."), "{english}");
    let japanese = collision.tell(&file, Lang::Ja).to_string();
    assert!(japanese.contains("7日以上空けます") && japanese.contains("下限を6日にすれば"), "{japanese}");
    assert!(!english.contains("room"), "the room has no part in it: {english}");
}

#[test]
fn a_missing_room_is_what_collides_when_there_is_none() {
    let file = read(&with(course(), "/resources/1/free", json!([])));
    assert_eq!(planned(&file), None);
    let collision = Collision::of(&file, &Unlimited).expect("it has a reason");
    let says = collision.tell(&file, Lang::En).to_string();
    assert_eq!(collision.reliefs.len(), 1, "{says}");
    assert!(says.contains("needs a free room (any)"), "{says}");
    assert!(says.contains("Without this rule, the whole course can be planned."), "{says}");
}

#[test]
fn a_plan_tells_which_rule_stands_against_a_better_day() {
    let file = read(&with(course(), "/blackouts", json!([[3, 3]])));
    let planning = Planning::of(&file);
    let solution = planned(&file).expect("it has a plan");
    assert_eq!(solution.assign[0].2 / 288, 4, "the first possible days would heal into the event");
    let english = explain(&planning, &solution, Lang::En).to_string();
    assert!(english.contains("would fall on an event"), "{english}");
    assert!(explain(&planning, &solution, Lang::Ja).to_string().contains("ご予定に重なります"));
}

#[test]
fn of_three_visits_for_two_places_one_goes_without_a_time() {
    let file = RepairFile::read(&absence().to_string()).expect("it is sound");
    let moving = Moving::of(&file);
    let proposal = repair(&moving.repair, 1, &Unlimited);
    let solution = RepairSolution::of(&moving, &proposal);
    assert_eq!(check_repair(&file, &solution), Vec::<String>::new());
    // Starts at 108, 111, 114, 117 on day 5: with a room for eight ticks each, two of them fit.
    let two = [0, 3].map(|steps| 10 + 2 * 12 + steps + 1);
    assert_eq!(solution.cost, 300 + two.iter().sum::<u64>());
    let json = serde_json::to_value(&solution).expect("it is JSON");
    let rows = json["assign"].as_array().expect("rows");
    assert_eq!(
        rows.iter().filter(|row| row.as_array().is_some_and(|row| row.len() == 2 && row[1].is_null())).count(),
        1
    );
    let says = explain_repair(&moving, &proposal, Lang::En).to_string();
    assert!(says.contains("2 of 3 visits get a time") && says.contains("no time"), "{says}");
}

/// Time is up at once.
struct Over;

impl Watch for Over {
    fn is_over(&self) -> bool {
        true
    }
}

#[test]
fn with_no_time_at_all_nothing_is_claimed_that_was_not_proven() {
    let file = read(&course().to_string());
    let planning = Planning::of(&file);
    match solve(&planning.course(), &Over) {
        Answer::Planned { plan, lower_bound } => assert!(lower_bound <= plan.cost),
        Answer::Unknown { lower_bound } => assert_eq!(lower_bound, 0, "nothing costs nothing"),
        Answer::Impossible => panic!("it has a plan"),
    }
}
