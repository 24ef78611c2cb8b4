//! What a forecast must say, as a case states it.

use super::answers::otherwise;
use crate::reading::{Node, Table};
use jiff::civil::Date;
use journey::course::{Binding, Forecast};
use journey::slug::RuleId;

/// What the forecast must say; what is left out may be anything.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Window {
    earliest: Option<Date>,
    ideal: Option<Date>,
    latest: Option<Date>,
    number: Option<u16>,
    /// Every rule that blocks until something is settled.
    blocked: Option<Vec<RuleId>>,
    touch_up: Option<(Option<Date>, Option<Date>)>,
    binding: Binding,
}

/// Reads `expect`.
pub(super) fn window(node: Node<'_>, known: &[RuleId]) -> Option<Window> {
    let table = node.table()?;
    let (earliest, ideal, latest) = (day(&table, "earliest"), day(&table, "ideal"), day(&table, "latest"));
    let number = table.get("number").and_then(|node| node.whole());
    let blocked = table.has("blocked").then(|| table.references("blocked", "rule", known.iter()));
    let touch_up = table.get("touch_up").and_then(touch_up);
    let binding = table.get("binding").and_then(|node| binding(node, known)).unwrap_or_default();
    table.close();
    Some(Window { earliest, ideal, latest, number, blocked, touch_up, binding })
}

fn day(table: &Table<'_>, key: &'static str) -> Option<Date> {
    table.get(key).and_then(|node| node.date())
}

fn touch_up(node: Node<'_>) -> Option<(Option<Date>, Option<Date>)> {
    let table = node.table()?;
    let ends = (day(&table, "from"), day(&table, "to"));
    table.close();
    Some(ends)
}

fn binding(node: Node<'_>, known: &[RuleId]) -> Option<Binding> {
    let table = node.table()?;
    let rule = |key| table.get(key).and_then(|node| node.reference("rule", known.iter()));
    let binding = Binding { earliest: rule("earliest"), ideal: rule("ideal"), latest: rule("latest") };
    table.close();
    Some(binding)
}

/// What is told where something else was expected.
pub(super) fn another_day(what: &str, expected: Option<Date>, got: Option<Date>) -> Option<String> {
    let got = got.map_or_else(|| "none".to_owned(), |day| day.to_string());
    otherwise(what, &expected?.to_string(), &got)
}

fn another_rule(what: &str, expected: Option<&RuleId>, got: Option<&RuleId>) -> Option<String> {
    otherwise(what, expected?.as_str(), got.map_or("none", RuleId::as_str))
}

impl Window {
    /// What the forecast says otherwise.
    pub fn differs(&self, forecast: &Forecast) -> Vec<String> {
        let number = self.number.and_then(|n| otherwise("number: ", &n.to_string(), &forecast.number.to_string()));
        let (wanted, binds) = (&self.binding, &forecast.binding);
        let (from, to) = self.touch_up.unwrap_or_default();
        let (opens, ends) = forecast.touch_up.as_ref().map(|window| (window.from, window.to)).unzip();
        [
            another_day("earliest: ", self.earliest, Some(forecast.earliest)),
            another_day("ideal: ", self.ideal, Some(forecast.ideal)),
            another_day("latest: ", self.latest, forecast.latest),
            number,
            another_day("touch-up from: ", from, opens),
            another_day("touch-up to: ", to, ends),
            another_rule("earliest by: ", wanted.earliest.as_ref(), binds.earliest.as_ref()),
            another_rule("ideal by: ", wanted.ideal.as_ref(), binds.ideal.as_ref()),
            another_rule("latest by: ", wanted.latest.as_ref(), binds.latest.as_ref()),
            self.blocked_otherwise(forecast),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Where a case says what blocks, nothing else may.
    fn blocked_otherwise(&self, forecast: &Forecast) -> Option<String> {
        let wanted = self.blocked.as_ref()?;
        let found: Vec<&RuleId> = forecast.blocked_by.iter().map(|finding| &finding.rule).collect();
        let same = found.len() == wanted.len() && wanted.iter().all(|rule| found.contains(&rule));
        let shown: Vec<&str> = found.iter().map(|rule| rule.as_str()).collect();
        (!same).then(|| format!("blocked by [{}]", shown.join(", ")))
    }
}
