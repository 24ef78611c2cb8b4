//! `[[recall]]`: the last session in, whether somebody is due out.

use super::About;
use super::answers::otherwise;
use super::window::another_day;
use crate::reading::Table;
use jiff::civil::Date;
use journey::protocol::Protocol;
use journey::recall::{Course, Lasting, Observed, due_for};
use journey::slug::IndicationId;

const DUE: (&str, &str) = ("due", "due");
const NOT_DUE: (&str, &str) = ("not-due", "not-due");

/// The last session, what was seen of earlier ones and a day, and whether the patient is due then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct RecallCase {
    course: Course,
    today: Date,
    expect: &'static str,
    from: Option<Date>,
    to: Option<Date>,
    usual_days: Option<u32>,
}

pub(super) fn read(table: &Table<'_>, about: &About<'_>) -> Option<RecallCase> {
    let indication = indication(table, about.protocol);
    let day = |key| table.need(key).and_then(|node| node.date());
    let (last, today) = (day("last"), day("today"));
    let observed = table.each("observed", observed);
    let expect = table.word("expect", &[DUE, NOT_DUE]);
    let end = |key| table.get(key).and_then(|node| node.date());
    let (earliest, from, to) = (end("earliest"), end("from"), end("to"));
    let usual_days = table.get("usual_days").and_then(|node| node.whole());
    let course = Course { indication: indication?, last_session: last?, observed, earliest };
    Some(RecallCase { course, today: today?, expect: expect?, from, to, usual_days })
}

/// What the course is for; it need not be said where nothing hangs on it.
fn indication(table: &Table<'_>, protocol: &Protocol) -> Option<IndicationId> {
    let known = || protocol.indications.iter().map(|one| &one.id);
    if let Some(node) = table.get("indication") {
        return node.reference("indication", known());
    }
    if !protocol.effects.is_empty() && known().count() > 1 {
        table.wrong("what was it for?", "an `indication`, for effects last differently");
    }
    known().next().cloned()
}

fn observed(table: Table<'_>) -> Option<Observed> {
    let treated = table.need("on").and_then(|node| node.date());
    let seen = match (table.get("faded"), table.get("still")) {
        (Some(faded), None) => faded.date().map(|on| (on, Lasting::Faded)),
        (None, Some(still)) => still.date().map(|on| (on, Lasting::StillThere)),
        _ => {
            table.wrong("what was seen?", "exactly one of `faded` and `still`");
            None
        }
    };
    table.close();
    let (on, lasting) = seen?;
    Some(Observed { treated: treated?, on, lasting })
}

impl RecallCase {
    pub fn differs(&self, protocol: &Protocol) -> Vec<String> {
        let recall = due_for(protocol, &self.course, self.today);
        let got = if recall.is_some() { DUE.0 } else { NOT_DUE.0 };
        let (from, to) = recall.as_ref().map(|one| (one.window_from, one.window_to)).unzip();
        let estimate = recall.as_ref().and_then(|one| one.estimate);
        let usual = self.usual_days.and_then(|wanted| {
            let got = estimate.map_or_else(|| "none".to_owned(), |estimate| estimate.usual_days.to_string());
            otherwise("usual days: ", &wanted.to_string(), &got)
        });
        let days = [another_day("from: ", self.from, from), another_day("to: ", self.to, to)];
        otherwise("", self.expect, got).into_iter().chain(days.into_iter().flatten()).chain(usual).collect()
    }
}
