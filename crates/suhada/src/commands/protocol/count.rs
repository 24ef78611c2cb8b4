//! How much the protocols say, and on what it rests.

use super::super::{BadInput, Outcome};
use crate::protocols::{shown, texts};
use journey::evidence::Confidence;
use journey::protocol::{Library, Protocol};
use protocol::cases::{self, Case};
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;
use std::path::PathBuf;

/// `suhada protocol count`
#[derive(clap::Args)]
#[command(after_help = "Example: suhada protocol count --json")]
pub struct Count {
    /// Print the numbers as JSON.
    #[arg(long)]
    json: bool,
    /// Protocols from a folder instead of those built in.
    #[arg(long, value_name = "DIR")]
    protocols: Option<PathBuf>,
}

/// How many statements rest on each grade.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
struct Grades {
    strong: usize,
    moderate: usize,
    weak: usize,
    house: usize,
    unverified: usize,
}

/// One row of the table.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
struct Row {
    screening_rules: usize,
    spacing_rules: usize,
    bounds: usize,
    flags: usize,
    /// Every source the row's statements cite; the total counts a source once.
    sources: usize,
    cases: usize,
    statements: Grades,
}

/// The whole table.
#[derive(PartialEq, Eq, Debug, Serialize)]
struct Table {
    protocols: BTreeMap<String, Row>,
    /// What all of them share: products and scales.
    shared: Row,
    total: Row,
}

impl Count {
    /// Counts and prints.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let texts = texts(self.protocols.as_deref())?;
        let library = protocol::load(&texts).map_err(|mistakes| BadInput(shown(&mistakes)))?;
        let cases = cases::read(&library, &texts).map_err(|mistakes| BadInput(shown(&mistakes)))?;
        let table = Table::of(&library, &cases)?;
        if self.json {
            println!("{}", serde_json::to_string_pretty(&table)?);
        } else {
            table.print();
        }
        Ok(Outcome::Fine)
    }
}

impl Table {
    fn of(library: &Library, cases: &[Case]) -> anyhow::Result<Self> {
        let mut protocols = BTreeMap::new();
        for protocol in library.iter() {
            protocols.insert(protocol.id.to_string(), Row::of(protocol, cases)?);
        }
        let shared = Row {
            sources: library.sources.len(),
            statements: Grades::within(&serde_json::to_value((&library.products, &library.scales))?),
            ..Row::default()
        };
        let mut total = shared;
        protocols.values().for_each(|row| total += *row);
        let cited = library.iter().flat_map(|protocol| &protocol.sources).chain(&library.sources);
        total.sources = cited.map(|source| (&source.id, &source.title)).collect::<BTreeSet<_>>().len();
        Ok(Self { protocols, shared, total })
    }

    fn print(&self) {
        println!(
            "{:<18} {:>6} {:>7} {:>6} {:>5} {:>7} {:>5} | {:>6} {:>8} {:>5} {:>5} {:>10}",
            "",
            "rules",
            "spacing",
            "bounds",
            "flags",
            "sources",
            "cases",
            "strong",
            "moderate",
            "weak",
            "house",
            "unverified"
        );
        self.protocols.iter().for_each(|(id, row)| row.print(id));
        self.shared.print("shared");
        self.total.print("total");
    }
}

impl Row {
    fn of(protocol: &Protocol, cases: &[Case]) -> anyhow::Result<Self> {
        Ok(Self {
            screening_rules: protocol.screening.len(),
            spacing_rules: protocol.spacing.len(),
            bounds: protocol.bounds.len(),
            flags: protocol.recovery.flags.len(),
            sources: protocol.sources.len(),
            cases: cases.iter().filter(|case| case.protocol == protocol.id).count(),
            statements: Grades::within(&own(protocol)?),
        })
    }

