use crate::{ask, library, rules, wrong};
use consult::screening::Screen;
use consult::{Question, read};
use serde_json::{Value, json};

#[test]
fn a_pregnant_person_is_refused_by_name_of_the_rule() {
    let question = json!({"protocol": "dermapen", "on": "2026-11-24", "facts": {"pregnancy": "yes"}});
    let answer = ask::<Screen>(&question).unwrap();
    assert_eq!((&answer["headline"], &answer["blocks_treatment"]), (&json!("contraindicated"), &json!(true)));
    assert!(rules(&answer).contains(&"pregnancy-or-nursing"));
}

#[test]
fn with_nothing_known_nothing_is_found_and_treatment_is_blocked_all_the_same() {
    for protocol in library().iter() {
        let answer = ask::<Screen>(&json!({"protocol": protocol.id, "on": "2026-11-24"})).unwrap();
        assert_eq!(answer["headline"], "cleared", "{}", protocol.id);
        assert_eq!(answer["blocks_treatment"], true, "{}: unknown is never no", protocol.id);
        assert!(!answer["missing"].as_array().unwrap().is_empty(), "{}", protocol.id);
    }
}

#[test]
fn an_answer_that_has_run_out_is_unknown_again() {
    let is_missing = |day: &str| {
        let facts = json!({"pregnancy": {"value": "no", "answered_on": day}});
        let answer = ask::<Screen>(&json!({"protocol": "botox", "on": "2026-11-24", "facts": facts})).unwrap();
        answer["missing"].as_array().unwrap().iter().any(|one| one["fact"] == "pregnancy")
    };
    assert!(!is_missing("2026-11-24"));
    assert!(is_missing("2026-11-23"));
}

#[test]
fn what_a_physician_set_aside_is_told_apart_and_what_nobody_may_stays() {
    let with = |rule: &str| {
        ask::<Screen>(&json!({
            "protocol": "dermapen", "on": "2026-11-24",
            "facts": {"herpes_history": "yes", "pregnancy": "yes"},
            "overrides": [{"rule": rule, "physician": "Sakamoto", "reason": "seen and discussed"}],
        }))
        .unwrap()
    };
    let answer = with("herpes-history");
    assert_eq!(answer["set_aside"][0]["rule"], "herpes-history");
    assert!(!rules(&answer).contains(&"herpes-history"));
    assert!(rules(&with("pregnancy-or-nursing")).contains(&"pregnancy-or-nursing"));
}

#[test]
fn a_clinic_that_approved_nothing_sends_weak_rules_to_a_doctor() {
    let asked = |clinic: Value| {
        let facts = json!({"open_wound": "yes"});
        let question = json!({"protocol": "dermapen", "on": "2026-11-24", "facts": facts, "clinic": clinic});
        ask::<Screen>(&question).unwrap()["headline"].clone()
    };
    assert_eq!(asked(json!({})), "deferred");
    assert_eq!(asked(json!({"approved": "none"})), "needs-doctor");
    assert_eq!(asked(json!({"approved": ["open-wound"]})), "deferred");
}

#[test]
fn several_mistakes_are_told_at_once_each_with_its_field_and_the_nearest_name() {
    let told = wrong::<Screen>(&json!({
        "protocol": "dermapen", "on": "2026-11-24",
        "facts": {"pregnency": "no", "age": 400, "skin_type": "vii", "breastfeeding": "maybe"},
    }));
    let fields: Vec<&str> = told.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["facts.age", "facts.breastfeeding", "facts.pregnency", "facts.skin_type"]);
    assert!(told[2].1.contains("did you mean pregnancy?"), "{told:?}");
    assert_eq!(wrong::<Screen>(&json!({"protocol": "dermapn", "on": "2026-11-24"}))[0].0, "protocol");
}

#[test]
fn what_is_not_a_question_at_all_is_refused_with_its_line() {
    let text = "{\n  \"protocol\": \"botox\",\n  \"on\": \"2026-11-24\",\n  \"fact\": {}\n}";
    let refused = read::<Screen>(text).unwrap_err();
    assert_eq!((refused.error[0].line, refused.error[0].field.as_str()), (Some(4), "fact"));
    for text in ["", "{", "[]", "{} {}", "\u{0}"] {
        assert!(read::<Screen>(text).is_err(), "{text:?}");
    }
}

#[test]
fn every_explanation_is_told_in_both_languages() {
    use journey::text::Lang;
    fn told<Q: Question>(question: &Value) {
        let question: Q = read(&question.to_string()).unwrap();
        let [ja, en] = [Lang::Ja, Lang::En].map(|lang| question.explain(library(), lang).unwrap());
        assert!(ja.lines() > 1 && en.lines() > 1);
        let is_japanese = |text: &str| text.chars().any(|c| ('\u{3040}'..='\u{30ff}').contains(&c));
        assert!(is_japanese(&ja.to_string()));
        assert!(!is_japanese(&en.to_string()), "{en}");
    }
    let (day, aim) = ("2026-11-24", "acne-scars");
    told::<Screen>(&json!({"protocol": "ipl", "on": day, "facts": {"pregnancy": "yes"}}));
    let past = json!([{"treated": "dermapen", "on": "2026-11-02", "indication": aim}]);
    told::<consult::course::Forecast>(
        &json!({"protocol": "dermapen", "indication": aim, "today": day, "history": past}),
    );
    let set = json!([{"zone": "cheek", "side": "left", "product": "dermapen-4", "depth_mm": 3.5}]);
    told::<consult::session::Settings>(&json!({"protocol": "dermapen", "indication": aim, "on": day, "settings": set}));
    let check_in = json!({"hours_since_end": 30, "answers": {"redness": "severe"}});
    told::<consult::recovery::Triage>(&json!({"protocol": "dermapen", "check_in": check_in}));
    let scores = json!([{"scale": "goodman-baron-qualitative", "on": "2026-08-01", "value": 4}]);
    told::<consult::outcome::Outcome>(&json!({"protocol": "dermapen", "indication": aim, "scores": scores}));
}
