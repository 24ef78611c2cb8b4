//! The words of a printed explanation, in both languages.

use super::{Headline, Outcome, Standing};
use crate::facts::{Becomes, Known};
use crate::kleene::Truth;
use crate::slug::FactId;
use crate::words::Words;
use jiff::civil::Date;

impl Words<'_> {
    /// How far a rule reaches, calmly: these words may be read by a patient.
    pub fn headline(&self, headline: Headline) -> &'static str {
        match headline {
            Headline::Cleared => self.pick("問題なし", "cleared"),
            Headline::Caution => self.pick("注意", "with care"),
            Headline::NeedsDoctor => self.pick("医師の判断", "a doctor decides"),
            Headline::Deferred => self.pick("時期をおいて", "later"),
            Headline::Contraindicated => self.pick("お受けいただけません", "not offered"),
        }
    }

    /// The heading above rules of which that came.
    pub(super) fn outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Found => self.pick("当てはまったこと", "Found"),
            Outcome::SetAside => self.pick("医師の判断で外したこと", "Set aside by a physician"),
            Outcome::Undecided => self.pick("まだ決まらないこと", "Undecided"),
            Outcome::NotFound => self.pick("当てはまらなかったこと", "Not found"),
            Outcome::KeptForRecord => self.pick("記録のみで、判断には使わないこと", "Kept for the record, never used"),
        }
    }

    /// Why a rule does not act as written, where it does not.
    pub(super) fn standing(&self, standing: Standing) -> Option<&'static str> {
        match standing {
            Standing::Stands => None,
            Standing::AwaitsApproval => Some(self.pick("院の医師の承認待ち", "awaits the physician's approval")),
            Standing::SourcesConflict => Some(self.pick("資料の見解が分かれています", "sources disagree")),
        }
    }

    /// What is known, in a word.
    pub(super) fn truth(&self, truth: Truth) -> &'static str {
        match truth {
            Truth::True => self.pick("当てはまる", "holds"),
            Truth::False => self.pick("当てはまらない", "does not hold"),
            Truth::Unknown => self.pick("まだ決まらない", "undecided"),
        }
    }

    /// What is known, with its day.
    pub(super) fn known(&self, fact: &FactId, known: &Known) -> String {
        match known {
            Known::Answered { value, answered_on } => {
                let value = self.value(fact, value);
                self.told(format!("{answered_on}の回答「{value}」"), format!("answered {value} on {answered_on}"))
            }
            Known::Unsure { answered_on } => {
                self.told(format!("{answered_on}の回答「わからない」"), format!("answered not sure on {answered_on}"))
            }
            Known::Expired { since, .. } => {
                self.told(format!("{since}から回答の期限切れ"), format!("answer out of date since {since}"))
            }
            Known::NotAsked => self.pick("未回答", "not answered").to_owned(),
        }
    }

    /// Another answer that would change a finding.
    pub(super) fn becomes(&self, fact: &FactId, becomes: &Becomes) -> String {
        match becomes {
            Becomes::Is(value) => self.value(fact, value),
            Becomes::Number(limits) => self.limits(fact, limits),
            Becomes::Day { from, to } => self.days(*from, *to),
            Becomes::Somewhere => {
                self.pick("場所がわかれば、その場所のみ", "only there, once the place is known").to_owned()
            }
        }
    }

    fn days(&self, from: Option<Date>, to: Option<Date>) -> String {
        match (from, to) {
            (Some(from), Some(to)) => self.told(format!("{from}から{to}まで"), format!("from {from} to {to}")),
            (Some(from), None) => self.told(format!("{from}以降"), format!("on or after {from}")),
            (None, Some(to)) => self.told(format!("{to}以前"), format!("on or before {to}")),
            (None, None) => self.pick("いずれかの日", "any day").to_owned(),
        }
    }
}
