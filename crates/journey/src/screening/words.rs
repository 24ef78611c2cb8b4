//! The words of a printed explanation, in both languages.

use super::{Headline, Outcome, Standing};
use crate::facts::{Becomes, Comparison, Fact, FactKind, FactTest, FactValue, Known};
use crate::kleene::Truth;
use crate::period::Period;
use crate::slug::{FactId, ZoneId};
use crate::text::Lang;
use jiff::civil::Date;

/// The words of one language, with the questions whose labels they use.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub lang: Lang,
    pub facts: &'a [Fact],
}

impl Words<'_> {
    /// One of two wordings.
    pub fn pick<'w>(&self, ja: &'w str, en: &'w str) -> &'w str {
        match self.lang {
            Lang::Ja => ja,
            Lang::En => en,
        }
    }

    fn told(&self, ja: String, en: String) -> String {
        match self.lang {
            Lang::Ja => ja,
            Lang::En => en,
        }
    }

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
    pub fn outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Found => self.pick("当てはまったこと", "Found"),
            Outcome::SetAside => self.pick("医師の判断で外したこと", "Set aside by a physician"),
            Outcome::Undecided => self.pick("まだ決まらないこと", "Undecided"),
            Outcome::NotFound => self.pick("当てはまらなかったこと", "Not found"),
            Outcome::KeptForRecord => self.pick("記録のみで、判断には使わないこと", "Kept for the record, never used"),
        }
    }

    /// Why a rule does not act as written, where it does not.
    pub fn standing(&self, standing: Standing) -> Option<&'static str> {
        match standing {
            Standing::Stands => None,
            Standing::AwaitsApproval => Some(self.pick("院の医師の承認待ち", "awaits the physician's approval")),
            Standing::SourcesConflict => Some(self.pick("資料の見解が分かれています", "sources disagree")),
        }
    }

    /// What is known, in a word.
    pub fn truth(&self, truth: Truth) -> &'static str {
        match truth {
            Truth::True => self.pick("当てはまる", "holds"),
            Truth::False => self.pick("当てはまらない", "does not hold"),
            Truth::Unknown => self.pick("まだ決まらない", "undecided"),
        }
    }

    /// The short label of a fact.
    pub fn label(&self, id: &FactId) -> String {
        self.fact(id).map_or_else(|| id.to_string(), |fact| fact.short.get(self.lang).to_owned())
    }

    fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| &fact.id == id)
    }

    /// A test: what the fact is called and what it would have to be.
    pub fn test(&self, test: &FactTest) -> String {
        let wanted = match test {
            FactTest::Is { fact, value } => self.value(fact, value),
            FactTest::OneOf { fact, choices } => {
                let labels: Vec<String> =
                    choices.iter().map(|one| self.value(fact, &FactValue::Choice(one.clone()))).collect();
                labels.join(self.pick("、または", " or "))
            }
            FactTest::Compare { fact, limits } => self.limits(fact, limits),
            FactTest::Within { period, .. } => {
                let period = self.period(*period);
                self.told(format!("{period}以内"), format!("within {period}"))
            }
        };
        format!("{}{}{wanted}", self.label(test.fact()), self.colon())
    }

    /// What stands between a name and what is said of it.
    pub fn colon(&self) -> &'static str {
        self.pick("：", ": ")
    }

    /// What is known, with its day.
    pub fn known(&self, fact: &FactId, known: &Known) -> String {
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

    /// An answer, with the labels of its fact.
    pub fn value(&self, fact: &FactId, value: &FactValue) -> String {
        let kind = self.fact(fact).map(|fact| &fact.kind);
        match (value, kind) {
            (FactValue::Yes, _) => self.pick("はい", "yes").to_owned(),
            (FactValue::No, _) => self.pick("いいえ", "no").to_owned(),
            (FactValue::Unsure, _) => self.pick("わからない", "not sure").to_owned(),
            (FactValue::Never, Some(FactKind::Date { never: Some(never) })) => never.get(self.lang).to_owned(),
            (FactValue::Never, _) => self.pick("なし", "never").to_owned(),
            (FactValue::Choice(id), Some(FactKind::Choice(choices))) => {
                let found = choices.iter().find(|choice| &choice.id == id);
                found.map_or_else(|| id.to_string(), |choice| choice.label.get(self.lang).to_owned())
            }
            (value, Some(FactKind::Zones(_))) => self.zones(value),
            (FactValue::Number(number), Some(FactKind::Number { unit: Some(unit), .. })) => {
                self.told(format!("{number}{}", unit.ja), format!("{number} {}", unit.en))
            }
            (value, _) => value.to_string(),
        }
    }

    fn zones(&self, value: &FactValue) -> String {
        let names: Vec<&str> = value.zones().into_iter().flatten().map(ZoneId::as_str).collect();
        if names.is_empty() { self.pick("どこにもない", "nowhere").to_owned() } else { names.join(", ") }
    }

    fn limits(&self, fact: &FactId, limits: &Comparison) -> String {
        let sides = [
            (limits.at_least, "以上", "at least "),
            (limits.above, "を超える", "above "),
            (limits.at_most, "以下", "at most "),
            (limits.below, "未満", "below "),
        ];
        let told = sides.into_iter().filter_map(|(limit, ja, en)| {
            let number = self.value(fact, &FactValue::Number(limit?));
            Some(self.told(format!("{number}{ja}"), format!("{en}{number}")))
        });
        told.collect::<Vec<_>>().join(self.pick("、", " and "))
    }

    fn period(&self, period: Period) -> String {
        match period {
            Period::Days(1) => self.pick("1日", "1 day").to_owned(),
            Period::Days(days) => self.told(format!("{days}日"), format!("{days} days")),
            Period::Months(1) => self.pick("1か月", "1 month").to_owned(),
            Period::Months(months) => self.told(format!("{months}か月"), format!("{months} months")),
        }
    }

    /// Another answer that would change a finding.
    pub fn becomes(&self, fact: &FactId, becomes: &Becomes) -> String {
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
