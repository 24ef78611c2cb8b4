//! The course of one symptom in miniature, on what was expected.

use crate::console::Desk;
use crate::look::plot::{BandPoint, Point, Range, Sparkline};
use app::recovery::CheckIn;
use app::session::Record;
use journey::protocol::Protocol;
use journey::quantity::{Amount, HundredthsMm};
use journey::recovery::{Severity, Symptom, expected};
use maud::{Markup, html};

/// Days that the miniature shows at least.
const SHORTEST: u16 = 7;

/// The symptom that is strongest now, over the check-ins of its session; nothing where none has a strength.
pub(super) fn curve(
    desk: &Desk,
    protocol: &Protocol,
    record: &Record,
    check_ins: &[CheckIn],
    now: &CheckIn,
) -> Option<Markup> {
    let symptom = strongest(protocol, now)?;
    let points = points(check_ins, symptom);
    let last = points.last().map_or(0.0, |point| point.at);
    let days = SHORTEST.max(u16::try_from(now.day).unwrap_or(SHORTEST));
    let band = band(protocol, depth(record), symptom, days);
    let across = Range::new(0.0, f64::from(days).max(last))?;
    let title = desk.words().with("recovery-curve", &[("symptom", symptom.ask.get(desk.lang))]);
    let upward = Range::new(0.0, strength(Severity::Severe))?;
    Some(html! { (Sparkline { title: &title, across, upward, band: &band, points: &points }) })
}

fn strongest<'a>(protocol: &'a Protocol, now: &CheckIn) -> Option<&'a Symptom> {
    let answers = &now.answers.as_ref()?.answers;
    let rated = protocol.recovery.symptoms.iter().filter_map(|symptom| {
        answers.get(&symptom.id).and_then(|answer| answer.severity()).map(|severity| (severity, symptom))
    });
    rated.rev().max_by_key(|(severity, _)| *severity).map(|(_, symptom)| symptom)
}

fn strength(severity: Severity) -> f64 {
    match severity {
        Severity::None => 0.0,
        Severity::Mild => 1.0,
        Severity::Moderate => 2.0,
        Severity::Severe => 3.0,
    }
}

fn points(check_ins: &[CheckIn], symptom: &Symptom) -> Vec<Point> {
    check_ins
        .iter()
        .filter_map(|check| check.answers.as_ref())
        .filter_map(|answers| {
            let severity = answers.answers.get(&symptom.id)?.severity()?;
            Some(Point { at: f64::from(answers.hours_since_end) / 24.0, value: strength(severity) })
        })
        .collect()
}

/// From nothing to the upper edge of what is expected; empty without evidence.
fn band(protocol: &Protocol, depth: Option<HundredthsMm>, symptom: &Symptom, days: u16) -> Vec<BandPoint> {
    (0..=days)
        .filter_map(|day| {
            let signs = expected(protocol, depth, day)?.signs;
            let sign = signs.into_iter().find(|sign| sign.symptom == symptom.id)?;
            Some(BandPoint { at: f64::from(day), low: 0.0, high: strength(sign.upper) })
        })
        .collect()
}

fn depth(record: &Record) -> Option<HundredthsMm> {
    let depths = record.settings.iter().filter_map(|row| match row.setting.quantity {
        Amount::Depth(depth) => Some(depth),
        _ => None,
    });
    depths.max()
}
