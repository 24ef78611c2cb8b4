//! Files that are too large for their own good are refused, with the path of what is too much.

use planner::file::CourseFile;
use serde_json::{Value, json};

/// One practitioner who is free all year, one series, and whatever else.
fn course(events: usize, spacings: usize, practitioners: usize) -> Value {
    let free = json!([[0, 365 * 288]]);
    let people: Vec<Value> = (0..practitioners)
        .map(|id| json!({"id": id, "kind": "practitioner", "skills": ["peel"], "free": free}))
        .collect();
    let series = |id: u32| {
        json!({"id": id, "service": 0, "count": 1, "gap": {"min": 1, "ideal": 1, "max": 1},
               "first": {"earliest": 0, "latest": 9}, "w_first": 1, "w_late": 1, "w_early": 1, "w_change": 1})
    };
    json!({
        "format": "clinic-course/1", "tick_minutes": 5, "ticks_per_day": 288, "start_step": 1, "days": 365,
        "day0_weekday": 0, "resources": people, "preference": [[0, 0, 288, 0]],
        "services": [{"id": 0, "name": "peel", "downtime_days": 0,
                      "needs": [{"kind": "practitioner", "skill": "peel", "from": 0, "to": 6}]}],
        "series": [series(0), series(1)],
        "spacing": vec![json!({"a": 0, "b": 1, "a_then_b": 1, "b_then_a": 1}); spacings],
        "blackouts": vec![json!([300, 301]); events],
    })
}

fn refused(file: &Value) -> Option<String> {
    CourseFile::read(&file.to_string()).err().map(|bad| bad.path)
}

#[test]
fn as_many_events_spacings_and_starts_as_allowed_are_read_and_one_more_is_refused() {
    assert_eq!(refused(&course(1_000, 1_000, 38)), None);
    assert_eq!(refused(&course(1_001, 1, 1)).as_deref(), Some("blackouts"));
    assert_eq!(refused(&course(1, 1_001, 1)).as_deref(), Some("spacing"));
    assert_eq!(refused(&course(1, 1, 39)).as_deref(), Some("resources"), "39 people are free at 4,099,680 starts");
}

#[test]
fn numbers_beyond_every_integer_are_refused_where_they_stand() {
    for (path, number) in [("series[0].gap.max", i64::MAX), ("series[0].w_late", i64::MIN), ("days", 1 << 40)] {
        let mut file = course(1, 1, 1);
        match path {
            "days" => file["days"] = json!(number),
            "series[0].w_late" => file["series"][0]["w_late"] = json!(number),
            _ => file["series"][0]["gap"]["max"] = json!(number),
        }
        assert_eq!(refused(&file).as_deref(), Some(path));
    }
}
