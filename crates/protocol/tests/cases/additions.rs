//! What sessions, check-ins, results and recalls may state, and the mutants that such cases catch.

use crate::small::{differences, differs as plain, with_more};
use journey::slug::ProtocolId;
use protocol::mutate::{mutants, tally};

const NONE: [&str; 0] = [];
const SAYS: &str =
    "says = { ja = \"医師にご相談ください。\", en = \"Please ask a doctor.\" }\nconfidence = \"house\"\n";

/// What differs with more at the end of one file.
fn differs(path: &str, more: &str, case: &str) -> Vec<String> {
    differences(&with_more(&[(path, more)], case))
}

/// What survives these cases of the changes that begin so.
fn survivors(file: &str, more: &str, cases: &str, path: &str) -> Vec<String> {
    let (library, cases) = with_more(&[(file, more)], cases);
    let id = ProtocolId::parse("needling").unwrap();
    let of_path = |what: &str| what.starts_with(path);
    assert!(mutants(&library, &id).iter().any(|mutant| of_path(&mutant.what)), "nothing is called {path}");
    let survivors = tally(&library, &id, &cases, |_, _| ()).survivors;
    survivors.into_iter().filter(|(what, _)| of_path(what)).map(|(what, change)| what + ": " + &change).collect()
}

fn set(name: &str, settings: &str, more: &str) -> String {
    format!(
        "[[setting]]\nname = \"{name}\"\nindication = \"acne-scars\"\non = 2026-04-01\n\
         facts = {{ skin_type = \"iii\" }}\nsettings = [{settings}]\n{more}"
    )
}

const FOREHEAD: &str = "{ zone = \"forehead\", product = \"pen\", depth_mm = 1.0 }";
const PROTOCOL: &str = "needling/protocol.toml";

#[test]
fn an_operator_needs_role_competence_and_a_recent_course() {
    let rule = format!(
        "[[operator]]\nid = \"trained\"\nroles = [\"physician\"]\ncompetence = \"microneedling\"\n\
         renewed = {{ months = 12 }}\n{SAYS}"
    );
    let by = |name: &str, roles: &str, from: &str, expect: &str| {
        let operator = format!(
            "operator = {{ roles = [\"{roles}\"], competences = [{{ id = \"microneedling\", from = {from} }}] }}\n\
             verdicts = {{ trained = \"contraindicated\" }}\n"
        );
        let operator = if expect == "cleared" {
            operator.replace("verdicts = { trained = \"contraindicated\" }", "absent = [\"trained\"]")
        } else {
            operator
        };
        set(name, FOREHEAD, &format!("{operator}expect = \"{expect}\"\n"))
    };
    let cases = [
        by("a doctor", "physician", "2025-04-02", "cleared"),
        by("a year ago", "physician", "2025-04-01", "contraindicated"),
        by("a nurse", "nurse", "2026-01-01", "contraindicated"),
        set(
            "no course",
            FOREHEAD,
            "operator = { roles = [\"physician\"] }\nexpect = \"contraindicated\"\noverride = \"never\"\n\
             named = [\"trained\"]\n",
        ),
    ];
    assert_eq!(differs(PROTOCOL, &rule, &cases.concat()), NONE);
    assert_eq!(survivors(PROTOCOL, &rule, &cases.concat(), "operator"), NONE);
    let without = [cases[0].as_str(), cases[2].as_str(), cases[3].as_str()].concat();
    let open = ["operator.trained.renewed: 12 months -> 366 days", "operator.trained.renewed: dropped"];
    assert_eq!(survivors(PROTOCOL, &rule, &without, "operator"), open);
}

#[test]
fn doses_by_mass_keep_their_steps() {
    let rule = format!(
        "[[titration]]\nid = \"steps\"\nproduct = \"pen\"\nsteps_mg = [0.25, 0.5]\nhold = {{ days = 28 }}\n\
         every = {{ days = 7 }}\n{SAYS}"
    );
    let dose = |name: &str, mass: &str, last: &str, more: &str| {
        let history = format!(
            "history = [{{ treated = \"needling\", on = 2026-03-04, product = \"pen\", mass_mg = 0.25 }}, \
             {{ treated = \"needling\", on = {last}, product = \"pen\", mass_mg = 0.25 }}]\nexpect = \"needs-doctor\"\n"
        );
        set(name, &format!("{{ product = \"pen\", mass_mg = {mass} }}"), &(history + more))
    };
    let named = "named = [\"steps\"]\n";
    let absent = "absent = [\"steps\"]\n";
    assert_eq!(differs(PROTOCOL, &rule, &dose("the next step after four weeks", "0.5", "2026-03-25", absent)), NONE);
    assert_eq!(differs(PROTOCOL, &rule, &dose("no such step", "0.3", "2026-03-25", named)), NONE);
    assert_eq!(differs(PROTOCOL, &rule, &dose("six days", "0.25", "2026-03-26", named)), NONE);
    let above = dose("above the last", "0.51", "2026-03-25", named).replace("needs-doctor", "contraindicated");
    assert_eq!(differs(PROTOCOL, &rule, &above), NONE);
}

