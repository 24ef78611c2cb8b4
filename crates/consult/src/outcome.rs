//! What the scores say, how long the effect may last, and when to come back.

use crate::finding::{Says, Source, sources};
use crate::misread::{Misread, Refused};
use crate::reading::Reader;
use crate::{Question, Weight, Weighty};
use jiff::civil::Date;
use journey::course::Indication;
use journey::facts::Decimal;
use journey::outcome::{Inputs, Response, Scale, Score as Scored, response};
use journey::protocol::{Library, Protocol};
use journey::recall::{Course, Lasting, Observed, due_for, estimate};
use journey::text::{Bilingual, Lang};
use journey::tree::Tree;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Does the treatment work for this patient, and when should they come back?
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The protocol.
    pub protocol: String,
    /// What the course is for; may be left out where the protocol has one indication.
    #[serde(default)]
    pub indication: Option<String>,
    /// How many sessions of the course are done.
    #[serde(default)]
    pub sessions_done: u16,
    /// Scores, each as a number or as what was counted and graded.
    #[serde(default)]
    pub scores: Vec<Score>,
    /// What the patient saw of how long the effect lasted after earlier sessions.
    #[serde(default)]
    pub observed: Vec<Seen>,
    /// The last session; with `today` it asks for a recall.
    #[serde(default)]
    pub last_session: Option<Date>,
    /// The clinic's civil date.
    #[serde(default)]
    pub today: Option<Date>,
    /// The earliest day that the forecast allows; a recall never opens before it.
    #[serde(default)]
    pub earliest: Option<Date>,
}

/// A score on a day.
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// The scale.
    pub scale: String,
    /// When it was taken.
    pub on: Date,
    /// The score itself.
    #[serde(default)]
    pub value: Option<f64>,
    /// Or what was counted and graded, by the scale's inputs.
    #[serde(default)]
    pub inputs: BTreeMap<String, f64>,
}

/// How long the effect of one session lasted: exactly one of `faded` and `still`.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// The session.
    pub treated: Date,
    /// The day on which it had faded.
    #[serde(default)]
    pub faded: Option<Date>,
    /// A day on which it was still there.
    #[serde(default)]
    pub still: Option<Date>,
}

/// What the scores say, and when to come back.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Progress {
    /// The protocol.
    pub protocol: String,
    /// The version that judged.
    pub version: String,
    /// What the course is for.
    pub indication: String,
    /// `as-expected`, `not-responding`, `worse`, `too-early` or `no-evidence`.
    pub response: String,
    /// For `too-early`: how many sessions are still to come; 0 where only a score is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sessions_needed: Option<u16>,
    /// For `not-responding` and `worse`: what may be done otherwise.
    pub options: Vec<Says>,
    /// The scores, computed.
    pub scores: Vec<Computed>,
    /// How long the effect may last for this patient; absent where no source says how long it usually does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasts: Option<Lasts>,
    /// Whether a recall is due, where `last_session` and `today` were given and the protocol knows one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recall: Option<Recall>,
}

/// A score that was computed.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Computed {
    /// The scale.
    pub scale: String,
    /// When it was taken.
    pub on: Date,
    /// The score.
    pub value: f64,
    /// What it means, where the scale names ranges.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub means: Option<Says>,
}

/// How long the effect may last, in days after a session.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Lasts {
    /// As likely shorter as longer.
    pub usual_days: u32,
    /// One in twenty is shorter.
    pub from_days: u32,
    /// One in twenty is longer.
    pub to_days: u32,
    /// How many of the patient's own sessions went into it.
    pub seen: u32,
}

/// A recall that is due.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Recall {
    /// The first day of the window.
    pub from: Date,
    /// The last usual day.
    pub to: Date,
    /// Why.
    pub says: Says,
    /// The sources.
    pub sources: Vec<Source>,
}

struct Read<'a> {
    protocol: &'a Protocol,
    indication: &'a Indication,
    scores: Vec<(Scored, &'a Scale)>,
    observed: Vec<Observed>,
}

