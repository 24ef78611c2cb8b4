//! Where a statement comes from and how far it carries, in words.

use crate::wording::Wording;
use journey::evidence::{Address, Confidence, Evidence, Source};
use journey::slug::SourceId;
use maud::{Markup, html};

/// The word for a confidence.
pub(in crate::console) fn confidence(words: Wording, grade: Confidence) -> String {
    match grade {
        Confidence::Strong => words.t("evidence-strong"),
        Confidence::Moderate => words.t("evidence-moderate"),
        Confidence::Weak => words.t("evidence-weak"),
        Confidence::House => words.t("evidence-house"),
        Confidence::Unverified => words.t("evidence-unverified"),
    }
}

/// The support of a statement: its sources, how far they carry, and what other sources say.
pub(in crate::console) fn support(words: Wording, sources: &[Source], evidence: &Evidence) -> Markup {
    html! {
        (cited(words, sources, &evidence.source, evidence.confidence))
        @for conflict in &evidence.conflict {
            p.hint { (words.t("evidence-conflict")) (conflict.claim.get(words.lang())) }
            (reference_of(sources, &conflict.source))
        }
    }
}

/// Sources by name, with the word for their confidence.
pub(in crate::console) fn cited(words: Wording, sources: &[Source], ids: &[SourceId], grade: Confidence) -> Markup {
    html! {
        p.source.grade { (confidence(words, grade)) @if ids.is_empty() { (words.t("list-gap")) (words.t("evidence-no-source")) } }
        (reference_of(sources, ids))
    }
}

/// Sources by name, without a word on how far they carry.
pub(in crate::console) fn reference_of(sources: &[Source], ids: &[SourceId]) -> Markup {
    html! { @for source in known(sources, ids) { p.source { (reference(source)) } } }
}

fn known<'a>(sources: &'a [Source], ids: &'a [SourceId]) -> impl Iterator<Item = &'a Source> {
    ids.iter().filter_map(|id| sources.iter().find(|source| &source.id == id))
}

/// A source as a link where it has an address that can be opened.
pub(super) fn reference(source: &Source) -> Markup {
    match href(source) {
        Some(href) => html! { a href=(href) rel="noopener" { (citation(source)) } },
        None => html! { (citation(source)) },
    }
}

fn citation(source: &Source) -> String {
    let year = source.year.map(|year| format!(" ({year})")).unwrap_or_default();
    let place = match &source.address {
        Address::Registry(number) => format!(" {number}"),
        Address::Place(place) => format!(" {place}"),
        Address::Url(_) | Address::Doi(_) => String::new(),
    };
    format!("{}{year}{place}", source.title)
}

fn href(source: &Source) -> Option<String> {
    match &source.address {
        Address::Url(url) => Some(url.clone()),
        Address::Doi(doi) => Some(format!("https://doi.org/{doi}")),
        Address::Registry(_) | Address::Place(_) => None,
    }
}
