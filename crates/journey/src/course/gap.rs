//! Which waits hold between the session that is asked about and one other session.

use super::history::{BookedSession, CourseQuestion, PastSession, Treated};
use super::spacing::{Other, ProductScope, SameDay, Spacing, Turn, ZoneScope};
use crate::evidence::Evidence;
use crate::period::Period;
use crate::quantity::HundredthsMm;
use crate::screening::OverrideBy;
use crate::slug::{IndicationId, ProductId, ProtocolId, RuleId, ZoneId};
use crate::text::Bilingual;
use jiff::civil::Date;

/// The other session, past or booked.
#[derive(Clone, Copy)]
pub(super) struct Neighbour<'a> {
    pub treated: &'a Treated,
    pub on: Date,
    indication: Option<&'a IndicationId>,
    zones: &'a [ZoneId],
    product: Option<&'a ProductId>,
    depth: Option<HundredthsMm>,
}

impl<'a> From<&'a PastSession> for Neighbour<'a> {
    fn from(s: &'a PastSession) -> Self {
        Self {
            treated: &s.treated,
            on: s.on,
            indication: s.indication.as_ref(),
            zones: &s.zones,
            product: s.product.as_ref(),
            depth: s.depth,
        }
    }
}

impl<'a> From<&'a BookedSession> for Neighbour<'a> {
    fn from(s: &'a BookedSession) -> Self {
        Self {
            treated: &s.treated,
            on: s.on,
            indication: s.indication.as_ref(),
            zones: &s.zones,
            product: s.product.as_ref(),
            depth: None,
        }
    }
}

/// Which of the two sessions a gap puts first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum First {
    Neighbour,
    Asked,
}

/// What a gap says about one common day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum CommonDay {
    Forbidden,
    InOrder(First),
    Free,
}

/// One wait between the session that is asked about and a neighbour.
pub(super) struct Gap<'a> {
    pub rule: RuleId,
    pub neighbour: Neighbour<'a>,
    pub first: First,
    pub wait: Period,
    pub common_day: CommonDay,
    pub override_by: OverrideBy,
    pub says: Bilingual,
    pub evidence: &'a Evidence,
}

impl Gap<'_> {
    /// Whether a day keeps the wait.
    pub fn admits(&self, day: Date) -> bool {
        if day == self.neighbour.on {
            return self.common_day != CommonDay::Forbidden;
        }
        match self.first {
            First::Neighbour => day < self.neighbour.on || self.wait.after(self.neighbour.on) <= day,
            First::Asked => day > self.neighbour.on || self.wait.after(day) <= self.neighbour.on,
        }
    }
}

/// Every gap between the session that is asked about and all others.
pub(super) fn gaps<'a>(question: &CourseQuestion<'a>) -> Vec<Gap<'a>> {
    let past = question.history.iter().map(Neighbour::from);
    let booked = question.booked.iter().map(Neighbour::from);
    past.chain(booked).flat_map(|neighbour| gaps_to(question, neighbour)).collect()
}

fn gaps_to<'a>(question: &CourseQuestion<'a>, neighbour: Neighbour<'a>) -> Vec<Gap<'a>> {
    let ours = question.protocol.spacing.iter().filter(|rule| {
        names(question, &question.protocol.id, &rule.other, neighbour.treated)
            && suits(rule, question, &neighbour, rule.turn)
    });
    let mut found: Vec<Gap<'a>> = ours.map(|rule| gap(rule, neighbour, rule.turn, FirstPerson::Asked)).collect();
    if let Treated::Protocol(id) = neighbour.treated {
        found.extend(theirs(question, neighbour, id));
    }
    if question.is_of_course(neighbour.treated, neighbour.indication) {
        found.extend(rhythm(question, neighbour));
    }
    found
}

/// The rules that the neighbour's protocol has about ours. Its rules about itself are ours already.
fn theirs<'a>(question: &CourseQuestion<'a>, neighbour: Neighbour<'a>, id: &ProtocolId) -> Vec<Gap<'a>> {
    let us = Treated::Protocol(question.protocol.id.clone());
    let Some(other) = question.library.get(id).filter(|other| other.id != question.protocol.id) else {
        return Vec::new();
    };
    other
        .spacing
        .iter()
        .filter(|rule| names(question, id, &rule.other, &us) && suits(rule, question, &neighbour, mirrored(rule.turn)))
        .map(|rule| gap(rule, neighbour, mirrored(rule.turn), FirstPerson::Neighbour))
        .collect()
}

