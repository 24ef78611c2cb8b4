//! An explanation as a tree of lines.

use super::Change;
use super::explain::{Explanation, Outcome, RuleExplained};
use crate::facts::FactReading;
use crate::kleene::Trace;
use crate::slug::ZoneId;
use crate::text::Lang;
use crate::tree::Tree;
use crate::words::Words;

impl Explanation {
    /// The explanation for people, one rule after the other: what was found first, then what is undecided, then what
    /// does not hold. Every line says which fact it looked at and what was known of it.
    pub fn tree(&self, lang: Lang) -> Tree {
        let words = Words::about(&self.facts, lang);
        let name = self.name.get(lang);
        let so_far = if self.missing.is_empty() {
            ""
        } else {
            words.pick("（未回答あり、暫定）", " (so far; answers are missing)")
        };
        let text = format!("{name}, {}{}{}{so_far}", self.on, words.colon(), words.headline(self.headline));
        let missing = (!self.missing.is_empty()).then(|| {
            let missing: Vec<String> = self.missing.iter().map(|fact| words.label(fact)).collect();
            let heading = words.pick("未回答で、結果に関わるもの", "Open and still decisive");
            Tree::leaf(format!("{heading}{}{}", words.colon(), missing.join(words.pick("、", ", "))))
        });
        let outcomes = Outcome::ALL.into_iter().filter_map(|outcome| {
            let below: Vec<Tree> = self.of(outcome).map(|rule| told(rule, &words)).collect();
            let text = format!("{} ({})", words.outcome(outcome), below.len());
            (!below.is_empty()).then_some(Tree { text, below })
        });
        Tree { text, below: missing.into_iter().chain(outcomes).collect() }
    }
}

fn told(rule: &RuleExplained, words: &Words<'_>) -> Tree {
    let mut marks = vec![words.headline(rule.headline).to_owned()];
    marks.extend(words.standing(rule.standing).map(str::to_owned));
    if !rule.zones.is_empty() {
        marks.push(rule.zones.iter().map(ZoneId::as_str).collect::<Vec<_>>().join(", "));
    }
    let mut below = vec![Tree::leaf(rule.says.get(words.lang).to_owned()), condition(&rule.condition, words)];
    below.extend(rule.place.as_ref().map(|place| {
        let known = words.known(&place.fact, &place.knowledge);
        Tree::leaf(format!("{}{}{known}", words.label(&place.fact), words.colon()))
    }));
    below.extend(changes(rule, words));
    Tree { text: format!("{} [{}]", rule.rule, marks.join("; ")), below }
}

fn condition(part: &Trace<FactReading>, words: &Words<'_>) -> Tree {
    let truth = words.truth(part.truth());
    let text = match part {
        Trace::Test { leaf, .. } => {
            let known = words.known(leaf.test.fact(), &leaf.knowledge);
            return Tree::leaf(format!("{} → {truth} ({known})", words.test(&leaf.test)));
        }
        Trace::All { .. } => words.pick("すべて", "all of"),
        Trace::Any { .. } => words.pick("いずれか", "any of"),
        Trace::Not { .. } => words.pick("次に当てはまらないこと", "not"),
    };
    let below = part.children().iter().map(|child| condition(child, words)).collect();
    Tree { text: format!("{text} → {truth}"), below }
}

fn changes(rule: &RuleExplained, words: &Words<'_>) -> Option<Tree> {
    if rule.changes.is_empty() {
        return None;
    }
    let below = rule.changes.iter().map(|change| Tree::leaf(change_told(change, words))).collect();
    Some(Tree { text: words.pick("変わるのは", "What would change it").to_owned(), below })
}

fn change_told(change: &Change, words: &Words<'_>) -> String {
    match change {
        Change::Answer { fact, becomes } => {
            let answers: Vec<String> = becomes.iter().map(|one| words.becomes(fact, one)).collect();
            format!("{}{}{}", words.label(fact), words.colon(), answers.join(words.pick("、または", " or ")))
        }
        Change::Date { on, .. } => match words.lang {
            Lang::Ja => format!("{on}になったとき"),
            Lang::En => format!("the day {on}"),
        },
        Change::Event(event) => event.get(words.lang).to_owned(),
    }
}
