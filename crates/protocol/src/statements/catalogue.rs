//! What patients read.

use super::aspect::Field;
use super::part::Part;
use super::statement::Statement;
use super::{Teller, care};
use journey::catalogue::{Claim, Risk, Treatment};

/// The page, its claims and risks, the alternatives and the aftercare.
pub(super) fn statements(teller: &Teller<'_>) -> Vec<Statement> {
    let Treatment { mechanism, feel, for_whom, not_for, downtime, claims, risks, alternatives, aftercare } =
        &teller.protocol.catalogue;
    let page = Statement::new(Part::Page, "page", Part::Page.heading())
        .wording(Field::Mechanism, mechanism)
        .wording(Field::Feel, feel)
        .wording(Field::ForWhom, for_whom)
        .wording(Field::NotFor, not_for)
        .wording(Field::Downtime, downtime);
    let claims = claims.iter().enumerate().map(|(at, one)| claim(at, one));
    let risks = risks.iter().enumerate().map(|(at, one)| risk(at, one));
    let others = alternatives
        .iter()
        .enumerate()
        .map(|(at, says)| Statement::unnamed(Part::Alternative, at, says).wording(Field::Says, says));
    let care = aftercare.iter().enumerate().map(|(at, one)| care::aftercare(teller, at, one));
    std::iter::once(page).chain(claims).chain(risks).chain(others).chain(care).collect()
}

fn claim(at: usize, claim: &Claim) -> Statement {
    let Claim { says, in_words, evidence } = claim;
    Statement::unnamed(Part::Claim, at, says)
        .wording(Field::Says, says)
        .wording(Field::InWords, in_words)
        .supported(evidence)
}

fn risk(at: usize, risk: &Risk) -> Statement {
    let Risk { says, how_often, evidence } = risk;
    Statement::unnamed(Part::Risk, at, says)
        .wording(Field::Says, says)
        .wording_any(Field::HowOften, how_often.as_ref())
        .supported(evidence)
}
