//! `[[outcome]]`: scores in, an honest answer out.

use super::About;
use super::answers::otherwise;
use super::history::indication;
use super::score::{Given, score};
use crate::reading::Table;
use journey::outcome::{Response, Score, response};
use journey::protocol::{Library, Protocol};
use journey::slug::IndicationId;

/// The scores of a course, and what they must say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct OutcomeCase {
    indication: IndicationId,
    sessions: u16,
    scores: Vec<Given>,
    expect: &'static str,
}

/// The words of every response; what may be done otherwise is not compared.
fn words() -> [(&'static str, &'static str); 5] {
    let responses = [
        Response::TooEarly { sessions_needed: 0 },
        Response::AsExpected,
        Response::NotResponding { options: Vec::new() },
        Response::Worse { options: Vec::new() },
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

impl OutcomeCase {
    pub fn differs(&self, library: &Library, protocol: &Protocol) -> Vec<String> {
        let made: Vec<_> = self.scores.iter().map(|given| (given, given.scored(library, protocol))).collect();
        let scores: Vec<Score> = made.iter().filter_map(|(_, scored)| scored.clone().ok()).collect();
        let got = response(protocol, &self.indication, self.sessions, &scores);
        let otherwise = otherwise("", self.expect, got.code());
        let scored = made.iter().flat_map(|(given, scored)| given.differs(library, protocol, scored));
        otherwise.into_iter().chain(scored).collect()
    }
}
