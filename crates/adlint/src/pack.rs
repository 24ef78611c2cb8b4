//! A rule pack: versioned data with its sources, compiled once.

mod compile;
mod file;
mod names;

pub use file::{Head, Sharing, Subject, Wording};

use crate::channel::Channel;
use crate::finding::Severity;
use crate::phrase::condition::Condition;
use crate::phrase::hit::ClassId;
use crate::phrase::pattern::Pattern;
use crate::phrase::reading::Reader;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// What is wrong with a pack, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The file.
    pub file: String,
    /// The line, if it is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.what),
            None => write!(f, "{}: {}", self.file, self.what),
        }
    }
}

/// What every rule has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its id.
    pub id: String,
    /// How much a finding weighs if nothing else is said.
    pub severity: Severity,
    /// A short name.
    pub title: Wording,
    /// Why.
    pub reason: Arc<Wording>,
    /// What may be written instead.
    pub suggestion: Arc<Wording>,
    /// Its sources, spelt out.
    pub source: Arc<str>,
    /// The day on which the sources were read.
    pub checked: Date,
    /// The first day on which it holds.
    pub valid_from: Option<Date>,
    /// The last day on which it holds.
    pub valid_to: Option<Date>,
}

impl Rule {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }
}

/// One way to break a phrase rule.
#[derive(Debug)]
pub struct Case {
    /// The place of its rule.
    pub rule: usize,
    /// The sequences, any of which will do.
    pub patterns: Vec<Pattern>,
    /// How much it weighs.
    pub severity: Severity,
    /// What must hold, all of it.
    pub only: Vec<Condition>,
    /// What must not hold, none of it.
    pub unless: Vec<Condition>,
    /// The places of the gates that hold it back.
    pub gates: Vec<usize>,
}

/// An exception common to several rules.
#[derive(Debug)]
pub struct Gate {
    /// Its id.
    pub id: String,
    /// What it is, in both languages.
    pub title: Wording,
    /// Any of these holds a match back.
    pub when: Vec<Condition>,
}

/// A pack, ready to be used.
#[derive(Debug)]
pub struct Pack {
    /// Name, version and dates.
    pub head: Head,
    /// All rules.
    pub rules: Vec<Rule>,
    /// The ways to break the phrase rules.
    pub cases: Vec<Case>,
    /// The gates.
    pub gates: Vec<Gate>,
    /// The page rules.
    pub document: Vec<Compiled>,
    /// The treatments and products that pages name.
    pub subjects: Vec<Named>,
    /// What the languages of a page are compared by.
    pub topics: Vec<Topic>,
    pub(crate) reader: Reader,
    pub(crate) by_first: Vec<Vec<(usize, usize)>>,
    pub(crate) classes: BTreeMap<String, ClassId>,
}

/// A page rule, compiled.
#[derive(Debug)]
pub struct Compiled {
    /// The place of its rule.
    pub rule: usize,
    /// What it looks at.
    pub of: Subject,
    /// Where it asks.
    pub on: Vec<Channel>,
    /// What begins it, for subjects that are words.
    pub when: Vec<ClassId>,
    /// What keeps it silent if it stands on the page.
    pub unless: Vec<ClassId>,
    /// Of which one must be present before it asks.
    pub given: Vec<ClassId>,
    /// What makes it speak all the same.
    pub despite: Vec<ClassId>,
    /// What must be present.
    pub needs: Vec<Requirement>,
}

/// Something that must be present.
#[derive(Debug)]
pub struct Requirement {
    /// What it is called in a reason.
    pub name: Wording,
    /// Any of these shows it.
    pub any: Vec<ClassId>,
    /// Whether one statement may serve several subjects.
    pub shared: Sharing,
}

/// A treatment or product by its names.
#[derive(Debug)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// What it is called in a reason.
    pub name: Wording,
    /// The class of its names.
    pub class: ClassId,
    /// Whether it needs the five disclosures.
    pub standing: Approval,
}

/// What the registry says of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approval {
    /// A treatment, no product.
    Treatment,
    /// Approved in Japan; other uses are off-label.
    Approved,
    /// Not approved in Japan.
    Unapproved,
    /// A kind of product of which some makes are approved: a page may say that the one in use is.
    Varies,
}

/// Something both languages of a page must say alike.
#[derive(Debug)]
pub struct Topic {
    /// What it is called in a reason.
    pub name: Wording,
    /// The words for it.
    pub any: Vec<ClassId>,
    /// The id of the rule that reports a difference.
    pub rule: usize,
}

/// Files by name.
pub type Texts = BTreeMap<String, String>;

impl Pack {
    /// Reads the files of a pack. The registry of products may be among them.
    ///
    /// # Errors
    /// With all mistakes, each with its file and, where known, its line.
    pub fn read(texts: &Texts) -> Result<Self, Vec<Mistake>> {
        compile::compile(&file::read(texts)?)
    }

    /// A rule by its id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// A class by its name, as a list of none or one.
    pub(crate) fn class(&self, name: &str) -> Vec<ClassId> {
        self.classes.get(name).copied().into_iter().collect()
    }
}
