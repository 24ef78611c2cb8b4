//! When the next session of a course may be.

use crate::clinic::Clinic;
use crate::facts::Facts;
use crate::finding::{Finding, Says, Source, sources};
use crate::history::{Booked, Past, Plan, booked, history};
use crate::misread::Refused;
use crate::reading::Reader;
use crate::{Question, Weight, Weighty};
use jiff::civil::Date;
use journey::course::{
    Because, Bound as Held, Counted, CourseQuestion, Evaluated as Counts, LifeEvent, PastSession, Planned, Screened,
    Treated, check_date, considered, forecast,
};
use journey::course::{BookedSession, Indication};
use journey::facts::{AsOf, Facts as Known};
use journey::protocol::{Library, Protocol};
use journey::screening::{Activation, Overrides};
use journey::text::{Bilingual, Lang};
use journey::tree::Tree;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// From when to when may the next session of this course be?
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Forecast {
    /// The protocol.
    pub protocol: String,
    /// What the course is for; may be left out where the protocol has one indication.
    #[serde(default)]
    pub indication: Option<String>,
    /// The clinic's civil date.
    pub today: Date,
    /// Everything that was done, here or elsewhere, of any treatment.
    #[serde(default)]
    pub history: Vec<Past>,
    /// Everything that is booked, of any treatment, without the session that is asked about.
    #[serde(default)]
    pub booked: Vec<Booked>,
    /// What is planned.
    #[serde(default)]
    pub planned: Plan,
    /// What the patient has ahead, such as a wedding.
    #[serde(default)]
    pub events: Vec<Event>,
    /// What is known; with it the screening's deferrals bound the dates too. Left out: dates alone are judged.
    #[serde(default)]
    pub facts: Option<Facts>,
    /// Days to judge one by one.
    #[serde(default)]
    pub check: Vec<Date>,
    /// What the clinic's physician has put into effect.
    #[serde(default)]
    pub clinic: Clinic,
}

/// Something the patient has ahead.
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// When.
    pub on: Date,
    /// What it is called.
    #[serde(default)]
    pub name: String,
}

/// The window of the next session.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Window {
    /// The protocol.
    pub protocol: String,
    /// The version that judged.
    pub version: String,
    /// What the course is for.
    pub indication: String,
    /// Which session is next, counting from one.
    pub number: u16,
    /// The first day that needs nobody.
    pub earliest: Date,
    /// The best day.
    pub ideal: Date,
    /// The last day that keeps the rhythm; absent for a first session, or where nothing is known.
    pub latest: Option<Date>,
    /// The rule that decides each of the three.
    pub binding: Binding,
    /// Why: every rule that holds, with its day.
    pub bounds: Vec<Bound>,
    /// Which past sessions of this protocol count, and why the others do not.
    pub evaluated: Vec<Evaluated>,
    /// What must be settled before any day will do: contraindications, and deferrals that wait for an event.
    pub blocked_by: Vec<Finding>,
    /// When a physician may decide for a touch-up of the last session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub touch_up: Option<TouchUp>,
    /// The days that were to be judged, each with what speaks against it, worst first.
    pub checked: Vec<Checked>,
}

/// Which rule decides a day; absent where nothing stands before it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Binding {
    /// Of the earliest day.
    pub earliest: Option<String>,
    /// Of the ideal day.
    pub ideal: Option<String>,
    /// Of the latest day.
    pub latest: Option<String>,
}

/// One rule and its day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Bound {
    /// The day.
    pub date: Date,
    /// `not-before`, `ideal`, `latest`, or `closed-from` (too near before something that lies ahead).
    pub kind: String,
    /// `binds` (it decides a day), `holds`, or `over`.
    pub bearing: String,
    /// The rule.
    pub rule: String,
    /// What it comes from.
    pub because_of: Cause,
    /// The wording.
    pub says: Says,
    /// The sources.
    pub sources: Vec<Source>,
}

