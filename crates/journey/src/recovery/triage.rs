//! From answers to a tier.

use super::answers::{Asked, CheckInAnswers, PerformedSession};
use super::flag::{DeadlineKind, Flag, NextSession, Reader, SignClass, Tier};
use super::free_text::mentions;
use super::sign::{Reading, SignTest};
use crate::kleene::Truth;
use crate::protocol::Protocol;
use crate::slug::{RuleId, SourceId, SymptomId};
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// One flag that is raised.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RecoveryFinding {
    /// The flag.
    pub flag: RuleId,
    /// How urgent it is.
    pub tier: Tier,
    /// What was seen.
    pub says: Bilingual,
    /// What to do.
    pub advice: Bilingual,
    /// What the symptom is.
    pub class: SignClass,
    /// What it means for the next session.
    pub next_session: NextSession,
    /// The sources.
    pub source: Vec<SourceId>,
}

/// Whether a person must read what the patient wrote.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HumanReader {
    /// Yes.
    Needed,
    /// No.
    NotNeeded,
}

/// What a check-in comes to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Triage {
    /// How urgent it is.
    pub tier: Tier,
    /// What was found, most urgent first.
    pub findings: Vec<RecoveryFinding>,
    /// Unanswered questions that could still raise the tier; asked again.
    pub ask_again: Vec<SymptomId>,
    /// The tier that the worst answer to the open questions would mean.
    pub worst_open: Option<Tier>,
    /// By when somebody must answer.
    pub deadline: Option<DeadlineKind>,
    /// Who answers.
    pub role: Option<Reader>,
    /// Whether a person must read what the patient wrote.
    pub needs_human_reader: HumanReader,
}

/// Judges one check-in. Pass all earlier check-ins of the session, the oldest first.
///
/// A question that is open the first time is asked again. If it stays open it is a nurse's task for the next working
/// day, or a doctor's the same day where the worst answer would be tier 2 or 3. A blank is never an emergency by
/// itself. Free text only raises, and always needs a human reader; so does a symptom that no curve can judge.
pub fn triage(
    protocol: &Protocol,
    now: &CheckInAnswers,
    earlier: &[CheckInAnswers],
    session: &PerformedSession,
) -> Triage {
    let reading = Reading { protocol, now, earlier, session };
    let flags = || {
        let acting = protocol.recovery.flags.iter().filter(|flag| flag.evidence.acts());
        acting.filter(|flag| flag.window.contains(now.hours_since_end))
    };
    let mut raised: Vec<&Flag> = flags().filter(|flag| is_raised(flag, &reading)).collect();
    raised.sort_by_key(|flag| Reverse(flag.tier));
    let open: Vec<&Flag> = flags().filter(|flag| holds(flag, &reading) == Truth::Unknown).collect();
    conclude(&reading, &raised, &open)
}

fn holds(flag: &Flag, reading: &Reading<'_>) -> Truth {
    flag.when.evaluate(&|test: &SignTest| test.holds(reading))
}

fn is_raised(flag: &Flag, reading: &Reading<'_>) -> bool {
    holds(flag, reading) == Truth::True || mentions(&reading.now.free_text, &flag.words)
}

fn conclude(reading: &Reading<'_>, raised: &[&Flag], open: &[&Flag]) -> Triage {
    let found = raised.iter().map(|flag| flag.tier).max().unwrap_or(Tier::Tier0);
    let above: Vec<&Flag> = open.iter().copied().filter(|flag| flag.tier > found).collect();
    let ask_again = unanswered(reading, &above);
    let asking = |flag: &&&Flag| !unanswered(reading, &[flag]).is_empty();
    let worst_open = above.iter().filter(asking).map(|flag| flag.tier).max();
    let tier = found.max(left_open(reading.now.asked, worst_open));
    let unjudged = open.iter().any(|flag| unanswered(reading, &[flag]).is_empty());
    let written = !reading.now.free_text.trim().is_empty();
    let reader = raised.iter().filter(|flag| flag.tier == tier).map(|flag| flag.reader).max();
    Triage {
        tier,
        findings: raised.iter().map(|flag| finding(flag)).collect(),
        ask_again,
        worst_open,
        deadline: tier.deadline(),
        role: tier.deadline().map(|_| reader.unwrap_or(tier.reader())),
        needs_human_reader: if written || unjudged { HumanReader::Needed } else { HumanReader::NotNeeded },
    }
}

/// What open questions mean once they were asked twice.
fn left_open(asked: Asked, worst_open: Option<Tier>) -> Tier {
    match (asked, worst_open) {
        (Asked::Once, _) | (_, None) => Tier::Tier0,
        (Asked::Again, Some(Tier::Tier0 | Tier::Tier1)) => Tier::Tier1,
        (Asked::Again, Some(Tier::Tier2 | Tier::Tier3)) => Tier::Tier2,
    }
}

/// The symptoms without an answer on which the flags hang, in the order of the check-in.
fn unanswered(reading: &Reading<'_>, flags: &[&Flag]) -> Vec<SymptomId> {
    let hanging: Vec<&SymptomId> = flags
        .iter()
        .flat_map(|flag| flag.when.open(&|test: &SignTest| test.holds(reading)))
        .filter_map(SignTest::symptom)
        .filter(|symptom| !reading.now.answers.contains_key(*symptom))
        .collect();
    let asked = reading.protocol.recovery.symptoms.iter().map(|symptom| &symptom.id);
    asked.filter(|symptom| hanging.contains(symptom)).cloned().collect()
}

fn finding(flag: &Flag) -> RecoveryFinding {
    RecoveryFinding {
        flag: flag.id.clone(),
        tier: flag.tier,
        says: flag.says.clone(),
        advice: flag.advice.clone(),
        class: flag.class,
        next_session: flag.next_session,
        source: flag.evidence.source.clone(),
    }
}
