//! Intervals and spacing, changed.

use super::Mutant;
use super::explained::kept_for_record;
use super::list::List;
use super::numbers::{depths, period, whole};
use super::same;
use super::screening::other_override;
use super::session::depth_step;
use super::single::Single;
use super::variant::{Variant, within, without_one};
use crate::cases::Part;
use journey::course::{
    Downtime, Indication, Interval, Pause, ProductScope, SameDay, SessionCount, Spacing, TouchUp, Turn, ZoneScope,
};
use journey::evidence::Sourced;
use journey::protocol::Protocol;

const SAME_DAY: [(&str, SameDay); 4] = [
    ("never", SameDay::Never),
    ("this-first", SameDay::ThisFirst),
    ("other-first", SameDay::OtherFirst),
    ("either", SameDay::Either),
];

pub(super) fn mutants(protocol: &Protocol) -> Vec<Mutant> {
    let indications = List {
        // Its interval is the course's, its zones are the session's.
        part: None,
        word: "indication",
        items: |protocol| &mut protocol.indications,
        name: |one| one.id.to_string(),
        variants: |one, _| indication(one),
        unseen: same::indication,
    };
    let spacing = List {
        part: Some(Part::Course),
        word: "spacing",
        items: |protocol| &mut protocol.spacing,
        name: |rule| rule.id.to_string(),
        variants: spacing,
        unseen: same::spacing,
    };
    let downtime = List {
        part: Some(Part::Course),
        word: "downtime",
        items: |protocol| &mut protocol.downtime,
        name: |rule| rule.id.to_string(),
        variants: downtime,
        unseen: |rule, _, _| kept_for_record(&rule.evidence),
    };
    let touch_up = Single {
        part: Part::Course,
        word: "touch-up",
        slot: |protocol| &mut protocol.touch_up,
        evidence: |one| &one.evidence,
        variants: touch_up,
    };
    let mut found = indications.mutants(protocol);
    found.extend(spacing.mutants(protocol));
    found.extend(downtime.mutants(protocol));
    found.extend(touch_up.mutants(protocol));
    found
}

fn indication(one: &Indication) -> Vec<Variant<Indication>> {
    let rhythm = |value| Indication { interval: Sourced { value, ..one.interval.clone() }, ..one.clone() };
    let count = |value| Indication { sessions: Sourced { value, ..one.sessions.clone() }, ..one.clone() };
    let mut found = within(interval(one.interval.value), "interval", rhythm);
    found.extend(within(sessions(one.sessions.value), "sessions", count));
    found.extend(within(without_one(&one.zones), "zones", |zones| Indication { zones, ..one.clone() }));
    let pauses = one.pause.as_ref().map(pause).unwrap_or_default();
    found.extend(within(pauses, "pause", |pause| Indication { pause, ..one.clone() }));
    found
}

/// Another pause, or none.
fn pause(is: &Pause) -> Vec<Variant<Option<Pause>>> {
    let counts =
        within(whole(is.after_sessions), "after_sessions", |n| Some(Pause { after_sessions: n, ..is.clone() }));
    let waits = within(period(is.wait), "wait", |wait| Some(Pause { wait, ..is.clone() }));
    let mut found = vec![Variant::new("dropped", None)];
    found.extend(counts.into_iter().filter(|variant| variant.value.as_ref().is_some_and(|one| one.after_sessions > 0)));
    found.extend(waits);
    found
}

fn downtime(rule: &Downtime, protocol: &Protocol) -> Vec<Variant<Downtime>> {
    let mut found = within(whole(rule.days), "days", |days| Downtime { days, ..rule.clone() });
    let ranges = rule.depth.map(|range| depths(range, depth_step(protocol))).unwrap_or_default();
    found.extend(within(ranges, "depth_mm", |range| Downtime { depth: Some(range), ..rule.clone() }));
    found
}

fn touch_up(is: &TouchUp) -> Vec<Variant<TouchUp>> {
    let mut found = within(period(is.from), "from", |from| TouchUp { from, ..is.clone() });
    found.extend(within(period(is.to), "to", |to| TouchUp { to, ..is.clone() }));
    found
}

fn interval(is: Interval) -> Vec<Variant<Interval>> {
    let mut found = within(period(is.floor), "floor", |floor| Interval { floor, ..is });
    found.extend(within(period(is.ideal), "ideal", |ideal| Interval { ideal, ..is }));
    let latest = is.latest.map(period).unwrap_or_default();
    found.extend(within(latest, "latest", |latest| Interval { latest: Some(latest), ..is }));
    found
}

fn sessions(is: SessionCount) -> Vec<Variant<SessionCount>> {
    let mut found = within(whole(is.min), "min", |min| SessionCount { min, ..is });
    found.extend(within(whole(is.usual), "usual", |usual| SessionCount { usual, ..is }));
    found.extend(within(whole(is.max), "max", |max| SessionCount { max, ..is }));
    found
}

fn spacing(rule: &Spacing, protocol: &Protocol) -> Vec<Variant<Spacing>> {
    let mut found = within(period(rule.wait), "wait", |wait| Spacing { wait, ..rule.clone() });
    found.push(other_zones(rule.zones).within("zones", |zones| Spacing { zones, ..rule.clone() }));
    found.extend(within(other_products(rule.product), "product", |product| Spacing { product, ..rule.clone() }));
    let other_days = same_day(rule.same_day);
    found.extend(within(other_days, "same_day", |same_day| Spacing { same_day, ..rule.clone() }));
    found.push(turned(rule.turn).within("turn", |turn| Spacing { turn, ..rule.clone() }));
    let ranges = rule.depth.map(|range| depths(range, depth_step(protocol))).unwrap_or_default();
    found.extend(within(ranges, "depth_mm", |range| Spacing { depth: Some(range), ..rule.clone() }));
    found.push(
        other_override(rule.override_by).within("override", |override_by| Spacing { override_by, ..rule.clone() }),
    );
    found
}

fn same_day(is: SameDay) -> Vec<Variant<SameDay>> {
    let word = |of: SameDay| SAME_DAY.into_iter().find(|(_, one)| *one == of).map_or("", |(word, _)| word);
    let others = SAME_DAY.into_iter().filter(|(_, one)| *one != is);
    others.map(|(to, one)| Variant::step(word(is), to, one)).collect()
}

fn other_zones(zones: ZoneScope) -> Variant<ZoneScope> {
    match zones {
        ZoneScope::Any => Variant::step("any", "same", ZoneScope::Same),
        ZoneScope::Same => Variant::step("same", "any", ZoneScope::Any),
    }
}

/// Where a rule speaks of products: of all, or of the others.
fn other_products(is: ProductScope) -> Vec<Variant<ProductScope>> {
    match is {
        ProductScope::Any => Vec::new(),
        ProductScope::Same => {
            vec![Variant::step("same", "any", ProductScope::Any), Variant::step("same", "other", ProductScope::Other)]
        }
        ProductScope::Other => {
            vec![Variant::step("other", "any", ProductScope::Any), Variant::step("other", "same", ProductScope::Same)]
        }
    }
}

fn turned(turn: Turn) -> Variant<Turn> {
    match turn {
        Turn::After => Variant::step("after", "before", Turn::Before),
        Turn::Before => Variant::step("before", "after", Turn::After),
    }
}
