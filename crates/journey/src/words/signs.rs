//! Tests over symptoms.

use super::Words;
use crate::recovery::{Severity, SignTest, SymptomAnswer, Trend};
use crate::slug::SymptomId;

impl Words<'_> {
    /// The question about a symptom in quotation marks, or its id where the question is not known.
    pub fn asked(&self, id: &SymptomId) -> String {
        let question = self.symptoms.iter().find(|symptom| &symptom.id == id).map(|one| one.ask.get(self.lang));
        match question {
            Some(ask) => self.told(format!("「{ask}」"), format!("\"{ask}\"")),
            None => self.told(format!("{id} "), id.to_string()),
        }
    }

    /// How strong.
    pub const fn severity(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::None => self.pick("なし", "none"),
            Severity::Mild => self.pick("軽い", "mild"),
            Severity::Moderate => self.pick("中くらい", "moderate"),
            Severity::Severe => self.pick("強い", "severe"),
        }
    }

    /// What was answered about a symptom.
    pub const fn answer(&self, answer: SymptomAnswer) -> &'static str {
        match answer {
            SymptomAnswer::Severity(given) => self.severity(given),
            SymptomAnswer::Yes => self.pick("はい", "yes"),
            SymptomAnswer::No => self.pick("いいえ", "no"),
        }
    }

    /// A test: the symptom and what it would have to be.
    pub fn sign(&self, test: &SignTest) -> String {
        let name = |id: &SymptomId| self.asked(id);
        match test {
            SignTest::Is { symptom, answer } => {
                let (name, wanted) = (name(symptom), self.answer(*answer));
                self.told(format!("{name}が「{wanted}」"), format!("{name} is {wanted}"))
            }
            SignTest::AtLeast { symptom, severity } => {
                let (name, wanted) = (name(symptom), self.severity(*severity));
                self.told(format!("{name}が「{wanted}」以上"), format!("{name} is at least {wanted}"))
            }
            SignTest::Moves { symptom, trend: Trend::Rising } => {
                let name = name(symptom);
                self.told(format!("{name}が前回より強い"), format!("{name} is stronger than last time"))
            }
            SignTest::Moves { symptom, trend: Trend::RisingAfterFalling } => {
                let name = name(symptom);
                self.told(
                    format!("{name}がいったん引いたあと強くなっている"),
                    format!("{name} is stronger again after it had fallen"),
                )
            }
            SignTest::BeyondExpected { symptom, days } => {
                let name = name(symptom);
                self.told(
                    format!("{name}が{days}日前に見込まれる範囲を超えている"),
                    format!("{name} is beyond what was expected {days} days ago"),
                )
            }
            SignTest::Depth(range) => {
                let range = self.depths(range);
                self.told(format!("深さが{range}"), format!("depth {range}"))
            }
        }
    }
}
