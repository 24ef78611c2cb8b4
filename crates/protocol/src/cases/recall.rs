//! `[[recall]]`: the last session in, whether somebody is due out.

use super::answers::otherwise;
use crate::reading::Table;
use jiff::civil::Date;
use journey::protocol::Protocol;
use journey::recall::due;

const DUE: (&str, &str) = ("due", "due");
const NOT_DUE: (&str, &str) = ("not-due", "not-due");

/// The last session and a day, and whether the patient is due then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct RecallCase {
    last: Date,
    today: Date,
    expect: &'static str,
    from: Option<Date>,
    to: Option<Date>,
}

pub(super) fn read(table: &Table<'_>) -> Option<RecallCase> {
    let day = |key| table.need(key).and_then(|node| node.date());
    let (last, today) = (day("last"), day("today"));
    let expect = table.word("expect", &[DUE, NOT_DUE]);
    let end = |key| table.get(key).and_then(|node| node.date());
    let (from, to) = (end("from"), end("to"));
    Some(RecallCase { last: last?, today: today?, expect: expect?, from, to })
}

impl RecallCase {
    pub fn differs(&self, protocol: &Protocol) -> Vec<String> {
        let recall = due(protocol, self.last, self.today);
        let got = if recall.is_some() { DUE.0 } else { NOT_DUE.0 };
        let day = |what, expected: Option<Date>, got: Option<Date>| {
            let got = got.map_or_else(|| "none".to_owned(), |day| day.to_string());
            expected.and_then(|expected| otherwise(what, &expected.to_string(), &got))
        };
        let (from, to) = (recall.as_ref().map(|one| one.window_from), recall.as_ref().map(|one| one.window_to));
        [otherwise("", self.expect, got), day("from: ", self.from, from), day("to: ", self.to, to)]
            .into_iter()
            .flatten()
            .collect()
    }
}
