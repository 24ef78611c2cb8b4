//! What may be set, where, with what and by whom.

mod dilution;
mod explain;
mod setting;
mod who;

pub use dilution::{Dilute, Diluted};
pub use setting::{Position, Setting, Side};
pub use who::{Held, Operator, Vial};

use crate::clinic::Clinic;
use crate::facts::Facts;
use crate::finding::Finding;
use crate::history::{Past, history, taken};
use crate::misread::Refused;
use crate::reading::Reader;
use crate::{Question, Weight, Weighty};
use jiff::Timestamp;
use jiff::civil::Date;
use journey::course::{Indication, PastSession};
use journey::facts::{AsOf, Facts as Known};
use journey::protocol::{Library, Protocol};
use journey::screening::{Activation, Headline};
use journey::session::{self as rules, OpenVial, SessionQuestion, TakenDose, check_session};
use journey::text::Lang;
use journey::tree::Tree;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// May these settings be used in a session on this day?
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The protocol.
    pub protocol: String,
    /// What the session is for; may be left out where the protocol has one indication.
    #[serde(default)]
    pub indication: Option<String>,
    /// The clinic's civil date of the session.
    pub on: Date,
    /// What is known of the patient: bounds may depend on it. An unknown answer counts as the careful case.
    #[serde(default)]
    pub facts: Facts,
    /// What is set or given.
    #[serde(default)]
    pub settings: Vec<Setting>,
    /// Everything that was done before, here or elsewhere: doses count towards ceilings over time and steps.
    #[serde(default)]
    pub history: Vec<Past>,
    /// Who carries it out; left out, that is not judged.
    #[serde(default)]
    pub operator: Option<Operator>,
    /// The vials that are used; left out, their age is not judged.
    #[serde(default)]
    pub vials: Vec<Vial>,
    /// When the vials are used; needed with `vials`.
    #[serde(default)]
    pub at: Option<Timestamp>,
    /// A dilution to work out.
    #[serde(default)]
    pub dilution: Option<Dilute>,
    /// What the clinic's physician has put into effect.
    #[serde(default)]
    pub clinic: Clinic,
}

/// What the rules say about the settings together.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Judged {
    /// The protocol.
    pub protocol: String,
    /// The version that judged.
    pub version: String,
    /// The worst finding: `cleared`, `caution`, `needs-doctor`, `deferred` or `contraindicated`.
    pub headline: String,
    /// What was found, worst first: each setting, the totals, what was given before, both sides, the places on the
    /// face, the operator, the vials and the steps of a rising dose.
    pub findings: Vec<Finding>,
    /// The dilution, where one was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dilution: Option<Diluted>,
}

pub(crate) struct Read<'a> {
    library: &'a Library,
    protocol: &'a Protocol,
    indication: &'a Indication,
    settings: Vec<rules::Setting>,
    history: Vec<PastSession>,
    taken: Vec<TakenDose>,
    operator: Option<who::Whoever>,
    vials: Vec<OpenVial>,
    dilution: Option<Diluted>,
    facts: Known,
    activation: Activation,
}

impl Settings {
    fn read<'a>(&self, library: &'a Library) -> Result<Read<'a>, Refused> {
        let reader = Reader::new(library);
        let facts = self.facts.read(&reader, "facts", self.on);
        let history_of = history(&reader, "history", &self.history);
        let taken = taken(&reader, "history", &self.history);
        let each = self.settings.iter().enumerate();
        let settings = each.filter_map(|(place, one)| one.read(&reader, &format!("settings[{place}]"))).collect();
        let operator = self.operator.as_ref().map(|one| one.read(&reader, "operator"));
        let vials = who::vials(&reader, "vials", &self.vials, self.at);
        let dilution = self.dilution.as_ref().and_then(|one| one.work_out(&reader, "dilution"));
        let read = reader.protocol("protocol", &self.protocol).and_then(|protocol| {
            let activation = self.clinic.read(&reader, "clinic", protocol);
            Some(Read {
                library,
                protocol,
                indication: reader.indication("indication", protocol, self.indication.as_deref())?,
                settings,
                history: history_of,
                taken,
                operator,
                vials,
                dilution,
                facts,
                activation,
            })
        });
        reader.finish(read)
    }

    fn judged<T>(&self, read: &Read<'_>, then: impl FnOnce(&SessionQuestion<'_>) -> T) -> T {
        let known = AsOf::new(read.library.facts(), &read.facts, self.on);
        then(&SessionQuestion {
            library: read.library,
            protocol: read.protocol,
            indication: &read.indication.id,
            settings: &read.settings,
            history: &read.history,
            taken: &read.taken,
            operator: read.operator.as_ref().map(who::Whoever::operator),
            vials: &read.vials,
            at: self.at,
            known: &known,
            activation: &read.activation,
        })
    }
}

impl Question for Settings {
    type Answer = Judged;

    fn answer(&self, library: &Library) -> Result<Judged, Refused> {
        let read = self.read(library)?;
        let found = self.judged(&read, check_session);
        let headline = found.iter().map(|finding| finding.headline).max().unwrap_or(Headline::Cleared);
        Ok(Judged {
            protocol: read.protocol.id.to_string(),
            version: read.protocol.hash.to_string(),
            headline: headline.code().into(),
            findings: Finding::all(read.protocol, &found),
            dilution: read.dilution,
        })
    }

    fn explain(&self, library: &Library, lang: Lang) -> Result<Tree, Refused> {
        let read = self.read(library)?;
        let mut tree = self.judged(&read, |question| explain::tree(question, lang));
        tree.below.extend(read.dilution.as_ref().map(|worked_out| worked_out.tree(lang)));
        Ok(tree)
    }
}

impl Weighty for Judged {
    fn weight(&self) -> Weight {
        if matches!(&*self.headline, "cleared" | "caution") { Weight::Fine } else { Weight::Found }
    }
}
