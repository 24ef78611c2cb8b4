//! Single days of a `[[date]]`: refused, ordered or free.

use super::answers::OVERRIDE;
use crate::reading::{Node, Table};
use jiff::civil::Date;
use journey::course::{CourseQuestion, SameDay, check_date};
use journey::screening::{Finding, FindingKind, OverrideBy};
use journey::slug::RuleId;

/// The orders in which two treatments may share a day.
const ORDERS: [(&str, SameDay); 2] = [("this-first", SameDay::ThisFirst), ("other-first", SameDay::OtherFirst)];

/// What can be found of a day beside an order.
const KINDS: [FindingKind; 5] =
    [FindingKind::TooEarly, FindingKind::Late, FindingKind::EventAhead, FindingKind::TouchUp, FindingKind::Screening];

/// A day that a rule refuses, how, and who may let it be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Refused {
    pub on: Date,
    rule: RuleId,
    kind: Option<FindingKind>,
    override_by: Option<OverrideBy>,
}

/// A day that a rule allows in one order only.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Ordered {
    on: Date,
    rule: RuleId,
    same_day: SameDay,
}

/// A day of which nothing speaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Free(pub Date);

/// Reads one of `refused` or `silent`.
pub(super) fn refused(table: Table<'_>, known: &[RuleId]) -> Option<Refused> {
    let on = table.need("on").and_then(|node| node.date());
    let rule = table.need("rule").and_then(|node| node.reference("rule", known.iter()));
    let kind = table.get("kind").and_then(|node| node.word(&KINDS.map(|kind| (kind.code(), kind))));
    let override_by = table.get("override").and_then(|node| node.word(&OVERRIDE));
    table.close();
    Some(Refused { on: on?, rule: rule?, kind, override_by })
}

/// Reads one of `ordered`.
pub(super) fn ordered(table: Table<'_>, known: &[RuleId]) -> Option<Ordered> {
    let on = table.need("on").and_then(|node| node.date());
    let rule = table.need("rule").and_then(|node| node.reference("rule", known.iter()));
    let same_day = table.word("same_day", &ORDERS);
    table.close();
    Some(Ordered { on: on?, rule: rule?, same_day: same_day? })
}

/// Reads `free`.
pub(super) fn free(table: &Table<'_>) -> Vec<Free> {
    let days = table.get("free").map(|node| node.list()).unwrap_or_default();
    days.iter().filter_map(Node::date).map(Free).collect()
}

impl Free {
    /// What speaks of the day after all.
    pub fn differs(self, found: &[Finding]) -> Option<String> {
        found.first().map(|finding| format!("{} is not free: {}", self.0, finding.rule))
    }
}

impl Refused {
    fn is_meant(&self, finding: &Finding) -> bool {
        finding.rule == self.rule && self.kind.is_none_or(|kind| kind == finding.kind)
    }

    /// What is wrong where the rule should not speak of the day at all.
    pub fn speaks(&self, found: &[Finding]) -> Option<String> {
        let Self { on, rule, .. } = self;
        found.iter().any(|finding| self.is_meant(finding)).then(|| format!("{rule} speaks of {on}"))
    }

    /// What is wrong where the rule should refuse the day.
    pub fn differs(&self, found: &[Finding]) -> Option<String> {
        let Self { on, rule, override_by, .. } = self;
        let finding = found.iter().find(|one| self.is_meant(one) && one.kind != FindingKind::SameDayOrder);
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
    pub fn differs(&self, question: &CourseQuestion<'_>) -> Option<String> {
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
