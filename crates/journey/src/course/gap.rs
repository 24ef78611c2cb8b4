//! Which waits hold between the session that is asked about and one other session.

use super::history::{BookedSession, CourseQuestion, PastSession, Treated};
use super::hold::{CommonDay, First, Hold, Stretch};
use super::reason::{Origin, Reason};
use super::spacing::{Other, ProductScope, SameDay, Spacing, Turn, ZoneScope};
use super::touch_up;
use crate::period::Period;
use crate::quantity::HundredthsMm;
use crate::slug::{GroupId, IndicationId, ProductId, ProtocolId, ZoneId};
use jiff::civil::Date;

/// The other session, past or booked.
#[derive(Clone, Copy)]
struct Neighbour<'a> {
    treated: &'a Treated,
    on: Date,
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

/// Every wait between the session that is asked about and all others.
pub(super) fn holds<'a>(question: &CourseQuestion<'a>) -> Vec<Hold<'a>> {
    let mut found = Vec::new();
    let past = question.history.iter().map(Neighbour::from);
    for neighbour in past.chain(question.booked.iter().map(Neighbour::from)) {
        ours(question, neighbour, &mut found);
        theirs(question, neighbour, &mut found);
        rhythm(question, neighbour, &mut found);
    }
    found
}

/// The rules that our protocol has about the neighbour.
fn ours<'a>(question: &CourseQuestion<'a>, neighbour: Neighbour<'a>, found: &mut Vec<Hold<'a>>) {
    let named = Name::from(neighbour.treated);
    let us = &question.protocol.id;
    let rules = question.protocol.spacing.iter().filter(|rule| {
        suits(rule, question, &neighbour, rule.turn)
            && names(question, us, &rule.other, named)
            && !yields_to_touch_up(rule, question, &neighbour)
    });
    found.extend(rules.map(|rule| spaced(rule, neighbour, rule.turn, FirstPerson::Asked)));
}

/// The rules that the neighbour's protocol has about ours, seen from its side; our own protocol's, if it is that.
fn theirs<'a>(question: &CourseQuestion<'a>, neighbour: Neighbour<'a>, found: &mut Vec<Hold<'a>>) {
    let Treated::Protocol(id) = neighbour.treated else { return };
    let us = Name::Protocol(&question.protocol.id);
    let other = if *id == question.protocol.id { Some(question.protocol) } else { question.library.get(id) };
    let Some(other) = other else { return };
    let rules = other
        .spacing
        .iter()
        .filter(|rule| suits(rule, question, &neighbour, mirrored(rule.turn)) && names(question, id, &rule.other, us));
    found.extend(rules.map(|rule| spaced(rule, neighbour, mirrored(rule.turn), FirstPerson::Neighbour)));
}

/// The course's own interval, both ways. A planned touch-up waits its own time after the session it follows, and the
/// interval runs from it.
fn rhythm<'a>(question: &CourseQuestion<'a>, neighbour: Neighbour<'a>, found: &mut Vec<Hold<'a>>) {
    if !question.is_of_course(neighbour.treated, neighbour.indication) {
        return;
    }
    let floor = question.indication.interval.value.floor;
    let interval = Reason::Interval(question.indication);
    let (reason, wait) =
        touch_up::planned(question).map_or((interval, floor), |touch_up| (Reason::TouchUp(touch_up), touch_up.from));
    found.push(hold(reason, neighbour, First::Neighbour, wait, CommonDay::Forbidden));
    found.push(hold(interval, neighbour, First::Asked, floor, CommonDay::Forbidden));
}

/// Our own wait after a session of the course is what a touch-up shortens; a wait after another product it is not.
fn yields_to_touch_up(rule: &Spacing, question: &CourseQuestion<'_>, neighbour: &Neighbour<'_>) -> bool {
    touch_up::planned(question).is_some()
        && rule.turn == Turn::After
        && rule.product != ProductScope::Other
        && question.is_of_course(neighbour.treated, neighbour.indication)
}

/// Whose rule it is: "this" in the rule is the session asked about, or the neighbour.
#[derive(Clone, Copy)]
enum FirstPerson {
    Asked,
    Neighbour,
}

fn spaced<'a>(rule: &'a Spacing, neighbour: Neighbour<'a>, turn: Turn, this: FirstPerson) -> Hold<'a> {
    let first = match turn {
        Turn::After => First::Neighbour,
        Turn::Before => First::Asked,
    };
    hold(Reason::Spacing(rule), neighbour, first, rule.wait, common_day(rule.same_day, this))
}

fn hold<'a>(
    reason: Reason<'a>,
    neighbour: Neighbour<'a>,
    first: First,
    wait: Period,
    common_day: CommonDay,
) -> Hold<'a> {
    let on = neighbour.on;
    let stretch = match first {
        First::Neighbour => Stretch::After { on, until: wait.after(on) },
        First::Asked => Stretch::Before { on, wait },
    };
    Hold { reason, origin: Origin::Session(neighbour.treated, on), stretch, common_day }
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

/// What a session was, borrowed.
#[derive(Clone, Copy)]
enum Name<'a> {
    Protocol(&'a ProtocolId),
    Group(&'a GroupId),
}

impl<'a> From<&'a Treated> for Name<'a> {
    fn from(treated: &'a Treated) -> Self {
        match treated {
            Treated::Protocol(id) => Self::Protocol(id),
            Treated::Group(group) => Self::Group(group),
        }
    }
}

/// Whether "the other treatment" of a rule of `owner` is the one named.
fn names(question: &CourseQuestion<'_>, owner: &ProtocolId, other: &Other, named: Name<'_>) -> bool {
    match (other, named) {
        (Other::Itself, Name::Protocol(id)) => id == owner,
        (Other::Protocol(wanted), Name::Protocol(id)) => wanted == id,
        (Other::Group(wanted), Name::Group(group)) => wanted == group,
        (Other::Group(wanted), Name::Protocol(id)) => {
            question.library.get(id).is_some_and(|protocol| protocol.groups.contains(wanted))
        }
        (Other::Itself | Other::Protocol(_), Name::Group(_)) => false,
    }
}

/// Whether zones, product and depth fit the rule; `turn` is seen from the session that is asked about.
fn suits(rule: &Spacing, question: &CourseQuestion<'_>, neighbour: &Neighbour<'_>, turn: Turn) -> bool {
    let planned = question.planned;
    let same_product = planned.product.as_ref().zip(neighbour.product).map(|(ours, theirs)| ours == theirs);
    let first_depth = match turn {
        Turn::After => neighbour.depth,
        Turn::Before => planned.depth,
    };
    rule.evidence.acts()
        && (rule.zones == ZoneScope::Any || question.shares_a_zone(neighbour.zones))
        && match rule.product {
            ProductScope::Any => true,
            ProductScope::Same => same_product != Some(false),
            ProductScope::Other => same_product != Some(true),
        }
        && rule.depth.is_none_or(|range| first_depth.is_none_or(|depth| range.contains(depth)))
}
