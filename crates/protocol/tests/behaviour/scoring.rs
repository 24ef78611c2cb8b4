use super::fixture::{shipped, texts, texts_with};
use journey::facts::Decimal;
use journey::outcome::{Inputs, Scale, ScoreError};
use journey::slug::InputId;

fn scale(id: &str) -> Scale {
    shipped().scales.into_iter().find(|scale| scale.id.as_str() == id).unwrap()
}

fn inputs(given: &[(&str, &str)]) -> Inputs {
    given.iter().map(|(id, value)| (InputId::parse(id).unwrap(), value.parse().unwrap())).collect()
}

fn all(scale: &Scale, value: &str) -> Inputs {
    scale.inputs.iter().map(|input| (input.id.clone(), value.parse().unwrap())).collect()
}

fn scored(id: &str, given: &[(&str, &str)]) -> Result<Decimal, ScoreError> {
    scale(id).score(&inputs(given))
}

fn whole(number: i32) -> Result<Decimal, ScoreError> {
    Ok(Decimal::whole(number))
}

#[test]
fn spots_on_half_a_face_become_a_grade_on_either_side_of_each_edge() {
    let grade = |count: &str| scored("jda-acne", &[("inflamed-spots", count)]);
    for (count, expected) in [("0", 1), ("5", 1), ("6", 2), ("20", 2), ("21", 3), ("50", 3), ("51", 4)] {
        assert_eq!(grade(count), whole(expected), "{count}");
    }
}

#[test]
fn the_melasma_index_weighs_area_by_region() {
    let masi = scale("masi");
    let mut given = all(&masi, "0");
    assert_eq!(masi.score(&given), whole(0));
    given.extend(inputs(&[("area-forehead", "30"), ("darkness-forehead", "2"), ("homogeneity-forehead", "3")]));
    assert_eq!(masi.score(&given), Ok("4.5".parse().unwrap()), "0.3 × 3 × (2 + 3)");
    given.extend(inputs(&[("area-chin", "9.9"), ("darkness-chin", "1")]));
    assert_eq!(masi.score(&given), Ok("4.6".parse().unwrap()), "and 0.1 × 1 × 1");
}

#[test]
fn the_modified_melasma_index_leaves_homogeneity_out() {
    let mmasi = scale("mmasi");
    let most = |id: &InputId| if id.as_str().starts_with("area") { "100" } else { "4" };
    let given: Inputs = mmasi.inputs.iter().map(|one| (one.id.clone(), most(&one.id).parse().unwrap())).collect();
    assert_eq!(mmasi.score(&given), whole(24));
}

#[test]
fn the_acne_grading_system_multiplies_the_worst_lesion_by_its_region() {
    let gags = scale("gags");
    assert_eq!(gags.score(&all(&gags, "4")), whole(44));
    let mut given = all(&gags, "0");
    given.extend(inputs(&[("chest-and-back", "3"), ("nose", "1"), ("forehead", "4")]));
    assert_eq!(gags.score(&given), whole(18));
    let label = |score| gags.band(Decimal::whole(score)).map(|band| band.label.en.as_str());
    assert_eq!([label(0), label(1), label(18), label(19)], [None, Some("Mild"), Some("Mild"), Some("Moderate")]);
    assert_eq!([label(38), label(39)], [Some("Severe"), Some("Very severe")]);
}

#[test]
fn ten_items_of_quality_of_life_are_added() {
    let dlqi = scale("dlqi");
    assert_eq!(dlqi.score(&all(&dlqi, "3")), whole(30));
    assert_eq!(dlqi.band(Decimal::whole(10)).unwrap().label.en, "Moderate effect");
    assert_eq!(dlqi.band(Decimal::whole(11)).unwrap().label.en, "Very large effect");
}

#[test]
fn a_grade_that_is_read_off_is_its_own_score() {
    for (id, lowest, highest) in [
        ("goodman-baron-qualitative", 1, 4),
        ("iga-acne", 0, 4),
        ("gais", 1, 5),
        ("cea", 0, 4),
        ("lemperle", 0, 5),
        ("nrs", 0, 10),
    ] {
        for grade in [lowest, highest] {
            assert_eq!(scored(id, &[("grade", &grade.to_string())]), whole(grade), "{id}");
        }
        assert_eq!(scored(id, &[("grade", &(highest + 1).to_string())]).unwrap_err().code(), "input-out-of-range");
    }
}

#[test]
fn a_definition_that_nobody_verified_refuses_to_score_and_says_so() {
    for id in ["ecca", "goodman-baron-quantitative"] {
        let scale = scale(id);
        let refused = scale.score(&all(&scale, "1")).unwrap_err();
        assert_eq!(refused.code(), "scale-inactive");
        assert!(refused.to_string().ends_with("its definition is unverified"));
    }
}

#[test]
fn what_is_missing_or_unknown_is_named() {
    let missing = scored("jda-acne", &[]).unwrap_err();
    assert_eq!((missing.code(), missing.to_string().as_str()), ("input-missing", "inflamed-spots is missing"));
    let unknown = scored("jda-acne", &[("inflamed-spots", "3"), ("nodules", "1")]).unwrap_err();
    assert_eq!(unknown.code(), "input-unknown");
}

#[test]
fn a_scale_whose_inputs_do_not_hold_together_is_refused() {
    let refused = |added: &str| {
        let texts = texts_with(
            "protocols/scales.toml",
            "confidence = \"moderate\"",
            &format!("confidence = \"moderate\"\n{added}"),
        );
        protocol::load(&texts).expect_err("this must be refused").remove(0).message
    };
    let input = |id: &str| {
        format!("[[scale.input]]\nid = \"{id}\"\nname = {{ ja = \"数\", en = \"Count\" }}\nmin = 0\nmax = 9\n")
    };
    assert_eq!(refused(&(input("a") + &input("b"))), "an input is counted nowhere");
    let unknown = input("a") + "[[scale.part]]\nweight = 1\ntimes = [\"b\"]\n";
    assert_eq!(refused(&unknown), "unknown input `b`");
    let steps = input("a") + "steps = [{ at_least = 1, score = 1 }]\n";
    assert_eq!(refused(&steps), "this input does not hold together");
    assert!(protocol::load(&texts()).is_ok());
}
