//! `[[case]]`: facts in, verdict out.

use super::About;
use super::answers::{Named, facts, otherwise};
use crate::reading::{Node, Table};
use jiff::civil::Date;
use journey::facts::Facts;
use journey::protocol::{Library, Protocol};
use journey::screening::{Activation, Headline, Overrides, Until, Verdict, screen};
use journey::slug::{FactId, RuleId, ZoneId};
use std::collections::BTreeMap;

/// Who answered what, and the verdict that must come out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct ScreeningCase {
    on: Date,
    facts: Facts,
    expect: Headline,
    rules: Named,
    missing: Vec<FactId>,
    known: Vec<FactId>,
    decided: Vec<RuleId>,
    until: Option<Date>,
    zones: BTreeMap<ZoneId, Headline>,
}

pub(super) fn read(table: &Table<'_>, about: &About<'_>) -> Option<ScreeningCase> {
    let on = table.need("on").and_then(|node| node.date());
    let facts = facts(table, about, on);
    let expect = table.word("expect", &Headline::ALL.map(|headline| (headline.code(), headline)));
    let ids = about.protocol.screening.iter().map(|rule| &rule.id);
    let rules = Named::read(table, ids.clone());
    let decided = table.references("decided", "rule", ids);
    let asked = || about.protocol.facts.iter().map(|fact| &fact.id);
    let missing = table.references("missing", "fact", asked());
    let known = table.references("known", "fact", asked());
    let until = table.get("until").and_then(|node| node.date());
    let zones = table.get("zones").map(zones).unwrap_or_default();
    Some(ScreeningCase { on: on?, facts, expect: expect?, rules, missing, known, decided, until, zones })
}

/// How far the verdict reaches in single zones.
fn zones(node: Node<'_>) -> BTreeMap<ZoneId, Headline> {
    let words = Headline::ALL.map(|headline| (headline.code(), headline));
    let zones = &node.cx.library.zones;
    let mut found = BTreeMap::new();
    for (key, value) in node.table().map(Table::entries).unwrap_or_default() {
        match zones.iter().find(|zone| zone.id.as_str() == key) {
            Some(zone) => found.extend(value.word(&words).map(|headline| (zone.id.clone(), headline))),
            None => value.unknown(key, "zone", zones.iter().map(|zone| zone.id.as_str())),
        }
    }
    found
}

impl ScreeningCase {
    pub fn differs(&self, library: &Library, protocol: &Protocol) -> Vec<String> {
        let mut approved = Activation::all_by("cases");
        self.decided.iter().for_each(|rule| approved.decide(rule.clone(), "cases"));
        let verdict = screen(protocol, library.facts(), &self.facts, self.on, &Overrides::none(), &approved);
        let asked = self.missing.iter().filter(|fact| !verdict.missing.contains(fact));
        let in_zones = self.zones.iter().filter_map(|(zone, headline)| {
            otherwise(&format!("{zone}: "), headline.code(), verdict.in_zone(zone).code())
        });
        let open = self.known.iter().filter(|fact| verdict.missing.contains(fact));
        otherwise("", self.expect.code(), verdict.headline().code())
            .into_iter()
            .chain(in_zones)
            .chain(self.rules.differs(&verdict.findings))
            .chain(asked.map(|fact| format!("{fact} is not missing")))
            .chain(open.map(|fact| format!("{fact} is missing")))
            .chain(self.ends_otherwise(&verdict))
            .collect()
    }

    fn ends_otherwise(&self, verdict: &Verdict) -> Option<String> {
        let day = self.until?;
        let ends = verdict.findings.iter().any(|finding| finding.until == Some(Until::Date(day)));
        (!ends).then(|| format!("nothing ends on {day}"))
    }
}
