//! Whether a solution keeps every rule of its file, asked from the two alone: nothing of the search is used.

use super::calendar::{Calendar, Kind, Service};
use super::course::{CourseFile, SeriesFile};
use super::solution::{CourseRow, CourseSolution};

/// What a solution of a course breaks, as sentences; nothing where it is sound.
pub fn check_course(file: &CourseFile, solution: &CourseSolution) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut cost = 0;
    let rows: Vec<Vec<CourseRow>> = file.series.iter().map(|series| rows_of(series, solution)).collect();
    if rows.iter().map(Vec::len).sum::<usize>() != solution.assign.len() {
        wrong.push("a row belongs to no series".to_owned());
    }
    for (series, rows) in file.series.iter().zip(&rows) {
        let named = |fault: String| format!("series {}: {fault}", series.id);
        wrong.extend(rhythm(file, series, rows).into_iter().map(named));
        for row in rows {
            let service = &file.calendar.services[series.service];
            wrong.extend(resources(&file.calendar, service, row.2, [Some(row.3), row.4, row.5]).map(named));
            if file.is_event(series, file.calendar.day(row.2)) {
                wrong.push(named(format!("{} lies in an event", row.2)));
            }
        }
        cost += cost_of(file, series, rows);
    }
    wrong.extend(crowded(file, &rows));
    if cost != solution.cost {
        wrong.push(format!("it costs {cost}, not {}", solution.cost));
    }
    if solution.lower_bound > solution.cost {
        wrong.push(format!("the bound {} lies above the cost", solution.lower_bound));
    }
    wrong
}

fn rows_of(series: &SeriesFile, solution: &CourseSolution) -> Vec<CourseRow> {
    let mut rows: Vec<CourseRow> = solution.assign.iter().filter(|row| row.0 == series.id).copied().collect();
    rows.sort_unstable_by_key(|row| row.1);
    rows
}

fn rhythm(file: &CourseFile, series: &SeriesFile, rows: &[CourseRow]) -> Vec<String> {
    let mut wrong = Vec::new();
    let numbers = rows.iter().map(|row| row.1);
    if !numbers.eq(0..series.count) {
        wrong.push(format!("{} sessions of {}", rows.len(), series.count));
    }
    let days: Vec<u32> = rows.iter().map(|row| file.calendar.day(row.2)).collect();
    if days.first().is_some_and(|day| !(series.earliest..=series.latest).contains(day)) {
        wrong.push("the first session lies outside its window".to_owned());
    }
    for pair in days.windows(2) {
        let fits = pair[1] > pair[0] && (series.gap.min..=series.gap.max).contains(&(pair[1] - pair[0]));
        if !fits {
            wrong.push(format!("days {} and {} do not keep the gap", pair[0], pair[1]));
        }
    }
    wrong
}

fn cost_of(file: &CourseFile, series: &SeriesFile, rows: &[CourseRow]) -> u64 {
    let calendar = &file.calendar;
    let weights = series.weights;
    let day = |row: &CourseRow| calendar.day(row.2);
    let penalty = |row: &CourseRow| {
        let weekday = calendar.weekday(day(row));
        u64::from(file.preference.penalty(weekday, calendar.time(row.2)).unwrap_or(u32::MAX))
    };
    let first = rows.first().map_or(0, |row| u64::from(day(row).saturating_sub(series.earliest)));
    let mut cost = first * u64::from(weights.first) + rows.iter().map(penalty).sum::<u64>();
    for pair in rows.windows(2) {
        let gap = day(&pair[1]).saturating_sub(day(&pair[0]));
        cost += u64::from(gap.saturating_sub(series.gap.ideal)) * u64::from(weights.late);
        cost += u64::from(series.gap.ideal.saturating_sub(gap)) * u64::from(weights.early);
        cost += if pair[0].3 == pair[1].3 { 0 } else { u64::from(weights.change) };
    }
    cost
}

/// What a session lacks of what it needs.
pub(super) fn resources(
    calendar: &Calendar,
    service: &Service,
    start: u32,
    given: [Option<u32>; 3],
) -> impl Iterator<Item = String> {
    let mut wrong = Vec::new();
    if !start.is_multiple_of(calendar.start_step) {
        wrong.push(format!("{start} is not on the grid"));
    }
    for (kind, id) in [Kind::Practitioner, Kind::Room, Kind::Device].into_iter().zip(given) {
        let resource = id.and_then(|id| calendar.resources.iter().find(|one| one.id == id));
        let served = match (service.need(kind), resource) {
            (None, None) => true,
            (Some(need), Some(resource)) => {
                need.suits(resource) && {
                    let (from, to) = (i64::from(start) + i64::from(need.from), i64::from(start) + i64::from(need.to));
                    resource.free.iter().any(|free| i64::from(free.0) <= from && to <= i64::from(free.1))
                }
            }
            _ => false,
        };
        if !served {
            wrong.push(format!("the session at {start} has no {} that is free and suits", kind.word()));
        }
    }
    wrong.into_iter()
}

/// Sessions of different series on one day, or closer than they may be.
fn crowded(file: &CourseFile, rows: &[Vec<CourseRow>]) -> Vec<String> {
    let mut wrong = Vec::new();
    let day = |row: &CourseRow| i64::from(file.calendar.day(row.2));
    let mut days: Vec<i64> = rows.iter().flatten().map(day).collect();
    days.sort_unstable();
    if let Some(pair) = days.windows(2).find(|pair| pair[0] == pair[1]) {
        wrong.push(format!("day {} holds two sessions", pair[0]));
    }
    for rule in &file.spacing {
        for (x, y) in rows[rule.a].iter().flat_map(|x| rows[rule.b].iter().map(move |y| (x, y))) {
            let apart = day(y) - day(x);
            if apart < i64::from(rule.a_then_b) && -apart < i64::from(rule.b_then_a) {
                wrong.push(format!("series {} and {} lie {} days apart", x.0, y.0, apart.abs()));
            }
        }
    }
    wrong
}
