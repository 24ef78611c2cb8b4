//! The same rules and answers for another engine, and what ours found.

use super::conversion::{answer, rule};
use super::verdicts::{Found, PASSES, Trial};
use anyhow::Context;
use journey::facts::Facts;
use journey::protocol::Protocol;
use journey::screening::Headline;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Writes `rules.json`, and one line for each set of answers into `facts.ndjson` and `found.ndjson`.
pub(super) fn write(folder: &Path, trial: &Trial<'_>) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let rules: Map<String, Value> =
        trial.protocols.iter().map(|protocol| (protocol.id.to_string(), rules(protocol, trial))).collect();
    let whole = json!({
        "headlines": Headline::ALL, "passes": PASSES, "rules": trial.rules(), "rules_left_out": trial.left_out,
        "protocols": rules,
    });
    lines(&folder.join("rules.json"), std::iter::once(whole))?;
    let facts = trial.sets.iter().filter_map(|(place, facts)| Some(set(trial.protocols.get(*place)?, facts)));
    lines(&folder.join("facts.ndjson"), facts)?;
    lines(&folder.join("found.ndjson"), trial.verdicts().map(|verdict| Found::from(&verdict)))
}

fn rules(protocol: &Protocol, trial: &Trial<'_>) -> Value {
    let each = protocol.screening.iter().map(|one| {
        let standing = trial.activation.standing(&one.id, &one.evidence);
        rule(one, standing.caps(one.headline), trial.on)
    });
    each.collect()
}

fn set(protocol: &Protocol, facts: &Facts) -> Value {
    let answers: Map<String, Value> =
        facts.iter().map(|(fact, given)| (fact.to_string(), answer(&given.value))).collect();
    json!({ "protocol": protocol.id, "facts": answers })
}

fn lines<T: Serialize>(file: &Path, each: impl Iterator<Item = T>) -> anyhow::Result<()> {
    let mut into = BufWriter::new(File::create(file).with_context(|| format!("{} cannot be written", file.display()))?);
    for one in each {
        serde_json::to_writer(&mut into, &one)?;
        into.write_all(b"\n")?;
    }
    Ok(into.flush()?)
}