/// What a bound comes from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Cause {
    /// A session, done or booked.
    Session {
        /// The protocol or group.
        treated: String,
        /// When.
        on: Date,
    },
    /// Something the patient has ahead.
    Event {
        /// When.
        on: Date,
    },
    /// What the patient answered.
    Answers,
}

/// Whether a past session counts.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Evaluated {
    /// When it was.
    pub on: Date,
    /// `counts`, `too-early`, `touch-up`, `other-indication` or `other-zone`.
    pub counted: String,
    /// The first day on which one that was too early would have counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
}

/// The window of a touch-up: always a physician's decision.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct TouchUp {
    /// From.
    pub from: Date,
    /// To.
    pub to: Date,
}

/// One day that was judged.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Checked {
    /// The day.
    pub on: Date,
    /// What speaks against it, worst first; nothing where it is fine.
    pub findings: Vec<Finding>,
}

struct Read<'a> {
    library: &'a Library,
    protocol: &'a Protocol,
    indication: &'a Indication,
    history: Vec<PastSession>,
    booked: Vec<BookedSession>,
    planned: Planned,
    events: Vec<LifeEvent>,
    facts: Option<Known>,
    activation: Activation,
    overrides: Overrides,
    today: Date,
}

impl Forecast {
    fn read<'a>(&self, library: &'a Library) -> Result<Read<'a>, Refused> {
        let reader = Reader::new(library);
        let (history, booked) = (history(&reader, "history", &self.history), booked(&reader, "booked", &self.booked));
        let planned = self.planned.read(&reader, "planned");
        let facts = self.facts.as_ref().map(|facts| facts.read(&reader, "facts", self.today));
        let named = |event: &Event| LifeEvent { on: event.on, name: Bilingual::new(&*event.name, &*event.name) };
        let read = reader.protocol("protocol", &self.protocol).and_then(|protocol| {
            let activation = self.clinic.read(&reader, "clinic", protocol);
            Some(Read {
                library,
                protocol,
                indication: reader.indication("indication", protocol, self.indication.as_deref())?,
                history,
                booked,
                planned,
                events: self.events.iter().map(named).collect(),
                facts,
                activation,
                overrides: Overrides::none(),
                today: self.today,
            })
        });
        reader.finish(read)
    }
}

impl Read<'_> {
    fn question(&self) -> CourseQuestion<'_> {
        let screened = self.facts.as_ref().map(|facts| Screened {
            known: AsOf::new(self.library.facts(), facts, self.today),
            activation: &self.activation,
            overrides: &self.overrides,
        });
        CourseQuestion {
            library: self.library,
            protocol: self.protocol,
            indication: self.indication,
            history: &self.history,
            booked: &self.booked,
            planned: &self.planned,
            events: &self.events,
            screened,
            today: self.today,
        }
    }

    fn bound(&self, bound: &Held) -> Bound {
        Bound {
            date: bound.date,
            kind: bound.kind.code().into(),
            bearing: bound.bearing.code().into(),
            rule: bound.rule.to_string(),
            because_of: cause(&bound.because_of),
            says: (&bound.says).into(),
            sources: sources(self.protocol, &bound.source),
        }
    }
}

fn cause(because: &Because) -> Cause {
    match because {
        Because::Session(treated, on) => Cause::Session { treated: name(treated), on: *on },
        Because::Event(event) => Cause::Event { on: event.on },
        Because::Answers => Cause::Answers,
    }
}

fn name(treated: &Treated) -> String {
    match treated {
        Treated::Protocol(id) => id.to_string(),
        Treated::Group(id) => id.to_string(),
    }
}

fn evaluated(session: &Counts) -> Evaluated {
    let valid_from = match session.counted {
        Counted::TooEarly { valid_from } => Some(valid_from),
        _ => None,
    };
    Evaluated { on: session.on, counted: session.counted.code().into(), valid_from }
}