impl Outcome {
    fn read<'a>(&self, library: &'a Library) -> Result<Read<'a>, Refused> {
        let reader = Reader::new(library);
        let each = self.scores.iter().enumerate();
        let scores = each.filter_map(|(place, one)| one.read(&reader, &format!("scores[{place}]"))).collect();
        let each = self.observed.iter().enumerate();
        let observed = each.filter_map(|(place, one)| one.read(&reader, &format!("observed[{place}]"))).collect();
        if self.last_session.is_some() != self.today.is_some() {
            reader.note(Misread::at("today", "a recall needs both days", "last_session and today, or neither"));
        }
        let read = reader.protocol("protocol", &self.protocol).and_then(|protocol| {
            let indication = reader.indication("indication", protocol, self.indication.as_deref())?;
            Some(Read { protocol, indication, scores, observed })
        });
        reader.finish(read)
    }

    fn recall(&self, read: &Read<'_>) -> Option<Recall> {
        let course = Course {
            indication: read.indication.id.clone(),
            last_session: self.last_session?,
            observed: read.observed.clone(),
            earliest: self.earliest,
        };
        let due = due_for(read.protocol, &course, self.today?)?;
        Some(Recall {
            from: due.window_from,
            to: due.window_to,
            says: (&due.says).into(),
            sources: sources(read.protocol, &due.source),
        })
    }
}

impl Score {
    fn read<'a>(&self, reader: &Reader<'a>, at: &str) -> Option<(Scored, &'a Scale)> {
        let known = &reader.library.scales;
        let Some(scale) = known.iter().find(|scale| scale.id.as_str() == self.scale) else {
            let names = known.iter().map(|scale| scale.id.as_str());
            reader.unknown(&format!("{at}.scale"), "scale", &self.scale, names);
            return None;
        };
        let value = match (self.value, self.inputs.is_empty()) {
            (Some(value), true) => whole(reader, at, scale, value),
            (None, false) => self.computed(reader, at, scale),
            _ => {
                reader.note(Misread::at(at, "a score is needed", "either value or inputs"));
                None
            }
        };
        Some((Scored { scale: scale.id.clone(), value: value?, on: self.on }, scale))
    }

    fn computed(&self, reader: &Reader<'_>, at: &str, scale: &Scale) -> Option<Decimal> {
        let mut inputs = Inputs::new();
        for (name, number) in &self.inputs {
            let field = format!("{at}.inputs.{name}");
            let Some(input) = scale.inputs.iter().find(|input| input.id.as_str() == name) else {
                reader.unknown(&field, "input", name, scale.inputs.iter().map(|input| input.id.as_str()));
                continue;
            };
            inputs.extend(decimal(reader, &field, *number).map(|number| (input.id.clone(), number)));
        }
        let field = format!("{at}.inputs");
        scale
            .score(&inputs)
            .map_err(|wrong| reader.note(Misread::at(field, wrong.to_string(), "what the scale asks for")))
            .ok()
    }
}

fn whole(reader: &Reader<'_>, at: &str, scale: &Scale, value: f64) -> Option<Decimal> {
    let field = format!("{at}.value");
    let value = decimal(reader, &field, value)?;
    let range = format!("{} to {}", scale.min, scale.max);
    scale.accepts(value).map_err(|wrong| reader.note(Misread::at(field, wrong.to_string(), range))).ok()?;
    Some(value)
}

fn decimal(reader: &Reader<'_>, field: &str, number: f64) -> Option<Decimal> {
    let read = Decimal::try_from(number);
    read.map_err(|wrong| reader.note(Misread::at(field, wrong.to_string(), "a number"))).ok()
}

impl Seen {
    fn read(&self, reader: &Reader<'_>, at: &str) -> Option<Observed> {
        let (on, lasting) = match (self.faded, self.still) {
            (Some(day), None) => (day, Lasting::Faded),
            (None, Some(day)) => (day, Lasting::StillThere),
            _ => {
                reader.note(Misread::at(at, "when it faded is needed", "exactly one of faded and still"));
                return None;
            }
        };
        if on < self.treated {
            reader.note(Misread::at(at, "the effect ends before the session", "a day after the session"));
        }
        Some(Observed { treated: self.treated, on, lasting })
    }
}

