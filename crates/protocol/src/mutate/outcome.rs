//! Expected response, changed.

use super::Mutant;
use super::explained::kept_for_record;
use super::list::List;
use super::numbers::{decimal, whole};
use super::variant::{Variant, within};
use crate::cases::Part;
use journey::outcome::ExpectedResponse;
use journey::protocol::Protocol;

pub(super) fn mutants(protocol: &Protocol) -> Vec<Mutant> {
    let responses = List {
        part: Some(Part::Outcome),
        word: "response",
        items: |protocol| &mut protocol.outcome,
        name: |one| format!("{}-after-{}", one.indication, one.after_sessions),
        variants: |one, _| response(one),
        unseen: |one, _, _| kept_for_record(&one.evidence),
    };
    responses.mutants(protocol)
}

fn response(one: &ExpectedResponse) -> Vec<Variant<ExpectedResponse>> {
    let mut found = within(whole(one.after_sessions), "after_sessions", |after_sessions| ExpectedResponse {
        after_sessions,
        ..one.clone()
    });
    let points = decimal(one.improvement);
    found.extend(within(points, "improvement", |improvement| ExpectedResponse { improvement, ..one.clone() }));
    found
}
