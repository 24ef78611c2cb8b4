//! Why each session of a plan lies where it does, and what a better day would have broken.

mod obstacle;
mod words;

use super::collision::Terms;
use super::course::{CourseFile, SeriesFile};
use super::planning::Planning;
use super::solution::{CourseRow, CourseSolution};
use crate::course::Start;
use journey::text::Lang;
use journey::tree::Tree;
use obstacle::{Obstacle, Scene};

/// How far around a session better days are looked for.
const AROUND: u32 = 60;

/// What the place of one session costs, in points.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Costs {
    /// Its distance from the one before, or from the first possible day.
    rhythm: u64,
    /// The wishes that its time does not meet.
    wish: u64,
    /// Another practitioner than before.
    change: u64,
}

/// A day on which a session would cost less, and what stands against it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Better {
    day: u32,
    /// How many points less.
    less: u64,
    obstacle: Obstacle,
}

/// Tells a solution session by session.
pub fn explain(planning: &Planning<'_>, solution: &CourseSolution, lang: Lang) -> Tree {
    let file = planning.file;
    let terms = Terms::of(file);
    let scene = Scene { terms: &terms, solution };
    let below = (0..file.series.len()).map(|series| {
        let rows: Vec<CourseRow> = rows_of(&file.series[series], solution);
        let sessions = (0..rows.len()).map(|session| {
            let costs = costs(file, series, &rows, session);
            let better = better(planning, &scene, series, &rows, session);
            words::session(file, series, &rows, session, costs, better, lang)
        });
        Tree { text: words::series(file, series, lang), below: sessions.collect() }
    });
    Tree { text: words::whole(solution, lang), below: below.collect() }
}

fn rows_of(series: &SeriesFile, solution: &CourseSolution) -> Vec<CourseRow> {
    let mut rows: Vec<CourseRow> = solution.assign.iter().filter(|row| row.0 == series.id).copied().collect();
    rows.sort_unstable_by_key(|row| row.1);
    rows
}

fn costs(file: &CourseFile, series: usize, rows: &[CourseRow], session: usize) -> Costs {
    let row = rows[session];
    let day = file.calendar.day(row.2);
    let before = session.checked_sub(1).map(|before| rows[before]);
    let weekday = file.calendar.weekday(day);
    let wish = file.preference.penalty(weekday, file.calendar.time(row.2)).unwrap_or_default();
    let of = &file.series[series];
    Costs {
        rhythm: rhythm(of, before.map(|before| file.calendar.day(before.2)), day),
        wish: u64::from(wish),
        change: before.filter(|before| before.3 != row.3).map_or(0, |_| u64::from(of.weights.change)),
    }
}

/// What the distance to the day before costs, or of a first session to the first possible day.
fn rhythm(series: &SeriesFile, before: Option<u32>, day: u32) -> u64 {
    let cost = |days: u32, weight: u32| u64::from(days) * u64::from(weight);
    match before {
        None => cost(day.saturating_sub(series.earliest), series.weights.first),
        Some(before) => {
            let gap = day.saturating_sub(before);
            cost(gap.saturating_sub(series.gap.ideal), series.weights.late)
                + cost(series.gap.ideal.saturating_sub(gap), series.weights.early)
        }
    }
}

/// The cheapest day that something stands against, as far as the session before is concerned.
fn better(
    planning: &Planning<'_>,
    scene: &Scene<'_>,
    series: usize,
    rows: &[CourseRow],
    session: usize,
) -> Option<Better> {
    let file = planning.file;
    let of = &file.series[series];
    let day_of = |row: &CourseRow| file.calendar.day(row.2);
    let before = session.checked_sub(1).map(|before| rows[before]);
    let here = day_of(&rows[session]);
    let now = costs(file, series, rows, session);
    let now = now.rhythm + now.wish + now.change;
    let change = |who: u32| {
        let changes = before.is_some_and(|before| before.3 != who);
        u64::from(changes) * u64::from(of.weights.change)
    };
    let first = before.map_or(0, |before| day_of(&before) + 1).max(here.saturating_sub(AROUND));
    let next = rows.get(session + 1).map_or(u32::from(file.calendar.days), day_of);
    let days = (first..next.min(here + AROUND)).filter(|day| *day != here);
    let candidates = days.filter_map(|day| {
        let had = planning.on(series, day).map(|start: Start| {
            let who = file.calendar.resources[usize::from(start.practitioner)].id;
            u64::from(start.penalty) + change(who)
        });
        let least = had.min().or_else(|| least_wish(file, day))?;
        let cost = rhythm(of, before.map(|before| day_of(&before)), day) + least;
        let less = now.checked_sub(cost).filter(|less| *less > 0)?;
        Some((less, std::cmp::Reverse(day.abs_diff(here)), day))
    });
    let (less, _, day) = candidates.max()?;
    Some(Better { day, less, obstacle: scene.against(series, rows, session, day) })
}

/// What a start on a day costs at least by the wishes; none where none is wished.
fn least_wish(file: &CourseFile, day: u32) -> Option<u64> {
    let weekday = file.calendar.weekday(day);
    let segments = file.preference.0.iter().filter(|segment| segment.weekday == weekday);
    segments.map(|segment| u64::from(segment.penalty)).min()
}
