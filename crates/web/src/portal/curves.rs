//! The person's own healing on the range that is expected. No evidence, no range: then it is said in words.

use super::check_in::Following;
use super::private::Private;
use super::symptoms::severity_word;
use crate::look::plot::{BandPoint, Curve, DataTable, Key, Legend, Point, Range, Series, Spoken, Tick};
use crate::wording::Wording;
use app::session::Record;
use journey::protocol::Protocol;
use journey::quantity::{Amount, HundredthsMm};
use journey::recovery::{Severity, Symptom, SymptomKind, expected};
use journey::slug::SymptomId;
use maud::{Markup, html};

/// The least number of days that a curve shows.
const SHORTEST: u16 = 7;

/// One symptom over the days: what was answered, and the upper edge of what is expected.
struct Healing<'a> {
    symptom: &'a Symptom,
    /// Day and answer, in order.
    seen: Vec<(u16, Severity)>,
    /// Day and upper edge.
    edge: Vec<(u16, Severity)>,
    last: u16,
}

impl Healing<'_> {
    fn points(&self) -> Vec<Point> {
        self.seen.iter().map(|(day, seen)| Point { at: f64::from(*day), value: height(*seen) }).collect()
    }

    /// What is expected reaches from nothing to the upper edge: to heal faster is never out of range.
    fn band(&self) -> Vec<BandPoint> {
        let point = |(day, edge): &(u16, Severity)| BandPoint { at: f64::from(*day), low: 0.0, high: height(*edge) };
        self.edge.iter().map(point).collect()
    }

    fn edge_on(&self, on: u16) -> Option<Severity> {
        self.edge.iter().find(|(day, _)| *day == on).map(|(_, edge)| *edge)
    }
}

/// The curves of every symptom that was answered by how strong it is.
pub(super) fn of(private: &Private, following: &Following<'_>) -> Markup {
    let words = private.words();
    let depth = deepest(following.record);
    let scales = following.protocol.recovery.symptoms.iter().filter(|one| one.kind == SymptomKind::Severity);
    let healing: Vec<Healing<'_>> = scales
        .map(|symptom| healing(private, following, symptom, depth))
        .filter(|healing| !healing.seen.is_empty())
        .collect();
    let (known, unknown): (Vec<_>, Vec<_>) = healing.iter().partition(|one| !one.edge.is_empty());
    html! {
        @if !known.is_empty() {
            section aria-labelledby="curves" {
                h2 #curves { (words.t("my-curves")) }
                @for one in known { (drawn(words, one)) }
            }
        }
        @if !unknown.is_empty() {
            p { (words.t("my-no-evidence")) }
            ul.lines { @for one in unknown { li { (one.symptom.ask.get(words.lang())) } } }
        }
    }
}

/// How deep the session went at the deepest.
fn deepest(record: &Record) -> Option<HundredthsMm> {
    let depths = record.settings.iter().filter_map(|row| match row.setting.quantity {
        Amount::Depth(depth) => Some(depth),
        _ => None,
    });
    depths.max()
}

fn healing<'a>(
    private: &Private,
    following: &Following<'a>,
    symptom: &'a Symptom,
    depth: Option<HundredthsMm>,
) -> Healing<'a> {
    let upto = following.check_in.day;
    let answered = private.own.check_ins_after(following.record.id).filter(|one| one.day <= upto);
    let seen: Vec<(u16, Severity)> = answered
        .filter_map(|one| one.answers.as_ref())
        .filter_map(|one| Some((day_of(one.hours_since_end), one.answers.get(&symptom.id)?.severity()?)))
        .collect();
    let last = seen.iter().map(|(day, _)| *day).max().unwrap_or(0).max(SHORTEST);
    Healing { symptom, edge: edge(following.protocol, &symptom.id, depth, last), seen, last }
}

fn day_of(hours: u32) -> u16 {
    u16::try_from(hours / 24).unwrap_or(u16::MAX)
}

fn edge(protocol: &Protocol, symptom: &SymptomId, depth: Option<HundredthsMm>, last: u16) -> Vec<(u16, Severity)> {
    let on = |day: u16| {
        let signs = expected(protocol, depth, day)?.signs;
        Some((day, signs.into_iter().find(|sign| &sign.symptom == symptom)?.upper))
    };
    (0..=last).filter_map(on).collect()
}

const fn height(severity: Severity) -> f64 {
    match severity {
        Severity::None => 0.0,
        Severity::Mild => 1.0,
        Severity::Moderate => 2.0,
        Severity::Severe => 3.0,
    }
}

fn drawn(words: Wording, healing: &Healing<'_>) -> Markup {
    let (Some(across), Some(upward)) = (Range::new(0.0, f64::from(healing.last)), Range::new(0.0, 3.0)) else {
        return Markup::default();
    };
    let title = healing.symptom.ask.get(words.lang());
    let (id, description) = (format!("curve-{}", healing.symptom.id), description(words, healing));
    let days = day_labels(words, healing.last);
    let levels = Severity::ALL.map(|severity| (height(severity), severity_word(words, severity)));
    let rows = rows(words, healing);
    let (mine, range) = (words.t("my-curve-mine"), words.t("my-curve-range"));
    let columns = [words.t("my-curve-day"), mine.clone(), range.clone()];
    let curve = Curve {
        spoken: Spoken { id: &id, title, description: &description },
        across,
        across_ticks: &ticks(&days),
        upward,
        upward_ticks: &ticks(&levels),
        band: &healing.band(),
        target: None,
        series: &[Series { points: &healing.points() }],
        legend: Legend(&[(Key::First, mine.as_str()), (Key::Band, range.as_str())]),
        data: DataTable {
            summary: &words.t("my-curve-table"),
            columns: &columns.each_ref().map(String::as_str),
            rows: &rows,
        },
    };
    html! { (curve) }
}

fn ticks(labels: &[(f64, String)]) -> Vec<Tick<'_>> {
    labels.iter().map(|(at, label)| Tick { at: *at, label }).collect()
}

fn day_labels(words: Wording, last: u16) -> Vec<(f64, String)> {
    let step = usize::from(last.div_ceil(SHORTEST).max(1));
    let label = |day: u16| if day == 0 { words.t("my-curve-day-zero") } else { day.to_string() };
    (0..=last).step_by(step).map(|day| (f64::from(day), label(day))).collect()
}

fn description(words: Wording, healing: &Healing<'_>) -> String {
    let Some((day, seen)) = healing.seen.last() else { return String::new() };
    let seen = severity_word(words, *seen);
    let edge = healing.edge_on(*day).map_or_else(|| words.t("my-curve-unknown"), |edge| severity_word(words, edge));
    words.with("my-curve-says", &[("day", &day.to_string()), ("seen", &seen), ("edge", &edge)])
}

fn rows(words: Wording, healing: &Healing<'_>) -> Vec<Vec<String>> {
    let row = |(day, seen): &(u16, Severity)| {
        let edge = healing.edge_on(*day);
        let edge = edge.map_or_else(
            || words.t("my-curve-unknown"),
            |edge| words.with("my-curve-upto", &[("edge", &severity_word(words, edge))]),
        );
        vec![day.to_string(), severity_word(words, *seen), edge]
    };
    healing.seen.iter().map(row).collect()
}
