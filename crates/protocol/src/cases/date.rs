//! `[[date]]`: a history in, the next days out.

use super::About;
use super::answers::{OVERRIDE, otherwise};
use super::history::{booked, history, indication, planned};
use crate::reading::{Node, Table};
use jiff::civil::Date;
use journey::course::{BookedSession, CourseQuestion, Forecast, PastSession, Planned, SameDay, check_date, forecast};
use journey::protocol::{Library, Protocol};
use journey::screening::{Finding, FindingKind, OverrideBy};
use journey::slug::{IndicationId, RuleId};

/// The orders in which two treatments may share a day.
const ORDERS: [(&str, SameDay); 2] = [("this-first", SameDay::ThisFirst), ("other-first", SameDay::OtherFirst)];

/// A patient's sessions, and what must follow from them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct DateCase {
    indication: IndicationId,
    today: Date,
    history: Vec<PastSession>,
    booked: Vec<BookedSession>,
    planned: Planned,
    expect: Window,
    refused: Vec<Refused>,
    silent: Vec<Refused>,
    ordered: Vec<Ordered>,
    free: Vec<Date>,
}

/// What the forecast must say; what is left out may be anything.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Window {
    earliest: Option<Date>,
    ideal: Option<Date>,
    latest: Option<Date>,
    number: Option<u16>,
}

/// A day that a rule refuses, and who may let it be.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Refused {
    on: Date,
    rule: RuleId,
    override_by: Option<OverrideBy>,
}

/// A day that a rule allows in one order only.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Ordered {
    on: Date,
    rule: RuleId,
    same_day: SameDay,
}

pub(super) fn read(table: &Table<'_>, about: &About<'_>) -> Option<DateCase> {
    let indication = indication(table, about);
    let today = table.need("today").and_then(|node| node.date());
    let (history, booked) = (history(table, about, indication.as_ref()), booked(table, about, indication.as_ref()));
    let planned = planned(table);
    let expect = table.get("expect").and_then(window).unwrap_or_default();
    let known = rules(table.cx.library, about.protocol);
    let refuses = table.each("refused", |table| refused(table, &known));
    let silent = table.each("silent", |table| refused(table, &known));
    let ordered = table.each("ordered", |table| ordered(table, &known));
    let free = table.get("free").map(|node| node.list()).unwrap_or_default();
    let free = free.iter().filter_map(Node::date).collect();
    let (indication, today) = (indication?, today?);
    Some(DateCase { indication, today, history, booked, planned, expect, refused: refuses, silent, ordered, free })
}

/// The rules that can refuse a day: those of this protocol, its intervals, and those of the others about it.
fn rules(library: &Library, protocol: &Protocol) -> Vec<RuleId> {
    let intervals = protocol.indications.iter().map(journey::course::Indication::interval_rule);
    let spacing = library.iter().flat_map(|one| &one.spacing).map(|rule| rule.id.clone());
    intervals.chain(spacing).collect()
}

fn window(node: Node<'_>) -> Option<Window> {
    let table = node.table()?;
    let day = |key| table.get(key).and_then(|node| node.date());
    let (earliest, ideal, latest) = (day("earliest"), day("ideal"), day("latest"));
    let number = table.get("number").and_then(|node| node.whole());
    table.close();
    Some(Window { earliest, ideal, latest, number })
}

fn refused(table: Table<'_>, known: &[RuleId]) -> Option<Refused> {
    let on = table.need("on").and_then(|node| node.date());
    let rule = table.need("rule").and_then(|node| node.reference("rule", known.iter()));
    let override_by = table.get("override").and_then(|node| node.word(&OVERRIDE));
    table.close();
    Some(Refused { on: on?, rule: rule?, override_by })
}

fn ordered(table: Table<'_>, known: &[RuleId]) -> Option<Ordered> {
    let on = table.need("on").and_then(|node| node.date());
    let rule = table.need("rule").and_then(|node| node.reference("rule", known.iter()));
    let same_day = table.word("same_day", &ORDERS);
    table.close();
    Some(Ordered { on: on?, rule: rule?, same_day: same_day? })
}

impl DateCase {
    pub fn differs(&self, library: &Library, protocol: &Protocol) -> Vec<String> {
        let Some(question) = self.question(library, protocol) else {
            return vec![format!("there is no indication {}", self.indication)];
        };
        let refused = self.refused.iter().filter_map(|one| one.differs(&check_date(&question, one.on)));
        let ordered = self.ordered.iter().filter_map(|one| one.differs(&question));
        let silent = self.silent.iter().filter_map(|one| one.speaks(&check_date(&question, one.on)));
        let free = self.free.iter().filter_map(|&day| {
            let found = check_date(&question, day);
            found.first().map(|finding| format!("{day} is not free: {}", finding.rule))
        });
        self.expect
            .differs(&forecast(&question))
            .into_iter()
            .chain(refused)
            .chain(silent)
            .chain(ordered)
            .chain(free)
            .collect()
    }

    fn question<'a>(&'a self, library: &'a Library, protocol: &'a Protocol) -> Option<CourseQuestion<'a>> {
        Some(CourseQuestion {
            library,
            protocol,
            indication: protocol.indication(&self.indication)?,
            history: &self.history,
            booked: &self.booked,
            planned: &self.planned,
            today: self.today,
        })
    }
}

impl Window {
    fn differs(&self, forecast: &Forecast) -> Vec<String> {
        let shown = |day: Option<Date>| day.map_or_else(|| "none".to_owned(), |day| day.to_string());
        let day = |what, expected: Option<Date>, got| {
            expected.and_then(|expected| otherwise(what, &expected.to_string(), &shown(got)))
        };
        let number = self.number.and_then(|n| otherwise("number: ", &n.to_string(), &forecast.number.to_string()));
        [
            day("earliest: ", self.earliest, Some(forecast.earliest)),
            day("ideal: ", self.ideal, Some(forecast.ideal)),
            day("latest: ", self.latest, forecast.latest),
            number,
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl Refused {
    /// What is wrong where the rule should not speak of the day at all.
    fn speaks(&self, found: &[Finding]) -> Option<String> {
        let Self { on, rule, .. } = self;
        found.iter().any(|finding| &finding.rule == rule).then(|| format!("{rule} speaks of {on}"))
    }

    fn differs(&self, found: &[Finding]) -> Option<String> {
        let Self { on, rule, override_by } = self;
        let finding = found.iter().find(|one| &one.rule == rule && one.kind != FindingKind::SameDayOrder);
        match finding {
            None => Some(format!("{rule} does not refuse {on}")),
            Some(finding) if override_by.is_some_and(|by| by != finding.override_by) => {
                Some(format!("{rule} may be set aside otherwise on {on}"))
            }
            Some(_) => None,
        }
    }
}

impl Ordered {
    /// The finding must read as it would if the rule of this protocol asked for the order of the case.
    fn differs(&self, question: &CourseQuestion<'_>) -> Option<String> {
        let Self { on, rule, same_day } = self;
        let told = |question: &CourseQuestion<'_>| {
            let found = check_date(question, *on);
            found.into_iter().find(|one| &one.rule == rule && one.kind == FindingKind::SameDayOrder)
        };
        let mut wanted = question.protocol.clone();
        wanted.spacing.iter_mut().filter(|one| &one.id == rule).for_each(|one| one.same_day = *same_day);
        let got = told(question);
        let same = got.is_some() && got == told(&CourseQuestion { protocol: &wanted, ..*question });
        (!same).then(|| format!("{rule} does not ask for that order on {on}"))
    }
}