fn options(response: &Response) -> &[Bilingual] {
    match response {
        Response::NotResponding { options } | Response::Worse { options } => options,
        Response::TooEarly { .. } | Response::AsExpected | Response::NoEvidence => &[],
    }
}

fn lasts(read: &Read<'_>) -> Option<Lasts> {
    let mut acting = read.protocol.effects.iter().filter(|effect| effect.evidence.acts());
    let effect = acting.find(|effect| effect.indication == read.indication.id)?;
    let found = estimate(effect, &read.observed);
    let (usual_days, from_days, to_days) = (found.usual_days, found.from_days, found.to_days);
    Some(Lasts { usual_days, from_days, to_days, seen: found.seen })
}

fn computed((score, scale): &(Scored, &Scale)) -> Computed {
    let means = scale.band(score.value).map(|band| Says::from(&band.label));
    Computed { scale: score.scale.to_string(), on: score.on, value: score.value.into(), means }
}

impl Question for Outcome {
    type Answer = Progress;

    fn answer(&self, library: &Library) -> Result<Progress, Refused> {
        let read = self.read(library)?;
        let scores: Vec<Scored> = read.scores.iter().map(|(score, _)| score.clone()).collect();
        let found = response(read.protocol, &read.indication.id, self.sessions_done, &scores);
        let sessions_needed = match found {
            Response::TooEarly { sessions_needed } => Some(sessions_needed),
            _ => None,
        };
        Ok(Progress {
            protocol: read.protocol.id.to_string(),
            version: read.protocol.hash.to_string(),
            indication: read.indication.id.to_string(),
            response: found.code().into(),
            sessions_needed,
            options: options(&found).iter().map(Says::from).collect(),
            scores: read.scores.iter().map(computed).collect(),
            lasts: lasts(&read),
            recall: self.recall(&read),
        })
    }

    fn explain(&self, library: &Library, lang: Lang) -> Result<Tree, Refused> {
        let read = self.read(library)?;
        let answer = self.answer(library)?;
        let pick = |ja: &str, en: &str| match lang {
            Lang::Ja => ja.to_owned(),
            Lang::En => en.to_owned(),
        };
        let told = |says: &Says| pick(&says.ja, &says.en);
        let scores = answer.scores.iter().map(|score| {
            let means = score.means.as_ref().map(|means| format!(" ({})", told(means))).unwrap_or_default();
            Tree::leaf(format!("{} {}: {}{means}", score.on, score.scale, score.value))
        });
        let expected = read.protocol.outcome.iter().filter(|one| one.indication == read.indication.id);
        let expected = expected.map(|one| {
            let sessions = one.after_sessions;
            let line = pick(&format!("{sessions}回のあとの見込み"), &format!("expected after {sessions} sessions"));
            let text = format!("{line}: {} {}", one.scale, one.improvement);
            Tree { text, below: vec![Tree::leaf(one.definition.get(lang))] }
        });
        let lasts = answer.lasts.map(|lasts| {
            let (usual, from, to) = (lasts.usual_days, lasts.from_days, lasts.to_days);
            Tree::leaf(pick(
                &format!("効果の続く見込み: 約{usual}日（{from}〜{to}日）"),
                &format!("how long it may last: about {usual} days ({from} to {to})"),
            ))
        });
        let recall = answer.recall.as_ref().map(|due| {
            let text = format!("{}: {} – {}", pick("ご案内の時期", "recall"), due.from, due.to);
            Tree { text, below: vec![Tree::leaf(told(&due.says))] }
        });
        let text = format!("{}, {}: {}", read.protocol.name.get(lang), read.indication.name.get(lang), answer.response);
        Ok(Tree { text, below: scores.chain(expected).chain(lasts).chain(recall).collect() })
    }
}

impl Weighty for Progress {
    fn weight(&self) -> Weight {
        let speaks = matches!(&*self.response, "not-responding" | "worse") || self.recall.is_some();
        if speaks { Weight::Found } else { Weight::Fine }
    }
}
