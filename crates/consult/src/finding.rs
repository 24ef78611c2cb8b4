//! Findings as they are told.

use jiff::civil::Date;
use journey::evidence::{Address, Source as Known};
use journey::protocol::Protocol;
use journey::screening::{Change as Changes, Finding as Found, OverrideBy, Until as Ends};
use journey::slug::{SourceId, ZoneId};
use journey::text::Bilingual;
use schemars::JsonSchema;
use serde::Serialize;

/// A sentence in both languages.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Says {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

impl From<&Bilingual> for Says {
    fn from(text: &Bilingual) -> Self {
        use journey::text::Lang;
        Self { ja: text.get(Lang::Ja).to_owned(), en: text.get(Lang::En).to_owned() }
    }
}

/// Where a rule comes from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Source {
    /// Its name in the protocol's sources.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The year it appeared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// A page, a DOI, a trial or approval number, or a printed place.
    pub address: String,
}

impl From<&Known> for Source {
    fn from(source: &Known) -> Self {
        let address = match &source.address {
            Address::Url(text) | Address::Registry(text) | Address::Place(text) => text.clone(),
            Address::Doi(doi) => format!("doi:{doi}"),
        };
        Self { id: source.id.to_string(), title: source.title.clone(), year: source.year, address }
    }
}

/// The sources of those names.
pub(crate) fn sources(protocol: &Protocol, ids: &[SourceId]) -> Vec<Source> {
    ids.iter().filter_map(|id| protocol.sources.iter().find(|one| &one.id == id)).map(Source::from).collect()
}

/// When a finding ends.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Until {
    /// From that day on it no longer holds.
    Date(Date),
    /// When this has happened.
    Event(Says),
}

impl From<&Ends> for Until {
    fn from(ends: &Ends) -> Self {
        match ends {
            Ends::Date(day) => Self::Date(*day),
            Ends::Event(event) => Self::Event(event.into()),
        }
    }
}

/// What would change a finding.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Change {
    /// Another answer.
    Answer {
        /// The fact.
        fact: String,
        /// The answers that would, each as the engine tells them.
        becomes: Vec<serde_json::Value>,
    },
    /// A day on which the waiting time is over.
    Date {
        /// The fact that began it.
        fact: String,
        /// The first day without the finding.
        on: Date,
    },
    /// Something that must happen first.
    Event {
        /// What.
        event: Says,
    },
}

impl From<&Changes> for Change {
    fn from(change: &Changes) -> Self {
        match change {
            Changes::Answer { fact, becomes } => Self::Answer {
                fact: fact.to_string(),
                becomes: becomes.iter().filter_map(|one| serde_json::to_value(one).ok()).collect(),
            },
            Changes::Date { fact, on } => Self::Date { fact: fact.to_string(), on: *on },
            Changes::Event(event) => Self::Event { event: event.into() },
        }
    }
}

/// One finding, with everything a person needs to judge it.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Finding {
    /// The rule.
    pub rule: String,
    /// What kind of finding it is: `screening`, `too-early`, `over-clinic`, …
    pub kind: String,
    /// How far it reaches: `cleared`, `caution`, `needs-doctor`, `deferred` or `contraindicated`.
    pub headline: String,
    /// `stands`, `awaits-approval` or `sources-conflict`: the latter two reach no further than a doctor's decision.
    pub standing: String,
    /// The wording.
    pub says: Says,
    /// What may be done instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead: Option<Says>,
    /// Where the rule comes from.
    pub sources: Vec<Source>,
    /// How far the sources carry: `strong`, `moderate`, `weak`, `house`.
    pub confidence: String,
    /// When it ends, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Until>,
    /// What would change it.
    pub changes: Vec<Change>,
    /// The zones it speaks of; none for the whole treatment.
    pub zones: Vec<String>,
    /// Who may set it aside: `physician` or `never`.
    #[serde(rename = "override")]
    pub override_by: String,
}

/// Names as they are written.
pub(crate) fn names(zones: &[ZoneId]) -> Vec<String> {
    zones.iter().map(ToString::to_string).collect()
}

impl Finding {
    pub(crate) fn of(protocol: &Protocol, found: &Found) -> Self {
        Self {
            rule: found.rule.to_string(),
            kind: found.kind.code().into(),
            headline: found.headline.code().into(),
            standing: found.standing.code().into(),
            says: (&found.says).into(),
            instead: found.instead.as_ref().map(Says::from),
            sources: sources(protocol, &found.sources),
            confidence: found.confidence.code().into(),
            until: found.until.as_ref().map(Until::from),
            changes: found.changes.iter().map(Change::from).collect(),
            zones: names(&found.zones),
            override_by: match found.override_by {
                OverrideBy::Never => "never".into(),
                OverrideBy::Physician => "physician".into(),
            },
        }
    }

    pub(crate) fn all(protocol: &Protocol, found: &[Found]) -> Vec<Self> {
        found.iter().map(|one| Self::of(protocol, one)).collect()
    }
}
