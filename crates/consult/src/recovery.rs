//! How urgent a check-in is.

use crate::finding::{Says, Source, sources};
use crate::history::{depth, units};
use crate::misread::{Misread, Refused};
use crate::reading::Reader;
use crate::{Question, Weight, Weighty};
use journey::protocol::{Library, Protocol};
use journey::recovery::{
    self as rules, Asked, CheckInAnswers, Contradiction, HumanReader, NextSession, PerformedSession, Reader as Role,
    RecoveryFinding, SignClass, SymptomAnswer, SymptomKind, Tier, explain, triage,
};
use journey::slug::SymptomId;
use journey::text::Lang;
use journey::tree::Tree;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How urgent is what this patient tells after a session?
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Triage {
    /// The protocol.
    pub protocol: String,
    /// What was done: healing depends on it.
    #[serde(default)]
    pub session: Performed,
    /// The check-in that is judged.
    pub check_in: CheckIn,
    /// Earlier check-ins of the same session, in any order.
    #[serde(default)]
    pub earlier: Vec<CheckIn>,
}

/// What of a session matters for its healing.
#[derive(Clone, PartialEq, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Performed {
    /// How deep at the deepest, in millimetres.
    pub depth_mm: Option<f64>,
    /// How many units in all.
    pub units: Option<f64>,
}

/// One check-in.
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckIn {
    /// Whole hours since the recorded end of the session.
    pub hours_since_end: u32,
    /// Symptom to answer: `none`, `mild`, `moderate`, `severe`, or `yes`, `no`. What is left out is unanswered.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    /// What the patient wrote, in Japanese or English. It can only raise, and a person reads it all the same.
    #[serde(default)]
    pub free_text: String,
    /// Whether open questions were already put a second time.
    #[serde(default)]
    pub asked_again: bool,
}

/// What a check-in comes to.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Urgency {
    /// The protocol.
    pub protocol: String,
    /// The version that judged.
    pub version: String,
    /// 0 self-care, 1 next working day, 2 a doctor the same day, 3 an emergency.
    pub tier: u8,
    /// By when somebody must answer: `next-working-day`, `same-day` or `now`; absent for self-care.
    pub deadline: Option<String>,
    /// Who answers: `nurse` or `physician`; absent for self-care.
    pub role: Option<String>,
    /// Whether a person must read it whatever the tier.
    pub needs_human_reader: bool,
    /// Every flag that is raised, most urgent first.
    pub findings: Vec<Raised>,
    /// Questions to put again: unanswered or doubtful ones that could still raise the tier.
    pub ask_again: Vec<String>,
    /// The tier that the worst answer to the open questions would mean.
    pub worst_open: Option<u8>,
    /// Answers that do not fit together.
    pub contradictions: Vec<Doubtful>,
}

/// One flag that is raised.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Raised {
    /// The flag.
    pub flag: String,
    /// Its tier.
    pub tier: u8,
    /// `expected`, `adverse-event` or `non-response`.
    pub class: String,
    /// What was seen.
    pub says: Says,
    /// What to do.
    pub advice: Says,
    /// Whether the next session waits until a physician releases it.
    pub freezes_next_session: bool,
    /// The sources.
    pub sources: Vec<Source>,
}

/// Answers that do not fit together; they count as open.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Doubtful {
    /// The symptoms in doubt.
    pub symptoms: Vec<String>,
    /// What is asked.
    pub says: Says,
}

struct Read<'a> {
    protocol: &'a Protocol,
    session: PerformedSession,
    now: CheckInAnswers,
    earlier: Vec<CheckInAnswers>,
}

impl Triage {
    fn read<'a>(&self, library: &'a Library) -> Result<Read<'a>, Refused> {
        let reader = Reader::new(library);
        let session = PerformedSession {
            depth: depth(&reader, "session", self.session.depth_mm),
            units: units(&reader, "session", self.session.units),
        };
        let read = reader.protocol("protocol", &self.protocol).map(|protocol| Read {
            protocol,
            session,
            now: self.check_in.read(&reader, "check_in", protocol),
            earlier: self
                .earlier
                .iter()
                .enumerate()
                .map(|(place, one)| one.read(&reader, &format!("earlier[{place}]"), protocol))
                .collect(),
        });
        reader.finish(read)
    }
}

