//! Aftercare for some, by months, and until something has happened.

use super::fixture::{answered, library_of, of, texts_with};
use jiff::civil::{Date, date};
use journey::catalogue::{Aftercare, CareEnd, Since};
use journey::facts::{AsOf, Facts};
use journey::protocol::Library;

const TODAY: Date = date(2026, 4, 1);
const RULES: &str = "protocols/needling/protocol.toml";

fn with(time: &str) -> Library {
    library_of(&texts_with(RULES, "until = { hours = 12 }", time))
}

fn only(library: &Library) -> &Aftercare {
    &of(library, "needling").catalogue.aftercare[0]
}

fn refused(time: &str) -> String {
    let mistakes = protocol::load(&texts_with(RULES, "until = { hours = 12 }", time)).expect_err("refused");
    mistakes[0].message.clone()
}

#[test]
fn aftercare_may_last_for_months_or_until_an_event() {
    let months = with("from = { days = 2 }\nuntil = { months = 3 }");
    assert_eq!(only(&months).until, Some(CareEnd::At(Since::Months { months: 3 })));
    let event = with("until = { event = { ja = \"傷が治るまで\", en = \"until it has healed\" } }");
    assert!(matches!(&only(&event).until, Some(CareEnd::Event { event }) if event.en == "until it has healed"));
}

#[test]
fn aftercare_that_ends_before_it_begins_is_refused() {
    assert_eq!(refused("from = { months = 1 }\nuntil = { days = 30 }"), "this time runs backwards");
}

#[test]
fn aftercare_has_one_end_in_a_unit_that_is_known() {
    assert_eq!(refused("until = { weeks = 2 }"), "this is no time after a session");
    assert_eq!(refused("until = { days = 1, months = 2 }"), "this is no time after a session");
    let both = "until = { event = { ja = \"傷が治るまで\", en = \"until it has healed\" }, days = 2 }";
    assert_eq!(refused(both), "unknown key `days`");
}

#[test]
fn aftercare_for_some_is_left_out_only_where_it_is_known_not_to_fit() {
    let library = with("when = { fact = \"anticoagulants\", is = \"yes\" }");
    let fits = |facts: &Facts| only(&library).fits(&AsOf::new(library.facts(), facts, TODAY));
    assert!(fits(&answered(TODAY, &[("anticoagulants", "yes")])));
    assert!(fits(&Facts::new()), "what is not known counts as fitting");
    assert!(!fits(&answered(TODAY, &[("anticoagulants", "no")])));
}

#[test]
fn aftercare_without_a_condition_is_for_everybody() {
    let library = with("until = { hours = 12 }");
    assert!(only(&library).fits(&AsOf::new(library.facts(), &Facts::new(), TODAY)));
}

#[test]
fn a_protocol_carries_the_facts_that_only_its_aftercare_asks() {
    let carries = |library: &Library| of(library, "needling").facts.iter().any(|fact| fact.id.as_str() == "age");
    assert!(!carries(&with("until = { hours = 12 }")));
    assert!(carries(&with("when = { fact = \"age\", below = 18 }")));
}
