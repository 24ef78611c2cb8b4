//! Tests over symptoms.

use super::limits::depth_range;
use crate::reading::{Node, Table};
use journey::recovery::{Severity, SignTest, Symptom, SymptomAnswer, SymptomKind, Trend};

/// The severities by their words.
pub(super) fn severities() -> [(&'static str, Severity); 4] {
    Severity::ALL.map(|severity| (severity.code(), severity))
}

pub(crate) const TRENDS: [(&str, Trend); 2] =
    [("rising", Trend::Rising), ("rising-after-falling", Trend::RisingAfterFalling)];

/// The symptom that a key names.
pub(super) fn symptom<'s>(node: Node<'_>, symptoms: &'s [Symptom]) -> Option<&'s Symptom> {
    let id = node.reference("symptom", symptoms.iter().map(|symptom| &symptom.id))?;
    symptoms.iter().find(|symptom| symptom.id == id)
}

/// One test of a symptom or of the depth.
pub(super) fn sign_test(table: &Table<'_>, symptoms: &[Symptom]) -> Option<SignTest> {
    if let Some(depth) = table.get("depth_mm") {
        return depth_range(depth).map(SignTest::Depth);
    }
    let named = table.need("symptom");
    let (is, at_least) = (table.get("is"), table.get("at_least"));
    let (trend, beyond) = (table.get("trend"), table.get("beyond_expected"));
    let symptom = symptom(named?, symptoms)?;
    let id = symptom.id.clone();
    match (symptom.kind, is, at_least, trend, beyond) {
        (SymptomKind::YesNo, Some(is), None, None, None) => {
            let answer = is.word(&[("yes", SymptomAnswer::Yes), ("no", SymptomAnswer::No)])?;
            Some(SignTest::Is { symptom: id, answer })
        }
        (SymptomKind::Severity, None, Some(at_least), None, None) => {
            let severity = at_least.word(&severities())?;
            Some(SignTest::AtLeast { symptom: id, severity })
        }
        (SymptomKind::Severity, None, None, Some(trend), None) => {
            Some(SignTest::Moves { symptom: id, trend: trend.word(&TRENDS)? })
        }
        (SymptomKind::Severity, None, None, None, Some(beyond)) => {
            Some(SignTest::BeyondExpected { symptom: id, days: days(beyond)? })
        }
        _ => {
            table.wrong(format!("this test does not suit `{id}`"), suiting(symptom.kind));
            None
        }
    }
}

fn days(node: Node<'_>) -> Option<u16> {
    let table = node.table()?;
    let days = table.need("days").and_then(|node| node.whole());
    table.close();
    days
}

fn suiting(kind: SymptomKind) -> &'static str {
    match kind {
        SymptomKind::YesNo => "`is = \"yes\"` or `is = \"no\"`",
        SymptomKind::Severity => "one of `at_least`, `trend`, `beyond_expected`",
    }
}
