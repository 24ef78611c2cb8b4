//! Answers that do not fit together: they are asked again, and count as open until then.

use super::flag::{Flag, Words};
use super::free_text::mentions;
use super::sign::{Reading, SignTest};
use super::{Severity, SymptomAnswer};
use crate::evidence::Evidence;
use crate::kleene::{Condition, Truth};
use crate::slug::{RuleId, SymptomId};
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// Answers of one check-in that a protocol says do not fit together, such as "none" and "getting worse".
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Mismatch {
    /// Its name.
    pub id: RuleId,
    /// When the answers do not fit.
    pub when: Condition<SignTest>,
    /// What is asked again.
    pub ask: Vec<SymptomId>,
    /// What does not fit.
    pub says: Bilingual,
    /// Its support.
    pub evidence: Evidence,
}

/// Why answers are in doubt.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// The patient's own words tell of what the answer denies.
    WrittenOtherwise {
        /// The flag whose words were used.
        flag: RuleId,
    },
    /// The patient writes that it is better, and a symptom is stronger than before.
    BetterButStronger,
    /// The protocol says that these answers do not fit together.
    Mismatch {
        /// The rule.
        rule: RuleId,
    },
}

/// Answers that do not fit together.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Contradiction {
    /// Why they are in doubt.
    pub doubt: Doubt,
    /// Whose answers.
    pub symptoms: Vec<SymptomId>,
    /// The same in words.
    pub says: Bilingual,
}

const BETTER_JA: [&str; 8] = [
    "良くなってき",
    "良くなりました",
    "良くなった",
    "よくなってき",
    "よくなりました",
    "よくなった",
    "改善してき",
    "ましになりました",
];
const BETTER_EN: [&str; 4] = ["better", "improving", "improved", "healing well"];

/// Everything that does not fit together in a check-in, given the flags whose hour it is.
pub(super) fn contradictions(reading: &Reading<'_>, flags: &[&Flag]) -> Vec<Contradiction> {
    let written = flags.iter().filter_map(|flag| written_otherwise(reading, flag));
    let mismatches = reading.protocol.recovery.mismatches.iter().filter_map(|one| mismatch(reading, one));
    written.chain(better_but_stronger(reading)).chain(mismatches).collect()
}

fn written_otherwise(reading: &Reading<'_>, flag: &Flag) -> Option<Contradiction> {
    if !mentions(&reading.now.free_text, &flag.words) {
        return None;
    }
    let tested: Vec<&SymptomId> = flag.when.tests().into_iter().filter_map(SignTest::symptom).collect();
    let denied = |symptom: &&SymptomId| {
        let answer = reading.now.answers.get(*symptom);
        matches!(answer, Some(SymptomAnswer::No | SymptomAnswer::Severity(Severity::None)))
    };
    if tested.is_empty() || !tested.iter().all(denied) {
        return None;
    }
    let mut symptoms: Vec<SymptomId> = tested.into_iter().cloned().collect();
    symptoms.sort();
    symptoms.dedup();
    Some(Contradiction {
        doubt: Doubt::WrittenOtherwise { flag: flag.id.clone() },
        symptoms,
        says: Bilingual::new(
            "ご記入の文章と回答が異なるようです。もう一度お聞かせください。",
            "What you wrote and your answer seem to differ. Please tell us once more.",
        ),
    })
}

/// A rise that the curve leads one to expect is no contradiction.
fn better_but_stronger(reading: &Reading<'_>) -> Option<Contradiction> {
    let own = |list: &[&str]| list.iter().map(ToString::to_string).collect();
    if !mentions(&reading.now.free_text, &Words { ja: own(&BETTER_JA), en: own(&BETTER_EN) }) {
        return None;
    }
    let stronger = |symptom: &SymptomId| {
        let (now, before) = (reading.severity(symptom), reading.earlier(symptom));
        now.zip(before.last().copied()).is_some_and(|(now, last)| now > last && !reading.is_usual(symptom, now))
    };
    let asked = reading.protocol.recovery.symptoms.iter().map(|symptom| &symptom.id);
    let symptoms: Vec<SymptomId> = asked.filter(|symptom| stronger(symptom)).cloned().collect();
    (!symptoms.is_empty()).then(|| Contradiction {
        doubt: Doubt::BetterButStronger,
        symptoms,
        says: Bilingual::new(
            "良くなったとのことですが、前回より強いとのお答えがあります。もう一度お聞かせください。",
            "You write that it is better, but an answer is stronger than last time. Please tell us once more.",
        ),
    })
}

fn mismatch(reading: &Reading<'_>, mismatch: &Mismatch) -> Option<Contradiction> {
    let holds = mismatch.when.evaluate(&|test: &SignTest| test.holds(reading));
    (mismatch.evidence.acts() && holds == Truth::True).then(|| Contradiction {
        doubt: Doubt::Mismatch { rule: mismatch.id.clone() },
        symptoms: mismatch.ask.clone(),
        says: mismatch.says.clone(),
    })
}
