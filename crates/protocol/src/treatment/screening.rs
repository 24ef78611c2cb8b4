//! `[[screening]]`.

use super::condition::over_facts;
use crate::reading::{Table, Taken};
use journey::facts::{FactKind, FactTest, FactValue};
use journey::kleene::Condition;
use journey::screening::{Deferral, Headline, OverrideBy, Rule};
use journey::slug::FactId;

/// Who may set a finding aside; a physician where nothing is said and the key is optional.
pub(crate) const OVERRIDE: [(&str, OverrideBy); 2] =
    [("physician", OverrideBy::Physician), ("never", OverrideBy::Never)];

/// How far a rule reaches.
pub(crate) const VERDICTS: [(&str, Headline); 4] = [
    ("caution", Headline::Caution),
    ("needs-doctor", Headline::NeedsDoctor),
    ("deferred", Headline::Deferred),
    ("contraindicated", Headline::Contraindicated),
];

/// Every screening rule.
pub(super) fn rules(file: &Table<'_>, taken: &Taken) -> Vec<Rule> {
    file.each("screening", |table| rule(table, taken))
}

fn rule(table: Table<'_>, taken: &Taken) -> Option<Rule> {
    let id = table.fresh("id", taken);
    let place = place(&table);
    let when = when(&table, place.as_ref());
    let headline = table.word("verdict", &VERDICTS);
    let override_by = table.word("override", &OVERRIDE);
    let deferral = deferral(&table, headline, when.as_ref());
    let zones = table.references("zones", "zone", table.cx.library.zones.iter().map(|zone| &zone.id));
    let says = table.bilingual("says");
    let instead = table.get("instead").and_then(|node| node.bilingual());
    let evidence = table.evidence();
    table.close();
    Some(Rule {
        id: id?,
        when: when?,
        place,
        headline: headline?,
        deferral,
        override_by: override_by?,
        zones,
        says: says?,
        instead,
        evidence: evidence?,
    })
}

/// The fact that says where.
fn place(table: &Table<'_>) -> Option<FactId> {
    let node = table.get("where")?;
    let vocabulary = table.cx.library.facts();
    let id = node.reference("fact", vocabulary.facts.iter().map(|fact| &fact.id))?;
    if !matches!(vocabulary.get(&id)?.kind, FactKind::Zones(_)) {
        node.wrong(format!("`{id}` does not say where"), "a fact of the kind `zones`");
        return None;
    }
    Some(id)
}

/// The condition as written; where only `where` is written, that it is somewhere.
fn when(table: &Table<'_>, place: Option<&FactId>) -> Option<Condition<FactTest>> {
    match (table.get("when"), place) {
        (Some(node), _) => over_facts(node),
        (None, Some(place)) => {
            let nowhere = FactTest::Is { fact: place.clone(), value: FactValue::NOWHERE };
            Some(Condition::Not(Box::new(Condition::Test(nowhere))))
        }
        (None, None) => {
            if !table.has("where") {
                table.wrong("`when` is missing", "a key `when` or `where` in this table");
            }
            None
        }
    }
}

fn deferral(table: &Table<'_>, headline: Option<Headline>, when: Option<&Condition<FactTest>>) -> Option<Deferral> {
    let event = table.get("until").and_then(|node| {
        let until = node.table()?;
        let event = until.bilingual("event");
        until.close();
        if headline.is_some_and(|headline| headline != Headline::Deferred) {
            node.wrong("only a deferral ends", "no `until`, or `verdict = \"deferred\"`");
        }
        event
    });
    if headline != Some(Headline::Deferred) {
        return None;
    }
    let runs_out = when.is_some_and(|when| when.tests().iter().any(|t| matches!(t, FactTest::Within { .. })));
    if event.is_none() && when.is_some() && !runs_out && !table.has("until") {
        table.wrong("this deferral has no end", "a `within` in the condition, or `until = { event = … }`");
    }
    Some(event.map_or(Deferral::RunsOut, Deferral::Event))
}
