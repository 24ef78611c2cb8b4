//! Who may have a treatment.

use crate::clinic::{Clinic, SetAside, overrides};
use crate::facts::Facts;
use crate::finding::{Finding, Says};
use crate::misread::Refused;
use crate::reading::Reader;
use crate::{Question, Weight, Weighty};
use jiff::civil::Date;
use journey::facts::Facts as Known;
use journey::protocol::{Library, Protocol};
use journey::screening::{Activation, Overrides, blocks_treatment, explain, screen};
use journey::slug::{FactId, ZoneId};
use journey::text::Lang;
use journey::tree::Tree;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// May this person have this treatment on this day?
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Screen {
    /// The protocol.
    pub protocol: String,
    /// The clinic's civil date for which is asked.
    pub on: Date,
    /// What is known.
    #[serde(default)]
    pub facts: Facts,
    /// What the treatment is for: its zones are judged one by one. Left out: the zones of every indication.
    #[serde(default)]
    pub indication: Option<String>,
    /// Findings that a physician set aside.
    #[serde(default)]
    pub overrides: Vec<SetAside>,
    /// What the clinic's physician has put into effect.
    #[serde(default)]
    pub clinic: Clinic,
}

/// The verdict: every finding, worst first, and what is still unknown.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Verdict {
    /// The protocol.
    pub protocol: String,
    /// The version that judged, as a hash of its content.
    pub version: String,
    /// The day.
    pub on: Date,
    /// The worst finding: `cleared`, `caution`, `needs-doctor`, `deferred` or `contraindicated`. With anything
    /// missing it is provisional.
    pub headline: String,
    /// Whether treatment may not start: something is missing, or the headline is worse than a caution.
    pub blocks_treatment: bool,
    /// What was found, worst first.
    pub findings: Vec<Finding>,
    /// Unanswered facts that could still worsen the headline, the most decisive first.
    pub missing: Vec<Missing>,
    /// Findings that a physician set aside.
    pub set_aside: Vec<Finding>,
    /// The headline of each zone: one may be excluded while another is cleared.
    pub zones: BTreeMap<String, String>,
}

/// A fact that should be asked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Missing {
    /// The fact.
    pub fact: String,
    /// The question.
    pub ask: Says,
}

struct Read<'a> {
    protocol: &'a Protocol,
    facts: Known,
    zones: Vec<ZoneId>,
    overrides: Overrides,
    activation: Activation,
}

impl Screen {
    fn read<'a>(&self, library: &'a Library) -> Result<Read<'a>, Refused> {
        let reader = Reader::new(library);
        let facts = self.facts.read(&reader, "facts", self.on);
        let read = reader.protocol("protocol", &self.protocol).map(|protocol| Read {
            protocol,
            facts,
            zones: self.zones(&reader, protocol),
            overrides: overrides(&reader, "overrides", protocol, &self.overrides),
            activation: self.clinic.read(&reader, "clinic", protocol),
        });
        reader.finish(read)
    }

    fn zones(&self, reader: &Reader<'_>, protocol: &Protocol) -> Vec<ZoneId> {
        let Some(name) = &self.indication else {
            let mut all: Vec<ZoneId> = protocol.indications.iter().flat_map(|one| one.zones.clone()).collect();
            all.sort();
            all.dedup();
            return all;
        };
        reader.indication("indication", protocol, Some(name)).map(|one| one.zones.clone()).unwrap_or_default()
    }
}

impl Question for Screen {
    type Answer = Verdict;

    fn answer(&self, library: &Library) -> Result<Verdict, Refused> {
        let read = self.read(library)?;
        let verdict = screen(read.protocol, library.facts(), &read.facts, self.on, &read.overrides, &read.activation);
        let by_zone = verdict.by_zone(&read.zones).into_iter();
        Ok(Verdict {
            protocol: read.protocol.id.to_string(),
            version: read.protocol.hash.to_string(),
            on: self.on,
            headline: verdict.headline().code().into(),
            blocks_treatment: blocks_treatment(&verdict),
            findings: Finding::all(read.protocol, &verdict.findings),
            missing: verdict.missing.iter().map(|fact| missing(library, fact)).collect(),
            set_aside: Finding::all(read.protocol, &verdict.set_aside),
            zones: by_zone.map(|(zone, headline)| (zone.to_string(), headline.code().into())).collect(),
        })
    }

    fn explain(&self, library: &Library, lang: Lang) -> Result<Tree, Refused> {
        let read = self.read(library)?;
        let facts = library.facts();
        Ok(explain(read.protocol, facts, &read.facts, self.on, &read.overrides, &read.activation).tree(lang))
    }
}

fn missing(library: &Library, fact: &FactId) -> Missing {
    let none = || Says { ja: String::new(), en: String::new() };
    let ask = library.facts().get(fact).map_or_else(none, |fact| Says::from(&fact.ask));
    Missing { fact: fact.to_string(), ask }
}

impl Weighty for Verdict {
    fn weight(&self) -> Weight {
        if self.blocks_treatment { Weight::Found } else { Weight::Fine }
    }
}
