//! `[recovery]`.

use super::condition::condition;
use super::limits::depth_range;
use super::sign::{severities, sign_test, symptom};
use crate::reading::{Node, Table, Taken};
use journey::quantity::HundredthsUnit;
use journey::recovery::{
    Curve, DoseRange, Flag, Mismatch, NextSession, Phase, Reader, Recovery, SignClass, Symptom, SymptomKind, Tier,
    Window, Words,
};

pub(crate) const CLASS: [(&str, SignClass); 3] = [
    ("expected", SignClass::Expected),
    ("adverse-event", SignClass::AdverseEvent),
    ("non-response", SignClass::NonResponse),
];

/// How a treatment heals and what must alarm us.
pub(super) fn recovery(table: Table<'_>, rules: &Taken) -> Option<Recovery> {
    let check_ins = table.sourced("check_ins", |table| {
        let node = table.need("days")?;
        let days: Vec<u16> = node.list().iter().filter_map(Node::whole).collect();
        if days.is_empty() || !days.is_sorted_by(|a, b| a < b) {
            node.wrong("these days do not rise", "at least one day, each later than the one before");
        }
        Some(days)
    });
    let taken = Taken::default();
    let symptoms = table.each("symptom", |table| {
        let (id, ask) = (table.fresh("id", &taken), table.bilingual("ask"));
        let kind = table.word("answer", &[("severity", SymptomKind::Severity), ("yes-no", SymptomKind::YesNo)]);
        let short = table.get("short").and_then(|node| node.bilingual());
        table.close();
        Some(Symptom { id: id?, ask: ask?, short, kind: kind? })
    });
    let expected = table.each("expected", |table| curve(table, &symptoms));
    let flags = table.each("flag", |table| flag(table, rules, &symptoms));
    let mismatches = table.each("contradiction", |table| mismatch(table, rules, &symptoms));
    table.close();
    Some(Recovery { check_ins: check_ins?, symptoms, expected, flags, mismatches })
}

fn mismatch(table: Table<'_>, rules: &Taken, symptoms: &[Symptom]) -> Option<Mismatch> {
    let id = table.fresh("id", rules);
    let when = table.need("when").and_then(|node| condition(node, &|test| sign_test(test, symptoms)));
    let ask = table.references("ask", "symptom", symptoms.iter().map(|symptom| &symptom.id));
    if ask.is_empty() {
        table.wrong("nothing is asked again", "`ask` with at least one symptom");
    }
    let (says, evidence) = (table.bilingual("says"), table.evidence());
    table.close();
    Some(Mismatch { id: id?, when: when?, ask, says: says?, evidence: evidence? })
}

fn curve(table: Table<'_>, symptoms: &[Symptom]) -> Option<Curve> {
    let named = table.need("symptom");
    let symptom = named.and_then(|node| symptom(node, symptoms));
    if let (Some(node), Some(SymptomKind::YesNo)) = (named, symptom.map(|symptom| symptom.kind)) {
        node.wrong("a yes or no has no curve", "a symptom that is answered by severity");
    }
    if let (Some(node), Some(None)) = (named, symptom.map(|symptom| &symptom.short)) {
        node.wrong("this symptom has no noun, and its curve is told to patients", "a symptom with `short`");
    }
    let depth = table.get("depth_mm").and_then(depth_range);
    let units = table.get("units").and_then(dose_range);
    let phases = table.at_least_one("phases", phase);
    if !phases.windows(2).all(|pair| pair[0].last < pair[1].first) {
        table.wrong("these phases overlap", "each phase after the one before");
    }
    let evidence = table.evidence();
    table.close();
    Some(Curve { symptom: symptom?.id.clone(), depth, units, phases, evidence: evidence? })
}

fn dose_range(node: Node<'_>) -> Option<DoseRange> {
    let table = node.table()?;
    let read = |key| table.get(key).and_then(|node| node.amount(100)).map(HundredthsUnit);
    let range = DoseRange { at_least: read("at_least"), below: read("below") };
    let rises = range.at_least.zip(range.below).is_none_or(|(low, high)| low < high);
    if !rises || (range.at_least.is_none() && range.below.is_none()) {
        table.wrong("this is no range of doses", "`at_least`, `below`, or both, rising");
    }
    table.close();
    Some(range)
}

fn phase(table: Table<'_>) -> Option<Phase> {
    let days = table.need("days").map(|node| node.list()).unwrap_or_default();
    let days: Vec<u16> = days.iter().filter_map(Node::whole).collect();
    let (usual, upper) = (table.word("usual", &severities()), table.word("upper", &severities()));
    let [first, last] = days[..] else {
        table.wrong("these are not two days", "`days = [first, last]`");
        return None;
    };
    let phase = Phase { first, last, usual: usual?, upper: upper? };
    if first > last || phase.usual > phase.upper {
        table.wrong("this phase runs backwards", "first day ≤ last day, `usual` ≤ `upper`");
    }
    table.close();
    Some(phase)
}

fn flag(table: Table<'_>, rules: &Taken, symptoms: &[Symptom]) -> Option<Flag> {
    let id = table.fresh("id", rules);
    let when = table.need("when").and_then(|node| condition(node, &|test| sign_test(test, symptoms)));
    let window = table.get("window").and_then(window).unwrap_or_default();
    let tier = table.need("tier").and_then(tier);
    let class = table.word("class", &CLASS);
    let reader = table.get("reader").map_or(tier.map(Tier::reader), |node| {
        node.word(&[("nurse", Reader::Nurse), ("physician", Reader::Physician)])
    });
    let freezes = table.get("freezes").and_then(|node| node.truth());
    let (says, advice) = (table.bilingual("says"), table.bilingual("advice"));
    let words = table.get("words").and_then(words).unwrap_or_default();
    let evidence = table.evidence();
    if class == Some(SignClass::NonResponse) && (tier > Some(Tier::Tier1) || freezes == Some(true)) {
        table.wrong("no effect is no emergency", "`tier` 0 or 1, and no `freezes`");
    }
    table.close();
    Some(Flag {
        id: id?,
        when: when?,
        window,
        tier: tier?,
        class: class?,
        reader: reader?,
        next_session: if freezes == Some(true) { NextSession::Frozen } else { NextSession::Open },
        says: says?,
        advice: advice?,
        words,
        evidence: evidence?,
    })
}

fn tier(node: Node<'_>) -> Option<Tier> {
    match node.whole::<u8>()? {
        0 => Some(Tier::Tier0),
        1 => Some(Tier::Tier1),
        2 => Some(Tier::Tier2),
        3 => Some(Tier::Tier3),
        other => {
            node.wrong(format!("there is no tier {other}"), "0, 1, 2 or 3");
            None
        }
    }
}

fn window(node: Node<'_>) -> Option<Window> {
    let table = node.table()?;
    let read = |key| table.get(key).and_then(|node| node.since()).map(|since| since.0);
    let window = Window { from_hour: read("from"), to_hour: read("to") };
    if window.from_hour.zip(window.to_hour).is_some_and(|(from, to)| from > to) {
        table.wrong("this window runs backwards", "`from` ≤ `to`");
    }
    table.close();
    Some(window)
}

fn words(node: Node<'_>) -> Option<Words> {
    let table = node.table()?;
    let read = |key| {
        let list = table.need(key).map(|node| node.list()).unwrap_or_default();
        list.iter().filter_map(|node| node.text().map(str::to_lowercase)).collect()
    };
    let words = Words { ja: read("ja"), en: read("en") };
    table.close();
    Some(words)
}
