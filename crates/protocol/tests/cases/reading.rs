//! Cases that cannot be read are told with their place and the nearest name.

use crate::small::{mistake, with};
use protocol::cases::Part;

fn told(cases: &str, parts: &[&str]) {
    let mistake = mistake(cases);
    parts.iter().for_each(|part| assert!(mistake.contains(part), "{part:?} is not in\n{mistake}"));
}

#[test]
fn a_file_without_cases_has_none() {
    assert!(with("").1.is_empty());
}

#[test]
fn a_rule_that_is_spelt_wrong_is_told_with_its_place() {
    let case = "[[case]]\nname = \"x\"\non = 2026-04-01\nexpect = \"caution\"\nnamed = [\"open-wond\"]\n";
    told(case, &["needling/cases.toml:5:10", "unknown rule `open-wond`", "did you mean `open-wound`?"]);
}

#[test]
fn a_treatment_that_nobody_knows_is_refused() {
    let case = "[[date]]\nname = \"x\"\nindication = \"acne-scars\"\ntoday = 2026-04-01\n\
                history = [{ treated = \"botulinium\", on = 2026-03-01 }]\n";
    told(case, &["needling/cases.toml:5:", "unknown protocol or group `botulinium`", "did you mean `botulinum`?"]);
}

#[test]
fn a_paired_zone_needs_its_side() {
    let case = "[[setting]]\nname = \"x\"\nindication = \"acne-scars\"\non = 2026-04-01\nexpect = \"cleared\"\n\
                settings = [{ zone = \"cheek\", product = \"pen\", depth_mm = 1.0 }]\n";
    told(case, &["which side of `cheek`?", "left, right"]);
}

#[test]
fn a_setting_has_exactly_one_amount() {
    let case = "[[setting]]\nname = \"x\"\nindication = \"acne-scars\"\non = 2026-04-01\nexpect = \"cleared\"\n\
                settings = [{ zone = \"forehead\", product = \"pen\", depth_mm = 1.0, units = 4 }]\n";
    told(case, &["how much?", "exactly one of"]);
}

#[test]
fn a_symptom_is_answered_in_its_own_words() {
    let case = "[[triage]]\nname = \"x\"\nhours = 3\nexpect = 0\nanswers = { pus = \"mild\" }\n";
    told(case, &["`pus` cannot be answered so"]);
}

#[test]
fn there_is_no_fourth_tier() {
    told("[[triage]]\nname = \"x\"\nhours = 3\nexpect = 4\n", &["this is no tier"]);
}

#[test]
fn a_score_lies_on_its_scale() {
    let case = "[[outcome]]\nname = \"x\"\nindication = \"acne-scars\"\nsessions = 3\nexpect = \"too-early\"\n\
                scores = [{ scale = \"goodman-baron-qualitative\", on = 2026-04-01, value = 9 }]\n";
    told(case, &["lies outside goodman-baron-qualitative"]);
}

#[test]
fn a_healing_case_that_shows_nothing_is_refused() {
    told("[[healing]]\nname = \"x\"\ndepth_mm = 1.0\n", &["this case shows nothing"]);
}

#[test]
fn a_key_that_nobody_reads_is_refused() {
    let case =
        "[[recall]]\nname = \"x\"\nlast = 2026-04-01\ntoday = 2026-05-01\nexpect = \"not-due\"\nunitl = 2026-05-01\n";
    told(case, &["needling/cases.toml:6:1", "unknown key `unitl`"]);
}

#[test]
fn no_two_cases_of_any_kind_share_a_name() {
    let case = "[[case]]\nname = \"x\"\non = 2026-04-01\nexpect = \"cleared\"\n\
                [[recall]]\nname = \"x\"\nlast = 2026-04-01\ntoday = 2026-05-01\nexpect = \"not-due\"\n";
    told(case, &["this name is used twice"]);
}

#[test]
fn every_case_knows_which_part_it_looks_at() {
    let (_, cases) = with(
        "[[case]]\nname = \"a\"\non = 2026-04-01\nexpect = \"cleared\"\n\
         [[healing]]\nname = \"b\"\ncheck_ins = [1, 3, 7]\n\
         [[recall]]\nname = \"c\"\nlast = 2026-04-01\ntoday = 2026-05-01\nexpect = \"not-due\"\n",
    );
    let parts: Vec<Part> = cases.iter().map(|case| case.part()).collect();
    assert_eq!(parts, [Part::Screening, Part::Recovery, Part::Recall]);
}
