//! Why a check-in came to its tier: every flag, whether it speaks, and each test of its condition.

mod words;

use super::answers::{CheckInAnswers, PerformedSession};
use super::flag::{Flag, Tier, Window};
use super::free_text::{Mention, Standing, read};
use super::sign::{Reading, SignTest};
use super::triage::{Triage, triage};
use crate::evidence::Force;
use crate::kleene::{Condition, Truth};
use crate::protocol::Protocol;
use crate::slug::RuleId;
use crate::text::{Bilingual, Lang};
use serde::Serialize;

/// Whether the hour of a flag has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hour {
    /// Not yet.
    Before,
    /// It speaks now.
    Open,
    /// No longer.
    After,
}

/// One node of a condition with what is known of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Trace {
    /// What is known of it.
    pub truth: Truth,
    /// What it asks: a test, or how its parts are joined.
    pub says: Bilingual,
    /// Its parts, in the order of the file.
    pub parts: Vec<Trace>,
}

/// One flag, whether it was raised or not.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct FlagTrace {
    /// The flag.
    pub flag: RuleId,
    /// How urgent it would be.
    pub tier: Tier,
    /// What it says.
    pub says: Bilingual,
    /// Whether it takes part in decisions at all.
    pub force: Force,
    /// Whether its hour has come.
    pub hour: Hour,
    /// Its condition.
    pub trace: Trace,
    /// Its words in the free text, and how they stand there.
    pub words: Vec<Mention>,
}

/// A triage with everything that led to it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Explanation {
    /// What it came to.
    pub triage: Triage,
    /// Every flag of the protocol, in the order of the file.
    pub flags: Vec<FlagTrace>,
}

/// Judges a check-in as [`triage`] does, and tells why.
pub fn explain(
    protocol: &Protocol,
    now: &CheckInAnswers,
    earlier: &[CheckInAnswers],
    session: &PerformedSession,
) -> Explanation {
    let reading = Reading { protocol, now, earlier, session };
    let flags = protocol.recovery.flags.iter().map(|flag| flag_trace(flag, &reading)).collect();
    Explanation { triage: triage(protocol, now, earlier, session), flags }
}

fn flag_trace(flag: &Flag, reading: &Reading<'_>) -> FlagTrace {
    FlagTrace {
        flag: flag.id.clone(),
        tier: flag.tier,
        says: flag.says.clone(),
        force: if flag.evidence.acts() { Force::Acts } else { Force::KeptForRecord },
        hour: flag.window.hour(reading.now.hours_since_end),
        trace: trace(&flag.when, reading),
        words: read(&reading.now.free_text, &flag.words),
    }
}

impl Window {
    fn hour(&self, hour: u32) -> Hour {
        match (self.from_hour, self.contains(hour)) {
            (_, true) => Hour::Open,
            (Some(from), false) if hour < from => Hour::Before,
            (_, false) => Hour::After,
        }
    }
}

fn trace(condition: &Condition<SignTest>, reading: &Reading<'_>) -> Trace {
    let truth = condition.evaluate(&|test: &SignTest| test.holds(reading));
    let (says, parts) = match condition {
        Condition::Test(test) => (words::test(test, reading), Vec::new()),
        Condition::All(parts) => (words::all(), parts.iter().map(|part| trace(part, reading)).collect()),
        Condition::Any(parts) => (words::any(), parts.iter().map(|part| trace(part, reading)).collect()),
        Condition::Not(part) => (words::not(), vec![trace(part, reading)]),
    };
    Trace { truth, says, parts }
}

impl FlagTrace {
    /// Whether it was raised.
    pub fn is_raised(&self) -> bool {
        let told = self.words.iter().any(|mention| mention.standing == Standing::Reported);
        self.force == Force::Acts && self.hour == Hour::Open && (self.trace.truth == Truth::True || told)
    }
}

impl Explanation {
    /// The whole as an indented tree, one line for each flag, test and word.
    pub fn tree(&self, lang: Lang) -> String {
        let mut lines = vec![words::tier(self.triage.tier).get(lang).to_owned()];
        for flag in &self.flags {
            lines.push(words::flag(flag).get(lang).to_owned());
            branch(&flag.trace, lang, 1, &mut lines);
            lines.extend(flag.words.iter().map(|mention| format!("  {}", words::mention(mention).get(lang))));
        }
        let doubts = self.triage.contradictions.iter();
        lines.extend(doubts.map(|doubt| format!("? {}", doubt.says.get(lang))));
        lines.join("\n")
    }
}

fn branch(trace: &Trace, lang: Lang, depth: usize, lines: &mut Vec<String>) {
    lines.push(format!("{}{} {}", "  ".repeat(depth), words::mark(trace.truth), trace.says.get(lang)));
    trace.parts.iter().for_each(|part| branch(part, lang, depth + 1, lines));
}