impl CheckIn {
    fn read(&self, reader: &Reader<'_>, at: &str, protocol: &Protocol) -> CheckInAnswers {
        let answers =
            self.answers.iter().filter_map(|(name, answer)| one(reader, at, protocol, name, answer)).collect();
        CheckInAnswers {
            hours_since_end: self.hours_since_end,
            answers,
            free_text: self.free_text.clone(),
            asked: if self.asked_again { Asked::Again } else { Asked::Once },
        }
    }
}

fn one(
    reader: &Reader<'_>,
    at: &str,
    protocol: &Protocol,
    name: &str,
    answer: &str,
) -> Option<(SymptomId, SymptomAnswer)> {
    let field = format!("{at}.answers.{name}");
    let known = &protocol.recovery.symptoms;
    let Some(symptom) = known.iter().find(|symptom| symptom.id.as_str() == name) else {
        reader.unknown(&field, "symptom", name, known.iter().map(|symptom| symptom.id.as_str()));
        return None;
    };
    let parsed = SymptomAnswer::parse(symptom.kind, answer);
    if parsed.is_none() {
        let expected = match symptom.kind {
            SymptomKind::Severity => "none, mild, moderate or severe",
            SymptomKind::YesNo => "yes or no",
        };
        reader.note(Misread::at(field, format!("{answer:?} is not an answer to this question"), expected));
    }
    parsed.map(|answer| (symptom.id.clone(), answer))
}

const fn number(tier: Tier) -> u8 {
    match tier {
        Tier::Tier0 => 0,
        Tier::Tier1 => 1,
        Tier::Tier2 => 2,
        Tier::Tier3 => 3,
    }
}

fn raised(protocol: &Protocol, finding: &RecoveryFinding) -> Raised {
    let class = match finding.class {
        SignClass::Expected => "expected",
        SignClass::AdverseEvent => "adverse-event",
        SignClass::NonResponse => "non-response",
    };
    Raised {
        flag: finding.flag.to_string(),
        tier: number(finding.tier),
        class: class.into(),
        says: (&finding.says).into(),
        advice: (&finding.advice).into(),
        freezes_next_session: finding.next_session == NextSession::Frozen,
        sources: sources(protocol, &finding.source),
    }
}

fn names(symptoms: &[SymptomId]) -> Vec<String> {
    symptoms.iter().map(ToString::to_string).collect()
}

fn doubtful(doubt: &Contradiction) -> Doubtful {
    Doubtful { symptoms: names(&doubt.symptoms), says: (&doubt.says).into() }
}

fn told(protocol: &Protocol, judged: &rules::Triage) -> Urgency {
    let role = judged.role.map(|role| match role {
        Role::Nurse => "nurse".into(),
        Role::Physician => "physician".into(),
    });
    Urgency {
        protocol: protocol.id.to_string(),
        version: protocol.hash.to_string(),
        tier: number(judged.tier),
        deadline: judged.deadline.map(|deadline| deadline.code().into()),
        role,
        needs_human_reader: judged.needs_human_reader == HumanReader::Needed,
        findings: judged.findings.iter().map(|finding| raised(protocol, finding)).collect(),
        ask_again: names(&judged.ask_again),
        worst_open: judged.worst_open.map(number),
        contradictions: judged.contradictions.iter().map(doubtful).collect(),
    }
}

impl Question for Triage {
    type Answer = Urgency;

    fn answer(&self, library: &Library) -> Result<Urgency, Refused> {
        let read = self.read(library)?;
        Ok(told(read.protocol, &triage(read.protocol, &read.now, &read.earlier, &read.session)))
    }

    fn explain(&self, library: &Library, lang: Lang) -> Result<Tree, Refused> {
        let read = self.read(library)?;
        Ok(explain(read.protocol, &read.now, &read.earlier, &read.session).tree(lang))
    }
}

impl Weighty for Urgency {
    fn weight(&self) -> Weight {
        if self.tier > 0 || !self.ask_again.is_empty() { Weight::Found } else { Weight::Fine }
    }
}
