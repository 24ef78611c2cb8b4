//! How well a statement is supported, in words, with its sources.

use crate::guest::Guest;
use crate::look::margin::Source as SourceNote;
use crate::wording::Wording;
use journey::evidence::{Address, Confidence, Evidence, Source};
use journey::protocol::Protocol;
use journey::slug::SourceId;
use journey::text::Lang;
use maud::{Markup, Render, html};

/// A grade in words.
pub(super) fn grade(words: Wording, confidence: Confidence) -> String {
    match confidence {
        Confidence::Strong => words.t("site-grade-strong"),
        Confidence::Moderate => words.t("site-grade-moderate"),
        Confidence::Weak => words.t("site-grade-weak"),
        Confidence::House => words.t("site-grade-house"),
        Confidence::Unverified => words.t("site-grade-unverified"),
    }
}

/// The sources of some statements, each once, with what other sources say.
pub(super) fn notes(guest: &Guest, protocol: &Protocol, statements: &[&Evidence]) -> Markup {
    let words = guest.words();
    html! {
        @for (source, confidence) in cited(protocol, statements) { (note(words, source, confidence)) }
        @if statements.iter().any(|one| one.source.is_empty()) { p { (words.t("site-no-source")) } }
        @for claim in other_claims(guest.lang, statements) { p { (words.with("site-conflict", &[("claim", claim)])) } }
    }
}

/// What other sources say, each once.
fn other_claims<'a>(lang: Lang, statements: &[&'a Evidence]) -> Vec<&'a str> {
    let mut claims: Vec<&str> = Vec::new();
    for claim in statements.iter().flat_map(|one| &one.conflict).map(|conflict| conflict.claim.get(lang)) {
        if !claims.contains(&claim) {
            claims.push(claim);
        }
    }
    claims
}

fn note(words: Wording, source: &Source, confidence: Confidence) -> Markup {
    let (citation, href) = (citation(source), address(&source.address));
    SourceNote { citation: &citation, confidence: &grade(words, confidence), href: href.as_deref() }.render()
}

/// Every source in the order in which it is first cited, with the weakest of the statements that rest on it.
fn cited<'a>(protocol: &'a Protocol, statements: &[&Evidence]) -> Vec<(&'a Source, Confidence)> {
    let mut order: Vec<(&SourceId, Confidence)> = Vec::new();
    for statement in statements {
        for id in &statement.source {
            match order.iter_mut().find(|(known, _)| *known == id) {
                Some((_, weakest)) => *weakest = (*weakest).max(statement.confidence),
                None => order.push((id, statement.confidence)),
            }
        }
    }
    let find = |id: &SourceId| protocol.sources.iter().find(|source| source.id == *id);
    order.into_iter().filter_map(|(id, confidence)| Some((find(id)?, confidence))).collect()
}

fn citation(source: &Source) -> String {
    let year = source.year.map(|year| format!(" ({year})")).unwrap_or_default();
    let place = match &source.address {
        Address::Registry(place) | Address::Place(place) => format!(". {place}"),
        Address::Url(_) | Address::Doi(_) => String::new(),
    };
    format!("{}{year}{place}", source.title)
}

fn address(address: &Address) -> Option<String> {
    match address {
        Address::Url(url) if url.starts_with("https://") || url.starts_with("http://") => Some(url.clone()),
        Address::Doi(doi) => Some(format!("https://doi.org/{doi}")),
        Address::Url(_) | Address::Registry(_) | Address::Place(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_page_and_a_doi_are_links() {
        assert_eq!(address(&Address::Doi("10.1/x".into())).as_deref(), Some("https://doi.org/10.1/x"));
        assert_eq!(address(&Address::Url("https://example.org/a".into())).as_deref(), Some("https://example.org/a"));
        assert_eq!(address(&Address::Url("javascript:alert(1)".into())), None);
        assert_eq!(address(&Address::Place("Journal 3".into())), None);
    }
}
