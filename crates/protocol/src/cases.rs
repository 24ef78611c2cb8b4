//! `cases.toml`: facts in, verdict out, run as tests.

use crate::diagnostic::Diagnostic;
use crate::files::{Files, Round};
use crate::reading::{Desk, Node, Table, Taken};
use crate::shared::answer;
use jiff::civil::Date;
use journey::facts::{FactValue, Facts};
use journey::protocol::{Library, Protocol};
use journey::screening::{Activation, Headline, Overrides, Verdict, screen};
use journey::slug::{FactId, ProtocolId, RuleId};
use std::collections::BTreeMap;
use std::fmt;

/// One case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Case {
    /// Whose case.
    pub protocol: ProtocolId,
    /// What it shows.
    pub name: String,
    /// The day on which everything was answered.
    pub on: Date,
    /// The answers.
    pub facts: Facts,
    /// The headline that must come out.
    pub expect: Headline,
    /// Rules that must be found.
    pub named: Vec<RuleId>,
    /// Rules that must not be found.
    pub absent: Vec<RuleId>,
    /// Facts that must be missing.
    pub missing: Vec<FactId>,
}

/// A case that came out otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseFailure {
    /// Whose case.
    pub protocol: ProtocolId,
    /// Its name.
    pub case: String,
    /// What differs.
    pub differs: Vec<String>,
}

impl fmt::Display for CaseFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.protocol, self.case, self.differs.join("; "))
    }
}

type Answers = BTreeMap<FactId, FactValue>;

/// Reads every case of a library that was loaded from the same texts; refuses unknown names and impossible answers.
pub fn read(library: &Library, texts: &BTreeMap<String, String>) -> Result<Vec<Case>, Vec<Diagnostic>> {
    let desk = Desk::default();
    let files = Files::sort(texts, &desk);
    let cases = check(library, &files, &desk);
    if desk.is_clean() { Ok(cases) } else { Err(desk.into_mistakes()) }
}

/// Runs cases with every weak and house rule approved and no conflict decided; tells which came out otherwise.
pub fn run(library: &Library, cases: &[Case]) -> Vec<CaseFailure> {
    cases.iter().filter_map(|case| run_one(library, case)).collect()
}

pub(crate) fn check(library: &Library, files: &Files<'_>, desk: &Desk) -> Vec<Case> {
    let round = Round { desk, library, sources: &[], protocols: &[] };
    let of = |protocol: &Protocol| {
        let file = files.of(&protocol.id, "cases.toml")?;
        Some(file.read(round, |table| cases(table, protocol)))
    };
    library.iter().filter_map(of).flatten().collect()
}

fn cases(file: Table<'_>, protocol: &Protocol) -> Vec<Case> {
    let baseline = file.get("baseline").and_then(|node| {
        let table = node.table()?;
        let facts = table.need("facts").map(answers);
        table.close();
        facts
    });
    let baseline = baseline.unwrap_or_default();
    let taken = Taken::default();
    let read = file.each("case", |table| case(table, protocol, &baseline, &taken));
    file.close();
    read
}

fn case(table: Table<'_>, protocol: &Protocol, baseline: &Answers, taken: &Taken) -> Option<Case> {
    let name = table.text("name");
    if name.as_ref().is_some_and(|name| !taken.take(name)) {
        table.wrong("this name is used twice", "a name for each case");
    }
    let on = table.need("on").and_then(|node| node.date());
    let mut given = match table.get("baseline").and_then(|node| node.truth()) {
        Some(false) => Answers::new(),
        Some(true) | None => baseline.clone(),
    };
    given.extend(table.get("facts").map(answers).unwrap_or_default());
    let expect = table.word("expect", &Headline::ALL.map(|headline| (headline.code(), headline)));
    let rules = || protocol.screening.iter().map(|rule| &rule.id);
    let (named, absent) = (table.references("named", "rule", rules()), table.references("absent", "rule", rules()));
    let missing = table.references("missing", "fact", protocol.facts.iter().map(|fact| &fact.id));
    table.close();
    let (name, on, expect) = (name?, on?, expect?);
    let mut facts = Facts::new();
    given.into_iter().for_each(|(fact, value)| facts.set(fact, value, on));
    Some(Case { protocol: protocol.id.clone(), name, on, facts, expect, named, absent, missing })
}

fn answers(node: Node<'_>) -> Answers {
    let vocabulary = node.cx.library.facts();
    let known = || vocabulary.facts.iter().map(|fact| fact.id.as_str());
    let mut found = Answers::new();
    for (key, value) in node.table().map(Table::entries).unwrap_or_default() {
        match vocabulary.facts.iter().find(|fact| fact.id.as_str() == key) {
            Some(fact) => found.extend(answer(value, fact).map(|answer| (fact.id.clone(), answer))),
            None => value.unknown(key, "fact", known()),
        }
    }
    found
}

fn run_one(library: &Library, case: &Case) -> Option<CaseFailure> {
    let protocol = library.get(&case.protocol)?;
    let approved = Activation::all_by("cases");
    let verdict = screen(protocol, library.facts(), &case.facts, case.on, &Overrides::none(), &approved);
    let differs = differences(case, &verdict);
    (!differs.is_empty()).then(|| CaseFailure { protocol: case.protocol.clone(), case: case.name.clone(), differs })
}

fn differences(case: &Case, verdict: &Verdict) -> Vec<String> {
    let (expected, got) = (case.expect.code(), verdict.headline().code());
    let headline = (expected != got).then(|| format!("expected {expected}, got {got}"));
    let silent = case.named.iter().filter(|rule| verdict.finding(rule).is_none());
    let loud = case.absent.iter().filter(|rule| verdict.finding(rule).is_some());
    let known = case.missing.iter().filter(|fact| !verdict.missing.contains(fact));
    headline
        .into_iter()
        .chain(silent.map(|rule| format!("{rule} was not found")))
        .chain(loud.map(|rule| format!("{rule} was found")))
        .chain(known.map(|fact| format!("{fact} is not missing")))
        .collect()
}
