use crate::shipped::{TODAY, library, protocols, shipped};
use journey::facts::Facts;
use journey::protocol::Protocol;
use journey::screening::{Headline, Item, MOST_BEFORE_BOOKING, OverrideBy, Questionnaire, Rule, questionnaire};
use journey::slug::FactId;

fn asked(protocol: &Protocol) -> Questionnaire {
    questionnaire(protocol, library().facts(), &Facts::new(), TODAY)
}

fn names(items: &[Item]) -> Vec<&str> {
    items.iter().flat_map(|item| item.facts().iter().map(FactId::as_str)).collect()
}

#[test]
fn the_eight_items_of_dermapen_are_the_ones_that_decide() {
    let asked = asked(shipped("dermapen"));
    assert_eq!(asked.items.len(), MOST_BEFORE_BOOKING);
    let first = names(&asked.items);
    for decisive in [
        "pregnancy",
        "breastfeeding",
        "skin_infection",
        "herpes_active",
        "open_wound",
        "skin_cancer_in_area",
        "metal_allergy",
        "anaesthetic_allergy",
        "bleeding_disorder",
        "immunosuppression",
        "diabetes",
        "keloid_tendency",
        "herpes_history",
        "melasma",
        "last_isotretinoin",
        "anticoagulants",
        "steroids",
    ] {
        assert!(first.contains(&decisive), "{decisive} is not among {first:?}");
    }
}

#[test]
fn what_a_few_days_would_settle_is_asked_after_the_booking() {
    let later = asked(shipped("dermapen")).later;
    let later = names(&later);
    for short in ["last_waxing", "last_vaccination", "last_peel", "last_active_topical", "last_toxin"] {
        assert!(later.contains(&short), "{short} is not among {later:?}");
    }
}

fn can_end_it(protocol: &Protocol, item: &Item, which: impl Fn(&Rule) -> bool) -> bool {
    let acting = protocol.screening.iter().filter(|rule| rule.evidence.acts() && which(rule));
    acting.flat_map(|rule| rule.when.facts()).any(|fact| item.facts().contains(&fact))
}

#[test]
fn nothing_lesser_is_asked_before_what_nobody_may_override() {
    let contraindicates = |rule: &Rule| rule.headline == Headline::Contraindicated;
    let finally = |rule: &Rule| contraindicates(rule) && rule.override_by == OverrideBy::Never;
    for protocol in protocols() {
        let asked = asked(protocol);
        let items: Vec<&Item> = asked.items.iter().chain(&asked.later).collect();
        let last_final = items.iter().rposition(|item| can_end_it(protocol, item, finally));
        let first_lesser = items.iter().position(|item| !can_end_it(protocol, item, contraindicates));
        if let (Some(last), Some(first)) = (last_final, first_lesser) {
            assert!(last < first, "{}: {:?} before {:?}", protocol.id, items[first], items[last]);
        }
    }
}

#[test]
fn no_fact_is_asked_twice() {
    for protocol in protocols() {
        let asked = asked(protocol);
        let mut facts = [names(&asked.items), names(&asked.later)].concat();
        let before = facts.len();
        facts.sort_unstable();
        facts.dedup();
        assert_eq!(facts.len(), before, "{}", protocol.id);
    }
}
