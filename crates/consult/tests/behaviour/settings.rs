use crate::{ask, wrong};
use consult::session::Settings;
use serde_json::{Value, json};

fn set(setting: Value) -> Value {
    json!({"protocol": "dermapen", "indication": "acne-scars", "on": "2026-11-24", "settings": [setting]})
}

#[test]
fn a_depth_that_the_device_cannot_reach_is_never_allowed() {
    let at = |depth: f64| {
        let setting = json!({"zone": "cheek", "side": "left", "product": "dermapen-4", "depth_mm": depth});
        ask::<Settings>(&set(setting)).unwrap()
    };
    let over = at(3.1);
    assert_eq!((&over["headline"], &over["findings"][0]["override"]), (&json!("contraindicated"), &json!("never")));
    assert_ne!(at(3.0)["headline"], "contraindicated");
}

#[test]
fn a_setting_needs_exactly_one_amount_no_finer_than_the_unit_and_a_side_where_there_are_two() {
    let field = |setting: Value| wrong::<Settings>(&set(setting))[0].0.clone();
    assert_eq!(field(json!({"zone": "cheek", "side": "left", "product": "dermapen-4"})), "settings[0]");
    let two = json!({"zone": "cheek", "side": "left", "product": "dermapen-4", "depth_mm": 1, "units": 2});
    assert_eq!(field(two), "settings[0]");
    assert_eq!(field(json!({"zone": "cheek", "product": "dermapen-4", "depth_mm": 1})), "settings[0].side");
    let fine = json!({"zone": "cheek", "side": "left", "product": "dermapen-4", "depth_mm": 1.005});
    assert_eq!(field(fine), "settings[0].depth_mm");
}

/// 50 units in 2.5 mL are 20 units in each mL; half a unit at a point is 0.025 mL; 80 points take 40 units, and 101
/// points 50.5, which is more than one vial.
#[test]
fn a_dilution_is_worked_out_both_ways() {
    let ask = |dilution: Value| {
        let question =
            json!({"protocol": "micro-botox", "indication": "oily-skin", "on": "2026-11-24", "dilution": dilution});
        ask::<Settings>(&question).unwrap()["dilution"].clone()
    };
    let forth = ask(json!({"vial_units": 50, "diluent_ml": 2.5, "units_per_point": 0.5, "points": 80}));
    assert_eq!((&forth["units_per_ml"], &forth["ml_per_point"]), (&json!(20.0), &json!(0.025)));
    assert_eq!((&forth["units"], &forth["ml"], &forth["vials"]), (&json!(40.0), &json!(2.0), &json!(1)));
    let back = ask(json!({"vial_units": 50, "units_per_point": 0.5, "ml_per_point": 0.025, "points": 101}));
    assert_eq!((&back["diluent_ml"], &back["vials"]), (&json!(2.5), &json!(2)));
}

#[test]
fn a_dilution_without_enough_to_go_by_is_refused() {
    let question = json!({
        "protocol": "micro-botox", "indication": "oily-skin", "on": "2026-11-24",
        "dilution": {"vial_units": 50, "diluent_ml": 2.5, "points": 80},
    });
    assert_eq!(wrong::<Settings>(&question)[0].0, "dilution");
}

/// The ceiling over three months is strongly supported; it says when it is too much, and lets no weak bound pass.
#[test]
fn a_weak_bound_awaits_approval_though_a_strong_ceiling_over_months_stands_beside_it() {
    let kinds = |clinic: Value| -> Vec<Value> {
        let setting = json!({"zone": "forehead", "product": "botox-vista", "units": 4, "points": 20});
        let question = json!({
            "protocol": "micro-botox", "indication": "oily-skin", "on": "2026-11-24", "settings": [setting],
            "clinic": clinic,
        });
        let findings = ask::<Settings>(&question).unwrap()["findings"].as_array().unwrap().clone();
        findings.into_iter().map(|finding| finding["kind"].clone()).collect()
    };
    assert!(kinds(json!({"approved": "none"})).contains(&json!("bound-awaits-approval")));
    assert!(!kinds(json!({"approved": "all"})).contains(&json!("bound-awaits-approval")));
}