impl Question for Forecast {
    type Answer = Window;

    fn answer(&self, library: &Library) -> Result<Window, Refused> {
        let read = self.read(library)?;
        let question = read.question();
        let found = forecast(&question);
        let checked = |on: &Date| {
            let findings = Finding::all(read.protocol, &check_date(&question, *on));
            Checked { on: *on, findings }
        };
        Ok(Window {
            protocol: read.protocol.id.to_string(),
            version: read.protocol.hash.to_string(),
            indication: read.indication.id.to_string(),
            number: found.number,
            earliest: found.earliest,
            ideal: found.ideal,
            latest: found.latest,
            binding: Binding {
                earliest: found.binding.earliest.map(|rule| rule.to_string()),
                ideal: found.binding.ideal.map(|rule| rule.to_string()),
                latest: found.binding.latest.map(|rule| rule.to_string()),
            },
            bounds: found.bounds.iter().map(|bound| read.bound(bound)).collect(),
            evaluated: found.evaluated.iter().map(evaluated).collect(),
            blocked_by: Finding::all(read.protocol, &found.blocked_by),
            touch_up: found.touch_up.map(|window| TouchUp { from: window.from, to: window.to }),
            checked: self.check.iter().map(checked).collect(),
        })
    }

    fn explain(&self, library: &Library, lang: Lang) -> Result<Tree, Refused> {
        let read = self.read(library)?;
        let question = read.question();
        let found = forecast(&question);
        let (name, aim) = (read.protocol.name.get(lang), read.indication.name.get(lang));
        let latest = found.latest.map(|day| day.to_string()).unwrap_or_else(|| "—".into());
        let window = format!("{name}, {aim} #{}: {} / {} / {latest}", found.number, found.earliest, found.ideal);
        let counted =
            found.evaluated.iter().map(|one| Tree::leaf(format!("{} {}", one.on, word(one.counted.code(), lang))));
        let blocked = found.blocked_by.iter().map(|one| Tree::leaf(format!("! {} {}", one.rule, one.says.get(lang))));
        let bounds = considered(&question);
        let bounds = bounds.iter().map(|one| {
            let (kind, bearing) = (word(one.kind.code(), lang), word(one.bearing.code(), lang));
            let line = format!("{} {kind}: {bearing} [{}]", one.date, one.rule);
            Tree { text: line, below: vec![Tree::leaf(one.says.get(lang))] }
        });
        Ok(Tree { text: window, below: counted.chain(blocked).chain(bounds).collect() })
    }
}

/// The few words of a printed window; the code itself where there is none.
fn word(code: &'static str, lang: Lang) -> &'static str {
    const WORDS: [(&str, &str, &str); 12] = [
        ("counts", "数える", "counts"),
        ("too-early", "間隔が足りず数えない", "too early to count"),
        ("touch-up", "修正のため数えない", "a touch-up, not counted"),
        ("other-indication", "ほかの目的のため数えない", "for something else, not counted"),
        ("other-zone", "ほかの部位のため数えない", "of another zone, not counted"),
        ("not-before", "この日から", "not before"),
        ("ideal", "もっともよい日", "best on"),
        ("latest", "この日までが目安", "preferably by"),
        ("closed-from", "この日から先の予定まで不可", "too near from this day on"),
        ("binds", "決め手", "decides"),
        ("holds", "有効", "holds"),
        ("over", "すでに過ぎた", "is over"),
    ];
    let found = WORDS.iter().find(|(known, _, _)| *known == code);
    found.map_or(code, |(_, ja, en)| match lang {
        Lang::Ja => ja,
        Lang::En => en,
    })
}

impl Weighty for Window {
    fn weight(&self) -> Weight {
        let refused = |day: &Checked| day.findings.iter().any(|one| one.headline != "caution");
        if !self.blocked_by.is_empty() || self.checked.iter().any(refused) { Weight::Found } else { Weight::Fine }
    }
}
