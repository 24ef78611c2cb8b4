use crate::console::Desk;
use crate::look::plot::Range;
use crate::look::plot::moves::{Day, Moves, Place, Side};
use crate::when;
use app::roster::repair::{Placement, Proposal};
use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, Render, html};
use std::collections::BTreeMap;

/// A mark with the minutes of its day and the number of its visit.
struct Mark {
    from: f64,
    to: f64,
    side: Side,
    number: String,
}

/// The days of a proposal with the places that are left and those that are taken.
pub(super) fn picture(desk: &Desk, proposal: &Proposal) -> Markup {
    let days = marks(desk, proposal);
    let all = || days.values().flatten();
    let first = all().map(|mark| mark.from).fold(f64::INFINITY, f64::min);
    let last = all().map(|mark| mark.to).fold(0.0, f64::max);
    let (from, to) = ((first / 60.0).floor() * 60.0, (last / 60.0).ceil() * 60.0);
    let Some(hours) = Range::new(from, to) else { return html! {} };
    let words = desk.words();
    let places: Vec<Vec<Place<'_>>> = days.values().map(|marks| marks.iter().map(place).collect()).collect();
    let told: Vec<(String, String)> = days.iter().map(|(day, marks)| spoken(desk, *day, marks)).collect();
    let shown: Vec<Day<'_>> =
        told.iter().zip(&places).map(|((label, spoken), places)| Day { label, spoken, places }).collect();
    let (before, after, stays) = (words.t("repair-before"), words.t("repair-after"), words.t("repair-stays"));
    let mut legend = vec![(Side::Before, before.as_str()), (Side::After, after.as_str())];
    if all().any(|mark| mark.side == Side::Stays) {
        legend.push((Side::Stays, stays.as_str()));
    }
    let (opens, closes) = (clock(from), clock(to));
    let label = words.t("repair-picture");
    Moves { label: &label, hours, ends: (&opens, &closes), days: &shown, legend: &legend }.render()
}

fn marks(desk: &Desk, proposal: &Proposal) -> BTreeMap<Date, Vec<Mark>> {
    let mut days: BTreeMap<Date, Vec<Mark>> = BTreeMap::new();
    for (number, one) in (1..).zip(&proposal.visits) {
        let visit = &one.affected.visit;
        let mut mark = |starts: Timestamp, ends: Timestamp, side: Side| {
            let (day, from) = minute(desk, starts);
            let to = from + ends.duration_since(starts).as_secs_f64() / 60.0;
            days.entry(day).or_default().push(Mark { from, to, side, number: i32::to_string(&number) });
        };
        match &one.placement {
            Placement::Moved(place, _) => {
                mark(visit.starts, visit.ends, Side::Before);
                mark(place.starts, place.ends, Side::After);
            }
            Placement::ToCall(_) => mark(visit.starts, visit.ends, Side::Stays),
        }
    }
    for marks in days.values_mut() {
        marks.sort_by(|a, b| a.from.total_cmp(&b.from));
    }
    days
}

fn place(mark: &Mark) -> Place<'_> {
    Place { from: mark.from, to: mark.to, side: mark.side, number: &mark.number }
}

/// The day with what happens on it.
fn spoken(desk: &Desk, day: Date, marks: &[Mark]) -> (String, String) {
    let label = when::short_date(desk.lang, day);
    let count = |side: Side| marks.iter().filter(|mark| mark.side == side).count().to_string();
    let (left, taken, stays) = (count(Side::Before), count(Side::After), count(Side::Stays));
    let about = [("day", label.as_str()), ("left", &left), ("taken", &taken), ("stays", &stays)];
    let spoken = desk.words().with("repair-day", &about);
    (label, spoken)
}

fn minute(desk: &Desk, at: Timestamp) -> (Date, f64) {
    let local = at.to_zoned(desk.web.app.world().zone.clone());
    (local.date(), f64::from(local.hour()) * 60.0 + f64::from(local.minute()))
}

fn clock(minutes: f64) -> String {
    format!("{:.0}:00", minutes / 60.0)
}
