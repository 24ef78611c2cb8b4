//! What the printed schemas promise, read by an independent validator.

use crate::library;
use consult::{Question, read, schema};
use jsonschema::Validator;
use serde_json::{Value, json};

fn demand(validator: &Validator, value: &Value) {
    let mistakes: Vec<String> = validator.iter_errors(value).map(|mistake| mistake.to_string()).collect();
    assert!(mistakes.is_empty(), "{value}: {mistakes:?}");
}

/// Both sides of the schema agree with what is read and answered.
fn keeps<Q: Question>(good: &[Value], bad: &[Value]) {
    let schema = schema::<Q>(library());
    let input = jsonschema::validator_for(&schema["input"]).unwrap();
    let output = jsonschema::validator_for(&schema["output"]).unwrap();
    for question in good {
        demand(&input, question);
        let answer = read::<Q>(&question.to_string()).unwrap().answer(library()).unwrap();
        demand(&output, &serde_json::to_value(answer).unwrap());
    }
    for question in bad {
        assert!(!input.is_valid(question), "the schema lets {question} pass");
        let answer = read::<Q>(&question.to_string()).and_then(|question| question.answer(library()));
        assert!(answer.is_err(), "{question} is answered");
    }
}

const ON: &str = "2026-11-24";

#[test]
fn the_schema_of_screening_knows_every_fact() {
    keeps::<consult::screening::Screen>(
        &[
            json!({"protocol": "botox", "on": ON}),
            json!({"protocol": "isotretinoin", "on": ON, "facts": {"age": 17, "pregnancy": "unsure"}}),
            json!({"protocol": "dermapen", "on": ON, "facts": {"last_isotretinoin": {"value": "never", "answered_on": ON}}}),
        ],
        &[
            json!({"protocol": "botox"}),
            json!({"protocol": "laser", "on": ON}),
            json!({"protocol": "botox", "on": ON, "facts": {"pregnancy": "perhaps"}}),
            json!({"protocol": "botox", "on": ON, "facts": {"no_such_fact": "yes"}}),
            json!({"protocol": "botox", "on": ON, "more": 1}),
        ],
    );
}

#[test]
fn the_schema_of_dates_knows_every_treatment_and_indication() {
    let past = json!([{"treated": "light", "on": "2026-11-01"}, {"treated": "ipl", "on": "2026-10-01"}]);
    keeps::<consult::course::Forecast>(
        &[json!({"protocol": "dermapen", "indication": "pores", "today": ON, "history": past, "facts": {}})],
        &[
            json!({"protocol": "dermapen", "indication": "wrinkles", "today": ON}),
            json!({"protocol": "dermapen", "indication": "pores", "today": ON, "history": [{"treated": "x", "on": ON}]}),
            json!({"protocol": "dermapen"}),
        ],
    );
}

#[test]
fn the_schema_of_settings_knows_every_zone() {
    let set = |zone: &str| {
        let setting = json!({"zone": zone, "product": "dermapen-4", "depth_mm": 0.5});
        json!({"protocol": "dermapen", "indication": "pores", "on": ON, "settings": [setting]})
    };
    keeps::<consult::session::Settings>(&[set("nose")], &[set("knee")]);
}

#[test]
fn the_schema_of_check_ins_knows_the_symptoms_of_each_protocol() {
    let told = |answers: Value| json!({"protocol": "dermapen", "check_in": {"hours_since_end": 5, "answers": answers}});
    keeps::<consult::recovery::Triage>(
        &[told(json!({"redness": "mild"}))],
        &[
            told(json!({"redness": "yes"})),
            told(json!({"no-such-symptom": "yes"})),
            json!({"protocol": "dermapen", "check_in": {"hours_since_end": -1}}),
        ],
    );
}

#[test]
fn the_schema_of_results_knows_every_scale() {
    let scored = |scale: &str| {
        let scores = json!([{"scale": scale, "on": ON, "value": 3}]);
        json!({"protocol": "dermapen", "indication": "acne-scars", "scores": scores})
    };
    keeps::<consult::outcome::Outcome>(&[scored("goodman-baron-qualitative")], &[scored("goodman")]);
}
