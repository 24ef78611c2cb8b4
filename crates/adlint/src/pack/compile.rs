//! From files to a pack.

use super::file::{DocumentRule, Files, RuleEntry};
use super::names::Names;
use super::{Approval, Case, Compiled, Gate, Mistake, Named, Pack, Requirement, Rule, Topic};
use crate::phrase::condition::Condition;
use crate::phrase::hit::ClassId;
use crate::phrase::pattern::Pattern;
use crate::phrase::reading::Reader;
use jiff::civil::Date;

/// The gates of a rule that names none.
const COMMON: &str = "*";

struct Compiler<'f> {
    files: &'f Files,
    names: Names,
    mistakes: Vec<Mistake>,
}

/// Compiles, and tells all mistakes.
pub fn compile(files: &Files) -> Result<Pack, Vec<Mistake>> {
    let mut compiler = Compiler { files, names: Names::default(), mistakes: Vec::new() };
    let shapes = compiler.names.shapes();
    compiler.names.add(files, &mut compiler.mistakes);
    let subjects = compiler.subjects();
    let layers = compiler.names.layers(files, &mut compiler.mistakes);
    let gates = compiler.gates();
    let (rules, cases, document) = compiler.rules();
    let topics = compiler.topics();
    let Compiler { names, mut mistakes, .. } = compiler;
    let none = |what: &str| Mistake { file: "pack".into(), line: None, what: what.into() };
    let Some(head) = files.head.clone() else {
        mistakes.push(none("no file has a [pack] with id, version and checked"));
        return Err(mistakes);
    };
    let Some(lexicon) = names.words.build() else {
        mistakes.push(none("there are too many words to search for at once"));
        return Err(mistakes);
    };
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let by_first = by_first(&cases, names.ids.len());
    let reader = Reader::new(lexicon, shapes, layers);
    Ok(Pack { head, rules, cases, gates, document, subjects, topics, reader, by_first, classes: names.ids })
}

/// For each class, the patterns that can begin with it, as case and place in the case.
fn by_first(cases: &[Case], classes: usize) -> Vec<Vec<(usize, usize)>> {
    let mut table = vec![Vec::new(); classes];
    for (case, entry) in cases.iter().enumerate() {
        for (place, pattern) in entry.patterns.iter().enumerate() {
            for class in pattern.beginnings() {
                table.get_mut(usize::from(class.0)).into_iter().for_each(|list| list.push((case, place)));
            }
        }
    }
    table
}