    fn print(&self, name: &str) {
        let (row, grades) = (self, self.statements);
        println!(
            "{name:<18} {:>6} {:>7} {:>6} {:>5} {:>7} {:>5} | {:>6} {:>8} {:>5} {:>5} {:>10}",
            row.screening_rules,
            row.spacing_rules,
            row.bounds,
            row.flags,
            row.sources,
            row.cases,
            grades.strong,
            grades.moderate,
            grades.weak,
            grades.house,
            grades.unverified
        );
    }
}

impl AddAssign for Row {
    fn add_assign(&mut self, other: Self) {
        self.screening_rules += other.screening_rules;
        self.spacing_rules += other.spacing_rules;
        self.bounds += other.bounds;
        self.flags += other.flags;
        self.sources += other.sources;
        self.cases += other.cases;
        self.statements += other.statements;
    }
}

/// What a protocol says itself, without what it shares with others.
fn own(protocol: &Protocol) -> anyhow::Result<Value> {
    let mut whole = serde_json::to_value(protocol)?;
    if let Some(parts) = whole.as_object_mut() {
        ["products", "scales", "facts", "bands"].iter().for_each(|shared| drop(parts.remove(*shared)));
    }
    Ok(whole)
}

impl Grades {
    /// Counts every support in a stored text, so that no new kind of statement is forgotten here.
    fn within(stored: &Value) -> Self {
        let mut found = Self::default();
        match stored {
            Value::Object(parts) => {
                if let (Some(grade), true) = (parts.get("confidence"), parts.contains_key("force")) {
                    found.note(grade);
                }
                parts.values().for_each(|part| found += Self::within(part));
            }
            Value::Array(parts) => parts.iter().for_each(|part| found += Self::within(part)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
        found
    }

    fn note(&mut self, grade: &Value) {
        match Confidence::ALL.into_iter().find(|one| grade == one.code()) {
            Some(Confidence::Strong) => self.strong += 1,
            Some(Confidence::Moderate) => self.moderate += 1,
            Some(Confidence::Weak) => self.weak += 1,
            Some(Confidence::House) => self.house += 1,
            Some(Confidence::Unverified) => self.unverified += 1,
            None => {}
        }
    }
}

impl AddAssign for Grades {
    fn add_assign(&mut self, other: Self) {
        self.strong += other.strong;
        self.moderate += other.moderate;
        self.weak += other.weak;
        self.house += other.house;
        self.unverified += other.unverified;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_grade_is_counted_wherever_a_statement_stands_and_nowhere_else() {
        let support = |grade: &str| json!({ "source": [], "confidence": grade, "conflict": [], "force": "acts" });
        let stored = json!({
            "rules": [{ "evidence": support("weak") }, { "parts": { "evidence": support("weak") } }],
            "evidence": support("strong"),
            "confidence": "house",
        });
        assert_eq!(Grades::within(&stored), Grades { strong: 1, weak: 2, ..Grades::default() });
    }

    #[test]
    fn the_total_is_the_sum_of_the_rows_and_a_source_that_two_cite_counts_once() {
        let texts = texts(None).unwrap();
        let library = protocol::load(&texts).unwrap();
        let read = cases::read(&library, &texts).unwrap();
        let table = Table::of(&library, &read).unwrap();
        let rows = || table.protocols.values().chain([&table.shared]);
        assert_eq!(table.total.cases, read.len());
        assert_eq!(table.total.statements.house, rows().map(|row| row.statements.house).sum::<usize>());
        assert!(table.total.sources < rows().map(|row| row.sources).sum());
    }

    #[test]
    fn every_rule_of_a_protocol_is_at_least_one_statement() {
        let library = crate::protocols::library(None).unwrap();
        for protocol in library.iter() {
            let row = Row::of(protocol, &[]).unwrap();
            let grades = row.statements;
            let statements = grades.strong + grades.moderate + grades.weak + grades.house + grades.unverified;
            assert!(row.screening_rules + row.spacing_rules + row.bounds + row.flags < statements, "{}", protocol.id);
        }
    }
}
