//! Whether a plan keeps every rule, asked anew from the problem alone.

use super::problem::{Course, Day, Plan, Series, Start, Weights, Window};

/// What a plan breaks, as sentences; nothing where it is sound.
pub fn check(course: &Course<'_>, plan: &Plan) -> Vec<String> {
    let mut wrong = Vec::new();
    if plan.starts.len() != course.series.len() {
        return vec![format!("{} series are planned of {}", plan.starts.len(), course.series.len())];
    }
    let mut cost = 0;
    let mut lies: Vec<(usize, Start)> = Vec::new();
    for (index, (series, starts)) in course.series.iter().zip(&plan.starts).enumerate() {
        let known: Vec<Start> = starts.iter().filter_map(|&start| series.starts.get(start).copied()).collect();
        if known.len() != usize::from(series.sessions) || known.len() != starts.len() {
            wrong.push(format!("series {index} has {} sessions of {}", known.len(), series.sessions));
        }
        cost += cost_of(index, series, &known, &mut wrong);
        lies.extend(known.into_iter().map(|start| (index, start)));
    }
    for start in lies.iter().filter(|(_, start)| start.day.0 >= course.days) {
        wrong.push(format!("day {} lies past the calendar", start.1.day.0));
    }
    wrong.extend(too_close(course, &lies));
    if cost != plan.cost {
        wrong.push(format!("it costs {cost}, not {}", plan.cost));
    }
    wrong
}

fn cost_of(index: usize, series: &Series<'_>, starts: &[Start], wrong: &mut Vec<String>) -> u64 {
    let mut cost = 0;
    let mut before: Option<Start> = None;
    for (session, start) in (0_u16..).zip(starts) {
        let window = match before {
            None => Some(series.rhythm.first()),
            Some(before) => series.rhythm.next(session, before.day),
        };
        match window.filter(|window| window.earliest <= start.day && start.day <= window.latest) {
            Some(window) => cost += day_cost(series.weights, window, start.day, before.is_none()),
            None => wrong.push(format!("session {session} of series {index} lies outside its window")),
        }
        if before.is_some_and(|before| before.day >= start.day) {
            wrong.push(format!("session {session} of series {index} is not after the one before"));
        }
        if before.is_some_and(|before| before.practitioner != start.practitioner) {
            cost += u64::from(series.weights.change);
        }
        cost += u64::from(start.penalty);
        before = Some(*start);
    }
    cost
}

fn day_cost(weights: Weights, window: Window, day: Day, is_first: bool) -> u64 {
    let late = if is_first { weights.first } else { weights.late };
    u64::from(day.0.saturating_sub(window.ideal.0)) * u64::from(late)
        + u64::from(window.ideal.0.saturating_sub(day.0)) * u64::from(weights.early)
}

/// Pairs of sessions of different series that lie too close.
fn too_close(course: &Course<'_>, lies: &[(usize, Start)]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (at, (one, first)) in lies.iter().enumerate() {
        for (other, second) in lies[at + 1..].iter().filter(|(other, _)| other != one) {
            let follows = |a: usize, x: &Start, b: usize, y: &Start| {
                let apart = x.day < y.day || (x.day == y.day && x.to <= y.from);
                apart && course.spacing.earliest(a, b, x.day) <= y.day
            };
            if !follows(*one, first, *other, second) && !follows(*other, second, *one, first) {
                let (x, y) = (first.day.0, second.day.0);
                wrong.push(format!("series {one} on day {x} and series {other} on day {y} lie too close"));
            }
        }
    }
    wrong
}
