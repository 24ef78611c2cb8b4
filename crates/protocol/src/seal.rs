//! What a protocol refers to, and the hash over all of it.

use journey::evidence::{Evidence, Source};
use journey::facts::FactTest;
use journey::kleene::Condition;
use journey::protocol::{ContentHash, Library, Protocol};
use journey::screening::Rule;
use journey::slug::FactId;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Puts into a protocol the facts, scales and sources it refers to, and seals it with its hash.
pub(crate) fn seal(
    mut protocol: Protocol,
    library: &Library,
    cited: Vec<Source>,
) -> Result<Protocol, serde_json::Error> {
    let asked = facts(&protocol);
    let all_facts = library.facts().facts.iter();
    protocol.facts = all_facts.filter(|fact| asked.contains(&fact.id)).cloned().collect();
    let measured = |id| protocol.outcome.iter().any(|expected| &expected.scale == id);
    protocol.scales = library.scales.iter().filter(|scale| measured(&scale.id)).cloned().collect();
    protocol.sources = sources(&protocol, library, cited);
    protocol.hash = content_hash(&protocol)?;
    Ok(protocol)
}

/// The hash of a protocol's content: of everything in it but the hash it carries.
///
/// A stored version is sound if this equals its `hash`.
pub fn content_hash(protocol: &Protocol) -> Result<ContentHash, serde_json::Error> {
    let unsealed = Protocol { hash: ContentHash::UNSEALED, ..protocol.clone() };
    let json = serde_json::to_vec(&unsealed)?;
    Ok(ContentHash::new(Sha256::digest(json).into()))
}

fn facts(protocol: &Protocol) -> BTreeSet<FactId> {
    let bounds = protocol.bounds.iter().filter_map(|bound| bound.when.as_ref());
    let care = protocol.catalogue.aftercare.iter().filter_map(|care| care.when.as_ref());
    let tested = bounds.chain(care).flat_map(Condition::<FactTest>::facts);
    protocol.screening.iter().flat_map(Rule::facts).chain(tested).collect()
}

/// What the protocol cites itself, and what its products and scales cite; by name.
fn sources(protocol: &Protocol, library: &Library, mut cited: Vec<Source>) -> Vec<Source> {
    let products = protocol.products.iter().flat_map(|product| {
        let limits = product.limits.iter().map(|limit| &limit.evidence);
        let dilutions = product.dilutions.iter().map(|dilution| &dilution.evidence);
        let use_within = product.use_within.iter().map(|within| &within.evidence);
        std::iter::once(&product.evidence).chain(limits).chain(dilutions).chain(use_within)
    });
    let scales = protocol.scales.iter().map(|scale| &scale.evidence);
    let evidence: Vec<&Evidence> = products.chain(scales).collect();
    let referred = library.sources.iter().filter(|source| {
        let cites = |one: &&Evidence| {
            one.source.contains(&source.id) || one.conflict.iter().any(|c| c.source.contains(&source.id))
        };
        evidence.iter().any(cites)
    });
    cited.extend(referred.cloned());
    cited.sort_by(|a, b| a.id.cmp(&b.id));
    cited.dedup_by(|a, b| a.id == b.id);
    cited
}
