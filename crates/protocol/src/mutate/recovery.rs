//! Curves, flags and check-ins, changed.

use super::Mutant;
use super::condition::condition;
use super::explained::kept_for_record;
use super::list::List;
use super::numbers::{depths, doses, hours, whole};
use super::session::depth_step;
use super::variant::{Variant, each, within, without_one};
use crate::cases::Part;
use journey::protocol::Protocol;
use journey::recovery::{Curve, Flag, Mismatch, NextSession, Phase, Reader, Severity, SignTest, Tier, Trend, Window};

const TIERS: [Tier; 4] = [Tier::Tier0, Tier::Tier1, Tier::Tier2, Tier::Tier3];

pub(super) fn mutants(protocol: &Protocol) -> Vec<Mutant> {
    let curves = List {
        part: Some(Part::Recovery),
        word: "expected",
        items: |protocol| &mut protocol.recovery.expected,
        name: |curve| curve.symptom.to_string(),
        variants: curve,
        unseen: |curve, _, _| kept_for_record(&curve.evidence),
    };
    let flags = List {
        part: Some(Part::Recovery),
        word: "flag",
        items: |protocol| &mut protocol.recovery.flags,
        name: |flag| flag.id.to_string(),
        variants: flag,
        unseen: |flag, _, _| kept_for_record(&flag.evidence),
    };
    let mismatches = List {
        part: Some(Part::Recovery),
        word: "contradiction",
        items: |protocol| &mut protocol.recovery.mismatches,
        name: |one| one.id.to_string(),
        variants: mismatch,
        unseen: |one, _, _| kept_for_record(&one.evidence),
    };
    let days = List {
        part: Some(Part::Recovery),
        word: "check_ins",
        items: |protocol| &mut protocol.recovery.check_ins.value,
        name: |day| format!("day-{day}"),
        variants: |day, _| within(whole(*day), "day", |day| day),
        unseen: |_, _, _| None,
    };
    let mut found = days.mutants(protocol);
    found.extend(curves.mutants(protocol));
    found.extend(flags.mutants(protocol));
    found.extend(mismatches.mutants(protocol));
    found
}

fn mismatch(one: &Mismatch, protocol: &Protocol) -> Vec<Variant<Mismatch>> {
    let step = depth_step(protocol);
    let whens = condition(&one.when, &|test| sign_test(test, step));
    let mut found = within(whens, "when", |when| Mismatch { when, ..one.clone() });
    found.extend(within(without_one(&one.ask), "ask", |ask| Mismatch { ask, ..one.clone() }));
    found
}

fn curve(curve: &Curve, protocol: &Protocol) -> Vec<Variant<Curve>> {
    let ranges = curve.depth.map(|range| depths(range, depth_step(protocol))).unwrap_or_default();
    let mut found = within(ranges, "depth_mm", |range| Curve { depth: Some(range), ..curve.clone() });
    let ranges = curve.units.map(doses).unwrap_or_default();
    found.extend(within(ranges, "units", |range| Curve { units: Some(range), ..curve.clone() }));
    let mut phases = each(&curve.phases, |one| phase(*one));
    phases.extend(without_one(&curve.phases));
    phases.retain(|variant| could_be_written(&variant.value));
    found.extend(within(phases, "phases", |phases| Curve { phases, ..curve.clone() }));
    found
}

/// What the reader of the file would refuse needs no case.
fn could_be_written(phases: &[Phase]) -> bool {
    let apart = phases.iter().zip(phases.iter().skip(1)).all(|(one, next)| one.last < next.first);
    apart && phases.iter().all(|phase| phase.first <= phase.last && phase.usual <= phase.upper)
}

fn phase(is: Phase) -> Vec<Variant<Phase>> {
    let mut found = within(whole(is.first), "first", |first| Phase { first, ..is });
    found.extend(within(whole(is.last), "last", |last| Phase { last, ..is }));
    found.extend(within(severity(is.usual), "usual", |usual| Phase { usual, ..is }));
    found.extend(within(severity(is.upper), "upper", |upper| Phase { upper, ..is }));
    found
}

fn flag(flag: &Flag, protocol: &Protocol) -> Vec<Variant<Flag>> {
    let step = depth_step(protocol);
    let mut found =
        within(condition(&flag.when, &|test| sign_test(test, step)), "when", |when| Flag { when, ..flag.clone() });
    found.extend(within(window(flag.window), "window", |window| Flag { window, ..flag.clone() }));
    found.extend(within(tier(flag.tier), "tier", |tier| Flag { tier, ..flag.clone() }));
    let (reader, next_session) = (other_reader(flag.reader), other_next(flag.next_session));
    // Nobody answers what the patient looks after alone.
    if flag.tier != Tier::Tier0 {
        found.push(reader.within("reader", |reader| Flag { reader, ..flag.clone() }));
    }
    found.push(next_session.within("freezes", |next_session| Flag { next_session, ..flag.clone() }));
    found
}

fn sign_test(test: &SignTest, step: u32) -> Vec<Variant<SignTest>> {
    match test {
        SignTest::Is { .. } => Vec::new(),
        SignTest::AtLeast { symptom, severity: least } => {
            within(severity(*least), "at_least", |severity| SignTest::AtLeast { symptom: symptom.clone(), severity })
        }
        SignTest::Moves { symptom, trend } => {
            let (word, trend) = match trend {
                Trend::Rising => ("rising-after-falling", Trend::RisingAfterFalling),
                Trend::RisingAfterFalling => ("rising", Trend::Rising),
            };
            let changed = Variant::new(format!("-> {word}"), SignTest::Moves { symptom: symptom.clone(), trend });
            vec![changed.within("trend", |test| test)]
        }
        SignTest::BeyondExpected { symptom, days } => {
            within(whole(*days), "beyond_expected", |days| SignTest::BeyondExpected { symptom: symptom.clone(), days })
        }
        SignTest::Depth(range) => within(depths(*range, step), "depth_mm", SignTest::Depth),
    }
}

fn window(is: Window) -> Vec<Variant<Window>> {
    let by_an_hour = |end: Option<u32>| end.map(hours).unwrap_or_default();
    let mut found = within(by_an_hour(is.from_hour), "from", |hour| Window { from_hour: Some(hour), ..is });
    found.extend(within(by_an_hour(is.to_hour), "to", |hour| Window { to_hour: Some(hour), ..is }));
    found
}

fn severity(is: Severity) -> Vec<Variant<Severity>> {
    let near = |other: &Severity| (*other as usize).abs_diff(is as usize) == 1;
    Severity::ALL.into_iter().filter(near).map(|to| Variant::step(is.code(), to.code(), to)).collect()
}

fn tier(is: Tier) -> Vec<Variant<Tier>> {
    let near = |other: &Tier| (*other as usize).abs_diff(is as usize) == 1;
    TIERS.into_iter().filter(near).map(|to| Variant::step(is.code(), to.code(), to)).collect()
}

fn other_reader(reader: Reader) -> Variant<Reader> {
    match reader {
        Reader::Nurse => Variant::step("nurse", "physician", Reader::Physician),
        Reader::Physician => Variant::step("physician", "nurse", Reader::Nurse),
    }
}

fn other_next(next: NextSession) -> Variant<NextSession> {
    match next {
        NextSession::Open => Variant::step("open", "frozen", NextSession::Frozen),
        NextSession::Frozen => Variant::step("frozen", "open", NextSession::Open),
    }
}
