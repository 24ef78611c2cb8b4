//! What a case expects, it gets, or says what it got instead.

use crate::small::differs;

const NONE: [&str; 0] = [];

#[test]
fn a_decided_conflict_acts_as_written_and_an_undecided_one_does_not() {
    let case = |expect: &str, more: &str| {
        format!(
            "[[case]]\nname = \"x\"\non = 2026-07-01\nfacts = {{ last_isotretinoin = 2026-03-01 }}\n\
             expect = \"{expect}\"\nnamed = [\"recent-isotretinoin\"]\nuntil = 2026-09-01\n{more}"
        )
    };
    assert_eq!(differs(&case("needs-doctor", "override = \"physician\"\n")), NONE);
    assert_eq!(differs(&case("deferred", "decided = [\"recent-isotretinoin\"]\n")), NONE);
    assert_eq!(differs(&case("deferred", "")), ["expected deferred, got needs-doctor"]);
    let other = ["recent-isotretinoin may be set aside otherwise"];
    assert_eq!(differs(&case("needs-doctor", "override = \"never\"\n")), other);
}

#[test]
fn an_answer_from_another_day_is_believed_only_so_long() {
    let case = |answered: &str| {
        format!(
            "[[case]]\nname = \"x\"\non = 2026-07-02\nanswered = {answered}\nfacts = {{ open_wound = \"no\" }}\n\
             expect = \"cleared\"\nknown = [\"open_wound\"]\n"
        )
    };
    assert_eq!(differs(&case("2026-07-02")), NONE);
    assert_eq!(differs(&case("2026-07-01")), ["open_wound is missing"]);
}

#[test]
fn a_day_is_refused_silent_ordered_or_free() {
    let case = |days: &str| {
        format!(
            "[[date]]\nname = \"x\"\nindication = \"acne-scars\"\ntoday = 2026-04-01\n\
             history = [{{ treated = \"botulinum\", on = 2026-04-01 }}]\n{days}"
        )
    };
    assert_eq!(differs(&case("refused = [{ on = 2026-04-14, rule = \"after-toxin\" }]\n")), NONE);
    assert_eq!(differs(&case("free = [2026-04-15]\nsilent = [{ on = 2026-04-15, rule = \"after-toxin\" }]\n")), NONE);
    assert_eq!(differs(&case("free = [2026-04-14]\n")), ["2026-04-14 is not free: after-toxin"]);
    let ordered = |order: &str| {
        differs(&case(&format!("ordered = [{{ on = 2026-04-01, rule = \"after-toxin\", same_day = \"{order}\" }}]\n")))
    };
    assert_eq!(ordered("this-first"), NONE);
    assert_eq!(ordered("other-first"), ["after-toxin does not ask for that order on 2026-04-01"]);
}

#[test]
fn a_forecast_that_differs_names_both_days() {
    let case = "[[date]]\nname = \"x\"\nindication = \"acne-scars\"\ntoday = 2026-04-01\n\
                expect = { earliest = 2026-04-02, number = 1 }\n";
    assert_eq!(differs(case), ["earliest: expected 2026-04-02, got 2026-04-01"]);
}

#[test]
fn a_bound_on_the_skin_speaks_only_for_that_skin() {
    let case = |skin: &str, expect: &str| {
        format!(
            "[[setting]]\nname = \"x\"\nindication = \"acne-scars\"\non = 2026-04-01\nexpect = \"{expect}\"\n\
             facts = {{ skin_type = \"{skin}\" }}\n\
             settings = [{{ zone = \"cheek\", side = \"left\", product = \"pen\", depth_mm = 1.2 }}]\n"
        )
    };
    assert_eq!(differs(&case("iii", "cleared")), NONE);
    assert_eq!(differs(&case("iv", "needs-doctor")), NONE);
    assert_eq!(differs(&case("unsure", "needs-doctor")), NONE);
}

#[test]
fn a_check_in_tells_tiers_readers_and_what_freezes() {
    let case = |expect: &str| format!("[[triage]]\nname = \"x\"\nhours = 24\nanswers = {{ pus = \"yes\" }}\n{expect}");
    assert_eq!(differs(&case("expect = 2\nnamed = [\"pus\"]\nfrozen = [\"pus\"]\nrole = \"physician\"\n")), NONE);
    let wrong = ["expected tier-1, got tier-2", "the next session is frozen by [pus]", "somebody else reads it"];
    assert_eq!(differs(&case("expect = 1\nfrozen = []\nrole = \"nurse\"\n")), wrong);
}

#[test]
fn a_curve_ends_after_its_last_phase() {
    let case =
        |days: &str| format!("[[healing]]\nname = \"x\"\ndepth_mm = 1.5\nsymptom = \"redness\"\ndays = [{days}]\n");
    assert_eq!(differs(&case("{ day = 5, usual = \"mild\", upper = \"moderate\" }")), NONE);
    assert_eq!(differs(&case("{ day = 6, usual = \"none\", upper = \"none\" }")), NONE);
    assert_eq!(
        differs(&case("{ day = 6, usual = \"mild\", upper = \"moderate\" }")),
        ["redness is expected otherwise on day 6"]
    );
}

#[test]
fn a_recall_tells_its_window() {
    let case = "[[recall]]\nname = \"x\"\nlast = 2026-04-01\ntoday = 2026-10-01\nexpect = \"due\"\n\
                from = 2026-10-01\nto = 2027-05-01\n";
    assert_eq!(differs(case), ["to: expected 2027-05-01, got 2027-04-01"]);
}
