//! `[[outcome]]`: scores in, an honest answer out.

use super::About;
use super::answers::otherwise;
use super::history::indication;
use crate::reading::Table;
use journey::outcome::{Response, Score, response};
use journey::protocol::Protocol;
use journey::slug::IndicationId;

/// The scores of a course, and what they must say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct OutcomeCase {
    indication: IndicationId,
    sessions: u16,
    scores: Vec<Score>,
    expect: &'static str,
}

/// The words of every response; what may be done otherwise is not compared.
fn words() -> [(&'static str, &'static str); 4] {
    let responses = [
        Response::TooEarly,
        Response::AsExpected,
        Response::NotResponding { options: Vec::new() },
        Response::NoEvidence,
    ];
    responses.map(|response| (response.code(), response.code()))
}

pub(super) fn read(table: &Table<'_>, about: &About<'_>) -> Option<OutcomeCase> {
    let indication = indication(table, about);
    let sessions = table.need("sessions").and_then(|node| node.whole());
    let scores = table.each("scores", score);
    let expect = table.word("expect", &words());
    Some(OutcomeCase { indication: indication?, sessions: sessions?, scores, expect: expect? })
}

fn score(table: Table<'_>) -> Option<Score> {
    let scales = &table.cx.library.scales;
    let scale = table.need("scale").and_then(|node| node.reference("scale", scales.iter().map(|scale| &scale.id)));
    let on = table.need("on").and_then(|node| node.date());
    let node = table.need("value");
    let value = node.and_then(|node| node.decimal());
    let known = scales.iter().find(|one| Some(&one.id) == scale.as_ref());
    if let (Some(node), Some(value), Some(known)) = (node, value, known)
        && let Err(refused) = known.accepts(value)
    {
        node.wrong(refused.to_string(), "a score of this scale");
    }
    table.close();
    Some(Score { scale: scale?, value: value?, on: on? })
}

impl OutcomeCase {
    pub fn differs(&self, protocol: &Protocol) -> Vec<String> {
        let got = response(protocol, &self.indication, self.sessions, &self.scores);
        otherwise("", self.expect, got.code()).into_iter().collect()
    }
}