#[test]
fn a_vial_is_used_within_its_time() {
    let kept = |name: &str, vial: &str, expect: &str, more: &str| {
        set(name, FOREHEAD, &format!("vial = {vial}\nexpect = \"{expect}\"\n{more}"))
    };
    let cases = [
        kept("three hours", "{ opened_hours_ago = 3 }", "cleared", ""),
        kept("four hours", "{ opened_hours_ago = 4 }", "needs-doctor", "named = [\"pen-use-within\"]\n"),
        kept("nobody knows", "{ product = \"pen\" }", "needs-doctor", "named = [\"pen-use-within\"]\n"),
    ]
    .concat();
    let mut texts = crate::small::texts(&cases);
    let products = texts.get_mut("products.toml").unwrap();
    *products = products.replacen(
        "checked_on",
        "use_within = { hours = 3, source = [\"registry\"], confidence = \"house\" }\nchecked_on",
        1,
    );
    let library = protocol::load(&texts).unwrap_or_else(|mistakes| panic!("{}", mistakes[0]));
    let cases = protocol::cases::read(&library, &texts).unwrap();
    let tally = tally(&library, &ProtocolId::parse("needling").unwrap(), &cases, |_, _| ());
    assert_eq!(differences(&(library, cases)), NONE);
    assert!(!tally.survivors.iter().any(|(what, _)| what.contains("use_within")), "{:?}", tally.survivors);
}

#[test]
fn a_point_lies_in_a_band_or_beside_it() {
    let band = "[[band]]\nid = \"brow\"\nname = { ja = \"眉\", en = \"Brow\" }\nzones = [\"forehead\"]\n\
                shape = [[0.4, 0.3], [0.6, 0.3], [0.6, 0.35], [0.4, 0.35]]\n";
    let rule =
        format!("[[no_go]]\nid = \"brow\"\nband = \"brow\"\nverdict = \"needs-doctor\"\noverride = \"never\"\n{SAYS}");
    let at = |name: &str, points: &str, expect: &str, more: &str| {
        let setting = format!("{{ zone = \"forehead\", product = \"pen\", depth_mm = 1.0{points} }}");
        set(name, &setting, &format!("expect = \"{expect}\"\n{more}"))
    };
    let inside = |name: &str, point: &str| {
        at(name, &format!(", positions = [{point}]"), "needs-doctor", "named = [\"brow\"]\noverride = \"never\"\n")
    };
    let cases = [
        inside("upper left", "[0.4, 0.3]"),
        inside("lower right", "[0.6, 0.35]"),
        at("above", ", positions = [[0.5, 0.299]]", "cleared", ""),
        at("nobody marked a point", "", "caution", "named = [\"brow\"]\n"),
    ]
    .concat();
    let more = [("zones.toml", band), (PROTOCOL, rule.as_str())];
    let (library, cases) = with_more(&more, &cases);
    let tally = tally(&library, &ProtocolId::parse("needling").unwrap(), &cases, |_, _| ());
    let open: Vec<_> =
        tally.survivors.iter().filter(|(what, _)| what.starts_with("band") || what.starts_with("no-go")).collect();
    assert!(open.is_empty(), "{open:?}");
    assert_eq!(differences(&(library, cases)), NONE);
}

#[test]
fn doubted_answers_are_named() {
    let rule = format!(
        "[[recovery.contradiction]]\nid = \"pus-without-redness\"\nask = [\"redness\"]\n\
         when = {{ all = [{{ symptom = \"pus\", is = \"yes\" }}, {{ not = {{ symptom = \"redness\", at_least = \"mild\" }} }}] }}\n{SAYS}"
    );
    let case = |name: &str, redness: &str, doubts: &str| {
        format!(
            "[[triage]]\nname = \"{name}\"\nhours = 24\nexpect = 2\ndoubts = [{doubts}]\n\
             answers = {{ pus = \"yes\", redness = \"{redness}\" }}\n"
        )
    };
    let doubted = case("doubted", "none", "\"pus-without-redness\"");
    assert_eq!(differs(PROTOCOL, &rule, &doubted), NONE);
    assert_eq!(differs(PROTOCOL, &rule, &case("fits", "mild", "")), NONE);
    assert_eq!(differs(PROTOCOL, &rule, &case("x", "none", "")), ["answers are in doubt for [pus-without-redness]"]);
    let open = survivors(PROTOCOL, &rule, &doubted, "contradiction");
    assert!(open.iter().all(|change| change.contains("when")), "{open:?}");
}