/// The course's own interval, both ways.
fn rhythm<'a>(question: &CourseQuestion<'a>, neighbour: Neighbour<'a>) -> [Gap<'a>; 2] {
    [First::Neighbour, First::Asked].map(|first| Gap {
        rule: question.indication.interval_rule(),
        neighbour,
        first,
        wait: question.indication.interval.value.floor,
        common_day: CommonDay::Forbidden,
        override_by: OverrideBy::Physician,
        says: super::words::interval(),
        evidence: &question.indication.interval.evidence,
    })
}

/// Whose rule it is: "this" in the rule is the session asked about, or the neighbour.
#[derive(Clone, Copy)]
enum FirstPerson {
    Asked,
    Neighbour,
}

fn gap<'a>(rule: &'a Spacing, neighbour: Neighbour<'a>, turn: Turn, this: FirstPerson) -> Gap<'a> {
    Gap {
        rule: rule.id.clone(),
        neighbour,
        first: match turn {
            Turn::After => First::Neighbour,
            Turn::Before => First::Asked,
        },
        wait: rule.wait,
        common_day: common_day(rule.same_day, this),
        override_by: rule.override_by,
        says: rule.says.clone(),
        evidence: &rule.evidence,
    }
}

fn common_day(same_day: SameDay, this: FirstPerson) -> CommonDay {
    match (same_day, this) {
        (SameDay::Never, _) => CommonDay::Forbidden,
        (SameDay::Either, _) => CommonDay::Free,
        (SameDay::ThisFirst, FirstPerson::Asked) | (SameDay::OtherFirst, FirstPerson::Neighbour) => {
            CommonDay::InOrder(First::Asked)
        }
        (SameDay::OtherFirst, FirstPerson::Asked) | (SameDay::ThisFirst, FirstPerson::Neighbour) => {
            CommonDay::InOrder(First::Neighbour)
        }
    }
}

const fn mirrored(turn: Turn) -> Turn {
    match turn {
        Turn::After => Turn::Before,
        Turn::Before => Turn::After,
    }
}

/// Whether "the other treatment" of a rule of `owner` is `treated`.
fn names(question: &CourseQuestion<'_>, owner: &ProtocolId, other: &Other, treated: &Treated) -> bool {
    match (other, treated) {
        (Other::Itself, Treated::Protocol(id)) => id == owner,
        (Other::Protocol(wanted), Treated::Protocol(id)) => wanted == id,
        (Other::Group(wanted), Treated::Group(group)) => wanted == group,
        (Other::Group(wanted), Treated::Protocol(id)) => {
            question.library.get(id).is_some_and(|protocol| protocol.groups.contains(wanted))
        }
        (Other::Itself | Other::Protocol(_), Treated::Group(_)) => false,
    }
}

/// Whether zones, product and depth fit the rule; `turn` is seen from the session that is asked about.
fn suits(rule: &Spacing, question: &CourseQuestion<'_>, neighbour: &Neighbour<'_>, turn: Turn) -> bool {
    let planned = question.planned;
    let shared = planned.zones.is_empty()
        || neighbour.zones.is_empty()
        || planned.zones.iter().any(|zone| neighbour.zones.contains(zone));
    let same_product = planned.product.as_ref().zip(neighbour.product).map(|(ours, theirs)| ours == theirs);
    let first_depth = match turn {
        Turn::After => neighbour.depth,
        Turn::Before => planned.depth,
    };
    rule.evidence.acts()
        && (rule.zones == ZoneScope::Any || shared)
        && match rule.product {
            ProductScope::Any => true,
            ProductScope::Same => same_product != Some(false),
            ProductScope::Other => same_product != Some(true),
        }
        && rule.depth.is_none_or(|range| first_depth.is_none_or(|depth| range.contains(depth)))
}
