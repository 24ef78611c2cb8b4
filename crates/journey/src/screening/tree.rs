//! An explanation as a printed tree.

use super::Change;
use super::explain::{Explanation, Outcome, RuleExplained};
use super::words::Words;
use crate::facts::FactReading;
use crate::kleene::Trace;
use crate::slug::ZoneId;
use crate::text::Lang;

/// A line of a tree and the lines below it.
struct Branch {
    text: String,
    below: Vec<Branch>,
}

impl Branch {
    fn leaf(text: String) -> Self {
        Self { text, below: Vec::new() }
    }

    fn print(&self, before: &str, lines: &mut Vec<String>) {
        for (at, branch) in self.below.iter().enumerate() {
            let last = at + 1 == self.below.len();
            let (joint, beyond) = if last { ("└ ", "  ") } else { ("├ ", "│ ") };
            lines.push(format!("{before}{joint}{}", branch.text));
            branch.print(&format!("{before}{beyond}"), lines);
        }
    }
}

impl Explanation {
    /// The explanation for people, one rule after the other: what was found first, then what is undecided, then what
    /// does not hold. Every line says which fact it looked at and what was known of it.
    pub fn tree(&self, lang: Lang) -> String {
        let words = Words { lang, facts: &self.facts };
        let name = self.name.get(lang);
        let mut lines = vec![format!("{name}, {}{}{}", self.on, words.colon(), words.headline(self.headline))];
        if !self.missing.is_empty() {
            let missing: Vec<String> = self.missing.iter().map(|fact| words.label(fact)).collect();
            let heading = words.pick("未回答で、結果に関わるもの", "Open and still decisive");
            lines.push(format!("{heading}{}{}", words.colon(), missing.join(words.pick("、", ", "))));
        }
        for outcome in Outcome::ALL {
            let rules: Vec<&RuleExplained> = self.of(outcome).collect();
            if rules.is_empty() {
                continue;
            }
            lines.push(String::new());
            lines.push(format!("{} ({})", words.outcome(outcome), rules.len()));
            for rule in rules {
                let branch = told(rule, &words);
                lines.push(branch.text.clone());
                branch.print("  ", &mut lines);
            }
        }
        lines.push(String::new());
        lines.join("\n")
    }
}

fn told(rule: &RuleExplained, words: &Words<'_>) -> Branch {
    let mut marks = vec![words.headline(rule.headline).to_owned()];
    marks.extend(words.standing(rule.standing).map(str::to_owned));
    if !rule.zones.is_empty() {
        marks.push(rule.zones.iter().map(ZoneId::as_str).collect::<Vec<_>>().join(", "));
    }
    let mut below = vec![Branch::leaf(rule.says.get(words.lang).to_owned()), condition(&rule.condition, words)];
    below.extend(rule.place.as_ref().map(|place| {
        let known = words.known(&place.fact, &place.knowledge);
        Branch::leaf(format!("{}{}{known}", words.label(&place.fact), words.colon()))
    }));
    below.extend(changes(rule, words));
    Branch { text: format!("{} [{}]", rule.rule, marks.join("; ")), below }
}

fn condition(part: &Trace<FactReading>, words: &Words<'_>) -> Branch {
    let truth = words.truth(part.truth());
    let text = match part {
        Trace::Test { leaf, .. } => {
            let known = words.known(leaf.test.fact(), &leaf.knowledge);
            return Branch::leaf(format!("{} → {truth} ({known})", words.test(&leaf.test)));
        }
        Trace::All { .. } => words.pick("すべて", "all of"),
        Trace::Any { .. } => words.pick("いずれか", "any of"),
        Trace::Not { .. } => words.pick("次に当てはまらないこと", "not"),
    };
    let below = part.children().iter().map(|child| condition(child, words)).collect();
    Branch { text: format!("{text} → {truth}"), below }
}

fn changes(rule: &RuleExplained, words: &Words<'_>) -> Option<Branch> {
    if rule.changes.is_empty() {
        return None;
    }
    let below = rule.changes.iter().map(|change| Branch::leaf(change_told(change, words))).collect();
    Some(Branch { text: words.pick("変わるのは", "What would change it").to_owned(), below })
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