#[test]
fn a_verdict_is_told_by_zone() {
    let fact = "[[fact]]\nid = \"wound_zones\"\nkind = \"zones\"\nask = { ja = \"傷はどこですか。\", en = \"Where is a wound?\" }\n\
                short = { ja = \"傷の場所\", en = \"Wounds\" }\nvalid_for = \"same-day\"\n";
    let rule = format!(
        "[[screening]]\nid = \"wound-there\"\nwhere = \"wound_zones\"\nverdict = \"needs-doctor\"\noverride = \"never\"\n{SAYS}"
    );
    let case = "[[case]]\nname = \"x\"\non = 2026-04-01\nfacts = { wound_zones = [\"cheek\"] }\nexpect = \"needs-doctor\"\n\
                zones = { cheek = \"needs-doctor\", forehead = \"cleared\" }\n";
    let more = [("facts.toml", fact), (PROTOCOL, rule.as_str())];
    assert_eq!(differences(&with_more(&more, case)), NONE);
    let wrong = case.replace("forehead = \"cleared\"", "forehead = \"caution\"");
    assert_eq!(differences(&with_more(&more, &wrong)), ["forehead: expected caution, got cleared"]);
}

#[test]
fn an_effect_is_drawn_to_what_the_patient_saw() {
    let effect = format!(
        "[[effect]]\nindication = \"acne-scars\"\nusual = {{ days = 120 }}\nfrom = {{ days = 90 }}\nto = {{ days = 180 }}\n{SAYS}"
    );
    let case = |more: &str| {
        format!("[[recall]]\nname = \"x\"\nlast = 2026-04-01\ntoday = 2026-12-31\nexpect = \"due\"\n{more}")
    };
    let prior = case("from = 2026-06-30\nto = 2026-09-28\nusual_days = 120\n");
    assert_eq!(differs(PROTOCOL, &effect, &prior), NONE);
    assert_eq!(survivors(PROTOCOL, &effect, &prior, "effect"), NONE);
    let safe = case("earliest = 2026-08-01\nfrom = 2026-08-01\n");
    assert_eq!(differs(PROTOCOL, &effect, &safe), NONE);
    let seen = case("observed = [{ on = 2025-04-01, still = 2025-09-28 }]\nusual_days = 120\n");
    assert_eq!(differs(PROTOCOL, &effect, &seen).len(), 1, "it was still there after 180 days");
}

#[test]
fn a_dilution_is_exact() {
    let case = |expect: &str| {
        format!(
            "[[dilution]]\nname = \"x\"\nproduct = \"pen\"\nvial_units = 50\ndiluent_ml = 1.25\nunits = 4\npoints = 5\n\
             expect = {{ {expect} }}\n"
        )
    };
    assert_eq!(plain(&case("units_per_ml = 40, ml_per_point = 0.1, units_per_point = 4, vials = 1")), NONE);
    assert_eq!(plain(&case("ml_per_point = 0.2")), ["microlitres at each point: got 100/1"]);
}

#[test]
fn inputs_make_a_score_or_are_refused() {
    let scale = "[[scale]]\nid = \"index\"\nname = { ja = \"指数\", en = \"Index\" }\nbetter = \"lower\"\nmin = 0\nmax = 24\nnoise = 1\n\
                 bands = [{ from = 0, label = { ja = \"軽い\", en = \"mild\" } }, { from = 5, label = { ja = \"強い\", en = \"strong\" } }]\n\
                 confidence = \"house\"\n\
                 [[scale.input]]\nid = \"area\"\nname = { ja = \"面積\", en = \"Area\" }\nmin = 0\nmax = 6\n\
                 [[scale.part]]\nweight = 0.5\ntimes = [\"area\"]\n";
    let case = |input: &str, more: &str| {
        format!(
            "[[outcome]]\nname = \"x\"\nindication = \"acne-scars\"\nsessions = 3\nexpect = \"too-early\"\n\
             scores = [{{ scale = \"index\", on = 2026-04-01, inputs = {{ area = {input} }}, {more} }}]\n"
        )
    };
    let differs = |case: &str| differs("scales.toml", scale, case);
    assert_eq!(differs(&case("6", "makes = 3, means = \"mild\"")), NONE);
    assert_eq!(differs(&case("7", "refused = \"input-out-of-range\"")), NONE);
    assert_eq!(differs(&case("6", "means = \"strong\"")), ["index on 2026-04-01: it does not mean strong"]);
    assert_eq!(differs(&case("6", "refused = \"input-missing\"")), ["index on 2026-04-01: it scores 3"]);
}