impl Compiler<'_> {
    fn wrong(&mut self, file: &str, what: String) {
        self.mistakes.push(Mistake { file: file.into(), line: None, what });
    }

    fn subjects(&mut self) -> Vec<Named> {
        let mut subjects = Vec::new();
        let [treatments, products, unapproved] =
            ["any-treatment", "any-product", "any-unapproved"].map(|name| self.names.intern(name));
        for entry in &self.files.treatments {
            let class = self.names.intern(&format!("treatment:{}", entry.id));
            for class in [class, treatments] {
                entry.words.iter().for_each(|word| self.names.words.member(word, class));
                entry.compounds.iter().for_each(|word| self.names.words.compound(word, class));
            }
            let (id, name) = (entry.id.clone(), entry.name.clone());
            subjects.push(Named { id, name, class, standing: Approval::Treatment });
        }
        for entry in &self.files.products {
            let class = self.names.intern(&format!("product:{}", entry.id));
            let names = [entry.name.ja.as_str(), entry.name.en.as_str()];
            let standing = match entry.status.as_str() {
                "approved" => Approval::Approved,
                "varies" => Approval::Varies,
                _ => Approval::Unapproved,
            };
            let kinds = [class, products, unapproved];
            let kinds = if standing == Approval::Unapproved { &kinds[..] } else { &kinds[..2] };
            for word in names.into_iter().chain(entry.aliases.iter().map(String::as_str)) {
                kinds.iter().for_each(|kind| self.names.words.member(word, *kind));
            }
            subjects.push(Named { id: entry.id.clone(), name: entry.name.clone(), class, standing });
        }
        subjects
    }

    fn gates(&mut self) -> Vec<Gate> {
        let files = self.files;
        files
            .gates
            .iter()
            .map(|(file, entry)| {
                let when = self.conditions(file, &entry.id, &entry.when);
                Gate { id: entry.id.clone(), title: entry.title.clone(), when }
            })
            .collect()
    }

    fn rules(&mut self) -> (Vec<Rule>, Vec<Case>, Vec<Compiled>) {
        let (mut rules, mut cases, mut document) = (Vec::new(), Vec::new(), Vec::new());
        let files = self.files;
        for (file, entry) in &files.rules {
            let place = rules.len();
            rules.push(self.rule(file, entry));
            cases.extend(self.cases(file, entry, place));
            document.extend(entry.page.iter().map(|page| self.page(file, entry, page, place)));
        }
        (rules, cases, document)
    }

    fn rule(&mut self, file: &str, entry: &RuleEntry) -> Rule {
        let mut sources = Vec::new();
        for key in &entry.source {
            match self.files.sources.get(key) {
                Some(source) => sources.push(match &source.url {
                    Some(url) => format!("{} <{url}>", source.title),
                    None => source.title.clone(),
                }),
                None => self.wrong(file, format!("rule {} cites `{key}`, which no source is called", entry.id)),
            }
        }
        Rule {
            id: entry.id.clone(),
            severity: entry.severity,
            title: entry.title.clone(),
            reason: entry.reason.clone().into(),
            suggestion: entry.suggestion.clone().into(),
            source: sources.join("; ").into(),
            checked: entry.checked.or(self.files.head.as_ref().map(|head| head.checked)).unwrap_or(Date::ZERO),
            valid_from: entry.valid_from,
            valid_to: entry.valid_to,
        }
    }

    fn cases(&mut self, file: &str, entry: &RuleEntry, rule: usize) -> Vec<Case> {
        let mut cases = Vec::new();
        for case in &entry.case {
            let mut patterns = Vec::new();
            for line in &case.patterns {
                match Pattern::read(line, &mut |name| self.names.resolve(name)) {
                    Ok(pattern) => patterns.push(pattern),
                    Err(what) => self.wrong(file, format!("rule {}: {what}", entry.id)),
                }
            }
            let only = self.conditions(file, &entry.id, &case.only);
            let unless = self.conditions(file, &entry.id, &case.unless);
            let names = case.gates.as_ref().or(entry.gates.as_ref());
            let gates = self.gate_places(file, &entry.id, names);
            let severity = case.severity.unwrap_or(entry.severity);
            cases.push(Case { rule, patterns, severity, only, unless, gates });
        }
        cases
    }

    fn gate_places(&mut self, file: &str, rule: &str, names: Option<&Vec<String>>) -> Vec<usize> {
        let files = self.files;
        let Some(names) = names.filter(|names| !names.iter().any(|name| name == COMMON)) else {
            return (0..files.gates.len()).collect();
        };
        let mut places = Vec::new();
        for name in names {
            match files.gates.iter().position(|(_, gate)| gate.id == *name) {
                Some(place) => places.push(place),
                None => self.wrong(file, format!("rule {rule} names gate `{name}`, which does not exist")),
            }
        }
        places
    }

    fn conditions(&mut self, file: &str, id: &str, lines: &[String]) -> Vec<Condition> {
        let mut read = Vec::new();
        for line in lines {
            match Condition::read(line, &mut |name| self.names.resolve(name)) {
                Ok(condition) => read.push(condition),
                Err(what) => self.wrong(file, format!("{id}: {what}")),
            }
        }
        read
    }

    fn page(&mut self, file: &str, entry: &RuleEntry, page: &DocumentRule, rule: usize) -> Compiled {
        let first = entry.page.first().map(|page| page.need.as_slice()).unwrap_or_default();
        let needs = if page.need.is_empty() { first } else { page.need.as_slice() };
        let needs = needs.iter().map(|need| Requirement {
            name: need.name.clone(),
            any: self.ids(file, &entry.id, &need.any),
            shared: need.shared,
        });
        let needs = needs.collect();
        let when = self.ids(file, &entry.id, &page.when);
        let unless = self.ids(file, &entry.id, &page.unless);
        let despite = self.ids(file, &entry.id, &page.despite);
        let given = self.ids(file, &entry.id, &page.given);
        Compiled { rule, of: page.of, on: page.on.clone(), when, unless, given, despite, needs }
    }

    fn topics(&mut self) -> Vec<Topic> {
        let files = self.files;
        let mut topics = Vec::new();
        for (file, topic) in &files.topics {
            match files.rules.iter().position(|(_, rule)| rule.id == topic.rule) {
                Some(rule) => {
                    let any = self.ids(file, &topic.rule, &topic.any);
                    topics.push(Topic { name: topic.name.clone(), any, rule });
                }
                None => {
                    self.wrong(file, format!("a topic of parity names rule `{}`, which does not exist", topic.rule))
                }
            }
        }
        topics
    }

    fn ids(&mut self, file: &str, id: &str, names: &[String]) -> Vec<ClassId> {
        let mut ids = Vec::new();
        for name in names {
            match self.names.resolve(name) {
                Some(class) => ids.push(class),
                None => self.wrong(file, format!("{id}: nothing is called `{name}`")),
            }
        }
        ids
    }
}
