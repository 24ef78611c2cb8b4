//! How a treatment is going: small multiples, one for each scale, and an honest sentence.

use super::again::Again;
use super::load::{Chart, Clinical, Progress};
use super::next::{aim, treatment};
use super::scores;
use crate::console::Desk;
use crate::look::badge::{Badge, Tone};
use crate::look::empty::Empty;
use crate::look::plot::{Curve, DataTable, Key, Legend, Point, Range, Series, Spoken, Tick};
use crate::when;
use jiff::civil::Date;
use journey::facts::Decimal;
use journey::outcome::{Better, Response, Scale, Score};
use journey::protocol::Protocol;
use maud::{Markup, html};

/// Every treatment of the patient with its scores, its response, and the form for a new score.
pub(super) fn section(desk: &Desk, chart: &Chart, again: &Again) -> Markup {
    let words = desk.words();
    let progress: &[Progress] = chart.clinical.as_ref().map_or(&[], |Clinical { progress, .. }| progress);
    html! {
        section #progress {
            h2 { (words.t("outcome-title")) }
            @if progress.is_empty() {
                (Empty { title: &words.t("outcome-empty-title"), text: &words.t("outcome-empty"), action: None })
            }
            @for one in progress { (aimed(desk, chart, one, again)) }
        }
    }
}

fn aimed(desk: &Desk, chart: &Chart, progress: &Progress, again: &Again) -> Markup {
    let Some(protocol) = desk.web.app.world().library.get(&progress.protocol) else { return Markup::default() };
    let treatment = treatment(desk, progress.protocol.as_str());
    let aim = aim(desk, progress.protocol.as_str(), progress.indication.as_str());
    let measured: Vec<&Scale> =
        protocol.scales.iter().filter(|scale| progress.scores.iter().any(|score| score.scale == scale.id)).collect();
    html! {
        div.progress {
            h3 { (treatment) (desk.words().t("list-gap")) (aim) }
            (response(desk, &progress.response))
            div.multiples { @for scale in measured { (curve(desk, protocol, progress, scale)) } }
            (scores::forms(desk, chart.patient.id, progress, protocol, again))
        }
    }
}

fn response(desk: &Desk, response: &Response) -> Markup {
    let words = desk.words();
    let (tone, label, sentence) = match response {
        Response::TooEarly { .. } => (Tone::Plain, words.t("response-too-early"), words.t("response-too-early-says")),
        Response::AsExpected => (Tone::Cleared, words.t("response-as-expected"), words.t("response-as-expected-says")),
        Response::NotResponding { .. } => {
            (Tone::Caution, words.t("response-not-responding"), words.t("response-not-responding-says"))
        }
        Response::Worse { .. } => (Tone::Caution, words.t("response-worse"), words.t("response-worse-says")),
        Response::NoEvidence => {
            (Tone::Information, words.t("response-no-evidence"), words.t("response-no-evidence-says"))
        }
    };
    let options = match response {
        Response::NotResponding { options } | Response::Worse { options } => options.as_slice(),
        _ => &[],
    };
    html! {
        p { (Badge { tone, label: &label }) " " (sentence) }
        @if !options.is_empty() { ul { @for option in options { li { (option.get(desk.lang)) } } } }
    }
}

/// Days between two dates.
fn days(from: Date, to: Date) -> f64 {
    f64::from(to.since(from).map_or(0, |span| span.get_days()))
}

fn curve(desk: &Desk, protocol: &Protocol, progress: &Progress, scale: &Scale) -> Markup {
    let words = desk.words();
    let mut mine: Vec<&Score> = progress.scores.iter().filter(|score| score.scale == scale.id).collect();
    mine.sort_by_key(|score| score.on);
    let (Some(first), Some(last)) = (mine.first(), mine.last()) else { return Markup::default() };
    let start = progress.first_session.unwrap_or(first.on).min(first.on);
    let length = days(start, last.on).max(28.0);
    let (Some(across), Some(upward)) =
        (Range::new(0.0, length), Range::new(f64::from(scale.min), f64::from(scale.max)))
    else {
        return Markup::default();
    };
    let points: Vec<Point> =
        mine.iter().map(|score| Point { at: days(start, score.on), value: f64::from(score.value) }).collect();
    let dates = [when::short_date(desk.lang, start), when::short_date(desk.lang, last.on)];
    let across_ticks = [Tick { at: 0.0, label: &dates[0] }, Tick { at: days(start, last.on), label: &dates[1] }];
    let ends = [scale.min.to_string(), scale.max.to_string()];
    let upward_ticks =
        [Tick { at: f64::from(scale.min), label: &ends[0] }, Tick { at: f64::from(scale.max), label: &ends[1] }];
    let goal_label = words.t("outcome-goal");
    let goal = goal(protocol, progress, scale, first.value).map(|at| Tick { at, label: &goal_label });
    let title =
        words.with("outcome-scale", &[("scale", scale.name.get(desk.lang)), ("direction", &direction(desk, scale))]);
    let description = words.with(
        "outcome-curve",
        &[("from", &meaning(desk, scale, first.value)), ("to", &meaning(desk, scale, last.value))],
    );
    let rows: Vec<Vec<String>> =
        mine.iter().map(|score| vec![when::date(desk.lang, score.on), meaning(desk, scale, score.value)]).collect();
    let (seen, target) = (words.t("outcome-score"), words.t("outcome-goal"));
    let mut legend = vec![(Key::First, seen.as_str())];
    if goal.is_some() {
        legend.push((Key::Target, target.as_str()));
    }
    let id = format!("{}-{}", progress.indication, scale.id);
    html! {
        (Curve {
            spoken: Spoken { id: &id, title: &title, description: &description },
            across,
            across_ticks: if points.len() > 1 { &across_ticks } else { &across_ticks[..1] },
            upward,
            upward_ticks: &upward_ticks,
            band: &[],
            target: goal,
            series: &[Series { points: &points }],
            legend: Legend(&legend),
            data: DataTable {
                summary: &words.t("outcome-figures"),
                columns: &[&words.t("outcome-date"), &seen],
                rows: &rows,
            },
        })
    }
}

fn direction(desk: &Desk, scale: &Scale) -> String {
    match scale.better {
        Better::Lower => desk.words().t("outcome-lower-is-better"),
        Better::Higher => desk.words().t("outcome-higher-is-better"),
    }
}

/// A score with the words of its level.
fn meaning(desk: &Desk, scale: &Scale, value: Decimal) -> String {
    let level = scale.levels.iter().find(|level| level.value == value);
    level.map_or_else(|| value.to_string(), |level| format!("{value} {}", level.label.get(desk.lang)))
}

/// The score that the studies lead one to expect, reckoned from the first; none without evidence.
fn goal(protocol: &Protocol, progress: &Progress, scale: &Scale, first: Decimal) -> Option<f64> {
    let expected = protocol
        .outcome
        .iter()
        .find(|one| one.indication == progress.indication && one.scale == scale.id && one.evidence.acts())?;
    let (start, gain) = (f64::from(first), f64::from(expected.improvement));
    Some(match scale.better {
        Better::Lower => (start - gain).max(f64::from(scale.min)),
        Better::Higher => (start + gain).min(f64::from(scale.max)),
    })
}
