//! From answers to a tier.

use super::answers::{Asked, CheckInAnswers, PerformedSession};
use super::contradiction::{Contradiction, contradictions};
use super::expected::expected_of;
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
    /// Unanswered questions that could still raise the tier, and answers in doubt; asked again. Where a doctor sees it
    /// today in any case, answers in doubt are not asked again first.
    pub ask_again: Vec<SymptomId>,
    /// Answers that do not fit together.
    #[serde(default)]
    pub contradictions: Vec<Contradiction>,
    /// The tier that the worst answer to the open questions would mean; an answer in doubt counts as open.
    pub worst_open: Option<Tier>,
    /// By when somebody must answer.
    pub deadline: Option<DeadlineKind>,
    /// Who answers.
    pub role: Option<Reader>,
    /// Whether a person must read what the patient wrote.
    pub needs_human_reader: HumanReader,
}

/// Judges one check-in. Pass the earlier check-ins of the session; their order does not matter.
///
/// A question that is open the first time is asked again, and so are answers that do not fit together. If they stay so
/// it is a nurse's task for the next working day, or a doctor's the same day where the worst reading would be tier 2 or
/// 3. A blank is never an emergency by itself. Free text only raises, and always needs a human reader; so does a symptom
/// that no curve can judge, and one beyond its curve of which no flag speaks.
pub fn triage(
    protocol: &Protocol,
    now: &CheckInAnswers,
    earlier: &[CheckInAnswers],
    session: &PerformedSession,
) -> Triage {
    conclude(&Reading { protocol, now, earlier, session })
}

fn conclude(reading: &Reading<'_>) -> Triage {
    let flags = speaking(reading);
    let raised = raised(reading, &flags);
    let contradictions = contradictions(reading, &flags);
    let doubted: Vec<&SymptomId> = contradictions.iter().flat_map(|one| &one.symptoms).collect();
    let certain = without(reading.now, &doubted);
    let certain = Reading { now: &certain, ..*reading };
    let found = raised.iter().map(|flag| flag.tier).max().unwrap_or(Tier::Tier0);
    let open: Vec<&Flag> = flags.iter().copied().filter(|flag| flag.holds(&certain) == Truth::Unknown).collect();
    let above: Vec<&Flag> = open.iter().copied().filter(|flag| flag.tier > found).collect();
    let hanging = unanswered(&certain, &above);
    let asks = |symptom: &&SymptomId| hanging.contains(symptom) || (found < Tier::Tier2 && doubted.contains(symptom));
    let worst_open = above.iter().filter(|flag| !unanswered(&certain, &[flag]).is_empty()).map(|flag| flag.tier).max();
    let in_doubt = (!doubted.is_empty()).then_some(Tier::Tier0);
    let tier = found.max(left_open(reading.now.asked, worst_open.max(in_doubt)));
    let unjudged = open.iter().any(|flag| unanswered(&certain, &[flag]).is_empty()) || is_beyond_unjudged(reading);
    let reads = unjudged || !doubted.is_empty() || !reading.now.free_text.trim().is_empty();
    let reader = raised.iter().filter(|flag| flag.tier == tier).map(|flag| flag.reader).max();
    Triage {
        tier,
        findings: raised.iter().map(|flag| finding(flag)).collect(),
        ask_again: asked(reading).filter(asks).cloned().collect(),
        worst_open,
        deadline: tier.deadline(),
        role: tier.deadline().map(|_| reader.unwrap_or(tier.reader())),
        needs_human_reader: if reads { HumanReader::Needed } else { HumanReader::NotNeeded },
        contradictions,
    }
}

/// The flags that act, and whose hour it is.
fn speaking<'a>(reading: &Reading<'a>) -> Vec<&'a Flag> {
    let acting = reading.protocol.recovery.flags.iter().filter(|flag| flag.evidence.acts());
    acting.filter(|flag| flag.window.contains(reading.now.hours_since_end)).collect()
}

/// Those that are raised, the most urgent first.
fn raised<'a>(reading: &Reading<'_>, flags: &[&'a Flag]) -> Vec<&'a Flag> {
    let is_raised = |flag: &&Flag| flag.holds(reading) == Truth::True || mentions(&reading.now.free_text, &flag.words);
    let mut raised: Vec<&Flag> = flags.iter().copied().filter(is_raised).collect();
    raised.sort_by_key(|flag| Reverse(flag.tier));
    raised
}

impl Flag {
    pub(super) fn holds(&self, reading: &Reading<'_>) -> Truth {
        self.when.evaluate(&|test: &SignTest| test.holds(reading))
    }
}

/// The answers but for those in doubt.
fn without(now: &CheckInAnswers, doubted: &[&SymptomId]) -> CheckInAnswers {
    let mut certain = now.clone();
    certain.answers.retain(|symptom, _| !doubted.contains(&symptom));
    certain
}

/// Whether a symptom is beyond the upper edge of its curve and no flag judges it by that curve.
fn is_beyond_unjudged(reading: &Reading<'_>) -> bool {
    let flags = reading.protocol.recovery.flags.iter().filter(|flag| flag.evidence.acts());
    let judged: Vec<&SymptomId> = flags
        .flat_map(|flag| flag.when.tests())
        .filter(|test| matches!(test, SignTest::BeyondExpected { .. }))
        .filter_map(SignTest::symptom)
        .collect();
    let is_beyond = |symptom: &SymptomId| {
        let sign = expected_of(reading.protocol, symptom, *reading.session, reading.day());
        reading.severity(symptom).zip(sign).is_some_and(|(now, sign)| now > sign.upper)
    };
    asked(reading).any(|symptom| !judged.contains(&symptom) && is_beyond(symptom))
}

/// What open questions mean once they were asked twice.
fn left_open(asked: Asked, worst_open: Option<Tier>) -> Tier {
    match (asked, worst_open) {
        (Asked::Once, _) | (_, None) => Tier::Tier0,
        (Asked::Again, Some(Tier::Tier0 | Tier::Tier1)) => Tier::Tier1,
        (Asked::Again, Some(Tier::Tier2 | Tier::Tier3)) => Tier::Tier2,
    }
}

/// Every symptom that a check-in asks for, in order.
fn asked<'a>(reading: &Reading<'a>) -> impl Iterator<Item = &'a SymptomId> {
    reading.protocol.recovery.symptoms.iter().map(|symptom| &symptom.id)
}

/// The symptoms without an answer on which the flags hang.
fn unanswered<'f>(reading: &Reading<'_>, flags: &[&'f Flag]) -> Vec<&'f SymptomId> {
    flags
        .iter()
        .flat_map(|flag| flag.when.open(&|test: &SignTest| test.holds(reading)))
        .filter_map(SignTest::symptom)
        .filter(|symptom| !reading.now.answers.contains_key(*symptom))
        .collect()
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
