use crate::{ask, library, wrong};
use consult::outcome::Outcome;
use consult::recovery::Triage;
use serde_json::{Value, json};

#[test]
fn trouble_breathing_after_toxin_is_an_emergency_also_when_it_is_only_written() {
    let told = |check_in: Value| ask::<Triage>(&json!({"protocol": "botox", "check_in": check_in})).unwrap();
    let written = told(json!({"hours_since_end": 200, "free_text": "昨夜から息苦しいです"}));
    assert_eq!((&written["tier"], &written["deadline"]), (&json!(3), &json!("now")));
    let denied = told(json!({"hours_since_end": 200, "free_text": "息苦しさはありません"}));
    assert!(denied["tier"].as_u64().unwrap() < 3);
    assert_eq!(denied["needs_human_reader"], true);
}

#[test]
fn a_symptom_or_an_answer_that_does_not_exist_is_refused() {
    let check_in = json!({"hours_since_end": 3, "answers": {"rednes": "mild", "redness": "a lot"}});
    let told = wrong::<Triage>(&json!({"protocol": "dermapen", "check_in": check_in}));
    assert_eq!(told.len(), 2);
    assert!(told.iter().any(|(field, wrong)| field == "check_in.answers.rednes" && wrong.contains("redness")));
}

#[test]
fn scars_that_stay_as_they_were_are_not_responding_once_enough_sessions_are_done() {
    let after = |sessions: u16| {
        let score = |on: &str| json!({"scale": "goodman-baron-qualitative", "on": on, "value": 4});
        let scores = json!([score("2026-08-01"), score("2026-11-20")]);
        ask::<Outcome>(&json!({
            "protocol": "dermapen", "indication": "acne-scars", "sessions_done": sessions, "scores": scores,
        }))
        .unwrap()
    };
    let none = after(0);
    assert_eq!(none["response"], "too-early");
    let needed = u16::try_from(none["sessions_needed"].as_u64().unwrap()).unwrap();
    assert_eq!(after(needed - 1)["response"], "too-early");
    let late = after(needed);
    assert_eq!(late["response"], "not-responding");
    assert!(!late["options"].as_array().unwrap().is_empty());
}

/// 30 % of a region counts 3, 15 % counts 2, 5 % counts 1; 0.3 × area × darkness for forehead and both cheeks, 0.1 for
/// the chin: 0.3·3·2 + 0.3·2·2 + 0.3·2·2 + 0.1·1·1 = 4.3.
#[test]
fn a_score_is_computed_from_what_was_graded() {
    let scale = library().scales.iter().find(|scale| scale.id.as_str() == "mmasi").unwrap();
    let names: Vec<&str> = scale.inputs.iter().map(|input| input.id.as_str()).collect();
    assert_eq!(names.len(), 8, "area and darkness of four regions: {names:?}");
    let mut inputs = serde_json::Map::new();
    for (region, area, darkness) in [("forehead", 30, 2), ("right", 15, 2), ("left", 15, 2), ("chin", 5, 1)] {
        for (what, grade) in [("area", area), ("dark", darkness)] {
            let name = names.iter().find(|name| name.contains(region) && name.contains(what)).unwrap();
            inputs.insert((*name).to_owned(), json!(grade));
        }
    }
    let scores = json!([{"scale": "mmasi", "on": "2026-11-20", "inputs": inputs}]);
    let question = json!({"protocol": "dermapen", "indication": "acne-scars", "scores": scores});
    assert_eq!(ask::<Outcome>(&question).unwrap()["scores"][0]["value"], 4.3);
}
