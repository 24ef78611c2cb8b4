//! The files of a pack as they are written.

use super::{Mistake, Texts};
use crate::channel::Channel;
use crate::finding::Severity;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Japanese and English.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

/// The head of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Its name.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The day on which its sources were last read.
    pub checked: Date,
}

/// Words or sequences that count as one.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ClassEntry {
    #[serde(default)]
    pub words: Vec<String>,
    #[serde(default)]
    pub compounds: Vec<String>,
    #[serde(default)]
    pub include: Vec<String>,
    #[serde(default)]
    pub sequences: Vec<String>,
}

/// A source.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceEntry {
    pub title: String,
    #[serde(default)]
    pub url: Option<String>,
}

/// What rules of both kinds have.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RuleEntry {
    pub id: String,
    pub severity: Severity,
    pub title: Wording,
    pub reason: Wording,
    pub suggestion: Wording,
    pub source: Vec<String>,
    #[serde(default)]
    pub checked: Option<Date>,
    #[serde(default)]
    pub valid_from: Option<Date>,
    #[serde(default)]
    pub valid_to: Option<Date>,
    #[serde(default)]
    pub gates: Option<Vec<String>>,
    #[serde(default)]
    pub case: Vec<CaseEntry>,
    #[serde(default)]
    pub page: Vec<DocumentRule>,
}

/// One way to break a rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CaseEntry {
    #[serde(rename = "match")]
    pub patterns: Vec<String>,
    #[serde(default)]
    pub severity: Option<Severity>,
    #[serde(default)]
    pub only: Vec<String>,
    #[serde(default)]
    pub unless: Vec<String>,
    #[serde(default)]
    pub gates: Option<Vec<String>>,
}

/// What a page rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// Each self-pay treatment that the page is about.
    Treatment,
    /// Each product that the registry calls unapproved, and a page that calls its own product so.
    Product,
    /// Each pair of pictures from before and after.
    Pictures,
    /// The page as a whole.
    Page,
    /// How well the risks can be seen.
    Legibility,
    /// Whether those who are shown in pictures have agreed.
    Consent,
}

/// The page side of a rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DocumentRule {
    /// What it looks at.
    pub of: Subject,
    /// Where it asks; on pages and in posts if nothing is said.
    #[serde(default = "sought")]
    pub on: Vec<Channel>,
    /// Classes that begin it.
    #[serde(default)]
    pub when: Vec<String>,
    /// Classes that keep it silent.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Classes of which one must be present before it asks.
    #[serde(default)]
    pub given: Vec<String>,
    /// Classes that make it speak all the same.
    #[serde(default)]
    pub despite: Vec<String>,
    /// What must be present; as in the rule's first page side if nothing is named.
    #[serde(default)]
    pub need: Vec<Need>,
}

/// What patients seek out.
fn sought() -> Vec<Channel> {
    vec![Channel::Site, Channel::Post]
}

/// Something that must be present.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// What it is called.
    pub name: Wording,
    /// Classes, any of which shows it.
    pub any: Vec<String>,
    /// Whether one statement may serve several subjects.
    #[serde(default)]
    pub shared: Sharing,
}

/// Whether one statement may serve several subjects of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sharing {
    /// If it stands outside their sections.
    #[default]
    Freely,
    /// Only if it names them.
    Never,
    /// Wherever it stands: what is said once for the whole page.
    Page,
}

/// An exception.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GateEntry {
    pub id: String,
    pub title: Wording,
    pub when: Vec<String>,
}

/// A treatment by its names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TreatmentEntry {
    pub id: String,
    pub name: Wording,
    pub words: Vec<String>,
    #[serde(default)]
    pub compounds: Vec<String>,
}

/// What both languages must say alike.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParityTopic {
    /// The rule that reports a difference.
    pub rule: String,
    /// What it is called.
    pub name: Wording,
    /// Classes, any of which is the topic.
    pub any: Vec<String>,
}

/// A product of the registry; what the linter does not need is not read.
#[derive(Debug, Clone, Deserialize)]
pub struct ProductEntry {
    pub id: String,
    pub name: Wording,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub status: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    pack: Option<Head>,
    #[serde(default)]
    class: BTreeMap<String, ClassEntry>,
    #[serde(default)]
    source: BTreeMap<String, SourceEntry>,
    #[serde(default)]
    rule: Vec<RuleEntry>,
    #[serde(default)]
    gate: Vec<GateEntry>,
    #[serde(default)]
    treatment: Vec<TreatmentEntry>,
    #[serde(default)]
    parity: Vec<ParityTopic>,
    #[serde(default)]
    product: Vec<ProductEntry>,
}

/// All files as one.
#[derive(Debug, Default)]
pub struct Files {
    pub head: Option<Head>,
    pub classes: BTreeMap<String, (String, ClassEntry)>,
    pub sources: BTreeMap<String, SourceEntry>,
    pub rules: Vec<(String, RuleEntry)>,
    pub gates: Vec<(String, GateEntry)>,
    pub treatments: Vec<TreatmentEntry>,
    pub topics: Vec<(String, ParityTopic)>,
    pub products: Vec<ProductEntry>,
}

/// Reads every file, and tells all mistakes.
pub fn read(texts: &Texts) -> Result<Files, Vec<Mistake>> {
    let (mut files, mut mistakes) = (Files::default(), Vec::new());
    for (name, text) in texts {
        match toml::from_str::<Written>(text) {
            Ok(written) => files.add(name, written, &mut mistakes),
            Err(error) => {
                let line =
                    error.span().map(|span| text.get(..span.start).unwrap_or_default().matches('\n').count() + 1);
                mistakes.push(Mistake { file: name.clone(), line, what: error.message().to_owned() });
            }
        }
    }
    if mistakes.is_empty() { Ok(files) } else { Err(mistakes) }
}

impl Files {
    fn add(&mut self, file: &str, written: Written, mistakes: &mut Vec<Mistake>) {
        self.head = self.head.take().or(written.pack);
        for (name, entry) in written.class {
            if self.classes.insert(name.clone(), (file.to_owned(), entry)).is_some() {
                mistakes.push(Mistake {
                    file: file.into(),
                    line: None,
                    what: format!("class `{name}` is written twice"),
                });
            }
        }
        self.sources.extend(written.source);
        self.rules.extend(written.rule.into_iter().map(|rule| (file.to_owned(), rule)));
        self.gates.extend(written.gate.into_iter().map(|gate| (file.to_owned(), gate)));
        self.treatments.extend(written.treatment);
        self.topics.extend(written.parity.into_iter().map(|topic| (file.to_owned(), topic)));
        self.products.extend(written.product);
    }
}
