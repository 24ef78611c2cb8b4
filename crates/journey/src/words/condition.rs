//! A condition in one sentence.

use super::Words;
use crate::facts::{FactTest, FactValue};
use crate::kleene::Condition;
use crate::recovery::SignTest;

impl Words<'_> {
    /// A condition over facts.
    pub fn over_facts(&self, condition: &Condition<FactTest>) -> String {
        match condition {
            Condition::Not(part) => match part.as_ref() {
                Condition::Test(FactTest::Is { fact, value: FactValue::Zones(zones) }) if zones.is_empty() => {
                    format!("{}{}{}", self.label(fact), self.colon(), self.pick("どこかにある", "somewhere"))
                }
                _ => self.joined(condition, &|test| self.test(test)),
            },
            _ => self.joined(condition, &|test| self.test(test)),
        }
    }

    /// A condition over symptoms.
    pub fn over_signs(&self, condition: &Condition<SignTest>) -> String {
        self.joined(condition, &|test| self.sign(test))
    }

    fn joined<T>(&self, condition: &Condition<T>, test: &impl Fn(&T) -> String) -> String {
        match condition {
            Condition::Test(one) => test(one),
            Condition::All(parts) => self.chained(parts, self.pick(" かつ ", " and "), test),
            Condition::Any(parts) => self.chained(parts, self.pick(" または ", " or "), test),
            Condition::Not(part) => {
                let inner = self.joined(part, test);
                self.told(format!("「{inner}」ではない"), format!("not ({inner})"))
            }
        }
    }

    fn chained<T>(&self, parts: &[Condition<T>], by: &str, test: &impl Fn(&T) -> String) -> String {
        let alone = parts.len() == 1;
        let told = parts.iter().map(|part| match part {
            Condition::All(_) | Condition::Any(_) if !alone => {
                let inner = self.joined(part, test);
                self.told(format!("（{inner}）"), format!("({inner})"))
            }
            _ => self.joined(part, test),
        });
        told.collect::<Vec<_>>().join(by)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slug::FactId;
    use crate::text::Lang;

    fn yes(fact: &str) -> Condition<FactTest> {
        Condition::Test(FactTest::Is { fact: FactId::parse(fact).unwrap(), value: FactValue::Yes })
    }

    #[test]
    fn a_part_that_joins_others_stands_in_brackets_unless_it_is_alone() {
        let either = Condition::Any(vec![yes("b"), yes("c")]);
        let both = Condition::All(vec![yes("a"), either.clone()]);
        assert_eq!(Words::plain(Lang::En).over_facts(&both), "a: yes and (b: yes or c: yes)");
        assert_eq!(Words::plain(Lang::Ja).over_facts(&both), "a：はい かつ （b：はい または c：はい）");
        let alone = Condition::All(vec![either]);
        assert_eq!(Words::plain(Lang::En).over_facts(&alone), "b: yes or c: yes");
    }

    #[test]
    fn not_nowhere_is_somewhere_and_any_other_negation_says_not() {
        let nowhere = FactTest::Is { fact: FactId::parse("herpes_on").unwrap(), value: FactValue::NOWHERE };
        let somewhere = Condition::Not(Box::new(Condition::Test(nowhere)));
        assert_eq!(Words::plain(Lang::En).over_facts(&somewhere), "herpes_on: somewhere");
        let not = Condition::Not(Box::new(yes("a")));
        assert_eq!(Words::plain(Lang::Ja).over_facts(&not), "「a：はい」ではない");
    }
}
