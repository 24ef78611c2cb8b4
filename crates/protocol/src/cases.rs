//! `cases.toml`: a situation in, what must come out; run as tests.

mod answers;
mod date;
mod day;
mod dilution;
mod healing;
mod history;
mod operator;
mod outcome;
mod recall;
mod score;
mod screening;
mod setting;
mod settings;
mod triage;
mod vial;
mod window;

use crate::diagnostic::Diagnostic;
use crate::files::{Files, Round};
use crate::reading::{Desk, Table, Taken};
use answers::{Answers, baseline};
use journey::protocol::{Library, Protocol};
use journey::slug::ProtocolId;
use std::collections::BTreeMap;
use std::fmt;

/// One case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Case {
    /// Whose case.
    pub protocol: ProtocolId,
    /// What it shows; no two cases of a protocol share a name.
    pub name: String,
    shows: Shows,
}

/// Which part of a protocol a case looks at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Part {
    /// Who may have it.
    Screening,
    /// When the next session may be.
    Course,
    /// What may be set.
    Session,
    /// How it heals.
    Recovery,
    /// Whether it works.
    Outcome,
    /// When to come back.
    Recall,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Shows {
    Screening(screening::ScreeningCase),
    Date(date::DateCase),
    Setting(setting::SettingCase),
    Dilution(dilution::DilutionCase),
    Triage(triage::TriageCase),
    Healing(healing::HealingCase),
    Outcome(outcome::OutcomeCase),
    Recall(recall::RecallCase),
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

/// Whose cases are read, and what lies under all of them.
struct About<'a> {
    protocol: &'a Protocol,
    baseline: &'a Answers,
}

/// Reads every case of a library that was loaded from the same texts; refuses unknown names and impossible answers.
pub fn read(library: &Library, texts: &BTreeMap<String, String>) -> Result<Vec<Case>, Vec<Diagnostic>> {
    let desk = Desk::default();
    let files = Files::sort(texts, &desk);
    let cases = check(library, &files, &desk);
    if desk.is_clean() { Ok(cases) } else { Err(desk.into_mistakes()) }
}

/// Runs cases with every weak and house rule approved and no conflict decided but those that a case decides; tells
/// which came out otherwise.
pub fn run(library: &Library, cases: &[Case]) -> Vec<CaseFailure> {
    let failure = |case: &Case| {
        let differs = case.differs(library);
        let failed = !differs.is_empty();
        failed.then(|| CaseFailure { protocol: case.protocol.clone(), case: case.name.clone(), differs })
    };
    cases.iter().filter_map(failure).collect()
}

impl Case {
    /// Which part of the protocol it looks at.
    pub const fn part(&self) -> Part {
        match self.shows {
            Shows::Screening(_) => Part::Screening,
            Shows::Date(_) => Part::Course,
            Shows::Setting(_) | Shows::Dilution(_) => Part::Session,
            Shows::Triage(_) | Shows::Healing(_) => Part::Recovery,
            Shows::Outcome(_) => Part::Outcome,
            Shows::Recall(_) => Part::Recall,
        }
    }

    /// What comes out otherwise than expected; nothing where the case holds.
    pub(crate) fn differs(&self, library: &Library) -> Vec<String> {
        let Some(protocol) = library.get(&self.protocol) else {
            return vec![format!("there is no protocol {}", self.protocol)];
        };
        match &self.shows {
            Shows::Screening(case) => case.differs(library, protocol),
            Shows::Date(case) => case.differs(library, protocol),
            Shows::Setting(case) => case.differs(library, protocol),
            Shows::Dilution(case) => case.differs(protocol),
            Shows::Triage(case) => case.differs(protocol),
            Shows::Healing(case) => case.differs(protocol),
            Shows::Outcome(case) => case.differs(library, protocol),
            Shows::Recall(case) => case.differs(protocol),
        }
    }
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
    let baseline = baseline(&file);
    let about = About { protocol, baseline: &baseline };
    let taken = Taken::default();
    let read = [
        each(&file, "case", &about, &taken, |table, about| screening::read(table, about).map(Shows::Screening)),
        each(&file, "date", &about, &taken, |table, about| date::read(table, about).map(Shows::Date)),
        each(&file, "setting", &about, &taken, |table, about| setting::read(table, about).map(Shows::Setting)),
        each(&file, "dilution", &about, &taken, |table, about| dilution::read(table, about).map(Shows::Dilution)),
        each(&file, "triage", &about, &taken, |table, about| triage::read(table, about).map(Shows::Triage)),
        each(&file, "healing", &about, &taken, |table, about| healing::read(table, about).map(Shows::Healing)),
        each(&file, "outcome", &about, &taken, |table, about| outcome::read(table, about).map(Shows::Outcome)),
        each(&file, "recall", &about, &taken, |table, about| recall::read(table, about).map(Shows::Recall)),
    ];
    file.close();
    read.into_iter().flatten().collect()
}

/// Every case of one kind.
fn each(
    file: &Table<'_>,
    kind: &'static str,
    about: &About<'_>,
    taken: &Taken,
    read: fn(&Table<'_>, &About<'_>) -> Option<Shows>,
) -> Vec<Case> {
    file.each(kind, |table| {
        let name = table.text("name");
        if name.as_ref().is_some_and(|name| !taken.take(name)) {
            table.wrong("this name is used twice", "a name for each case");
        }
        let shows = read(&table, about);
        table.close();
        Some(Case { protocol: about.protocol.id.clone(), name: name?, shows: shows? })
    })
}
