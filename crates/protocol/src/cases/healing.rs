//! `[[healing]]`: what was done in, what a patient is told to expect on each day out.

use super::About;
use super::history::performed;
use crate::reading::{Node, Table};
use jiff::Timestamp;
use journey::protocol::Protocol;
use journey::recovery::{PerformedSession, Severity, check_ins, expected};
use journey::slug::SymptomId;

/// What is expected of one symptom, and when somebody asks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct HealingCase {
    session: PerformedSession,
    curve: Option<(SymptomId, Vec<Day>)>,
    check_ins: Option<Vec<u16>>,
}

/// One day of the curve.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Day {
    day: u16,
    usual: Severity,
    upper: Severity,
}

pub(super) fn read(table: &Table<'_>, about: &About<'_>) -> Option<HealingCase> {
    let session = performed(table);
    let symptoms = about.protocol.recovery.symptoms.iter().map(|symptom| &symptom.id);
    let symptom = table.get("symptom").and_then(|node| node.reference("symptom", symptoms));
    let days = table.each("days", day);
    let asked = table.get("check_ins").map(|node| node.list().iter().filter_map(Node::whole).collect());
    if (symptom.is_none() || days.is_empty()) && asked.is_none() {
        table.wrong("this case shows nothing", "`symptom` with `days`, or `check_ins`");
    }
    Some(HealingCase { session, curve: symptom.map(|symptom| (symptom, days)), check_ins: asked })
}

fn day(table: Table<'_>) -> Option<Day> {
    let words = Severity::ALL.map(|severity| (severity.code(), severity));
    let day = table.need("day").and_then(|node| node.whole());
    let (usual, upper) = (table.word("usual", &words), table.word("upper", &words));
    table.close();
    Some(Day { day: day?, usual: usual?, upper: upper? })
}

impl HealingCase {
    pub fn differs(&self, protocol: &Protocol) -> Vec<String> {
        let asked = check_ins(protocol, Timestamp::UNIX_EPOCH).into_iter().map(|one| one.day).collect::<Vec<_>>();
        let other = self.check_ins.as_ref().filter(|days| **days != asked);
        let (symptom, days) = match &self.curve {
            Some((symptom, days)) => (Some(symptom), days.as_slice()),
            None => (None, [].as_slice()),
        };
        let curve = days.iter().zip(symptom.into_iter().cycle());
        other
            .map(|_| format!("somebody asks on days {asked:?}"))
            .into_iter()
            .chain(curve.filter_map(|(day, symptom)| self.day_differs(protocol, symptom, day)))
            .collect()
    }

    fn day_differs(&self, protocol: &Protocol, symptom: &SymptomId, wanted: &Day) -> Option<String> {
        let signs = expected(protocol, self.session, wanted.day).map(|day| day.signs).unwrap_or_default();
        let told: Vec<(Severity, Severity)> =
            signs.iter().filter(|sign| &sign.symptom == symptom).map(|sign| (sign.usual, sign.upper)).collect();
        let same = told == [(wanted.usual, wanted.upper)];
        (!same).then(|| format!("{symptom} is expected otherwise on day {}", wanted.day))
    }
}
