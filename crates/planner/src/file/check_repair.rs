//! Whether a repair keeps every rule of its file, asked from the two alone.

use super::calendar::Kind;
use super::check::resources;
use super::repair::{RepairFile, SessionFile};
use super::solution::{Assigned, RepairSolution};

/// What a solution of a repair breaks, as sentences; nothing where it is sound.
pub fn check_repair(file: &RepairFile, solution: &RepairSolution) -> Vec<String> {
    let mut wrong = Vec::new();
    if solution.assign.len() != file.sessions.len() {
        wrong.push(format!("{} rows for {} sessions", solution.assign.len(), file.sessions.len()));
    }
    let mut taken: Vec<(u32, i64, i64, u32)> = Vec::new();
    let mut cost = 0;
    for (session, row) in file.sessions.iter().zip(&solution.assign) {
        let named = |fault: String| format!("session {}: {fault}", session.id);
        match *row {
            Assigned::Unplaced(id, ()) if id == session.id => cost += u64::from(session.w_unplaced),
            Assigned::At(id, start, practitioner, room, device) if id == session.id => {
                let given = [Some(practitioner), room, device];
                let service = &file.calendar.services[session.service];
                wrong.extend(resources(&file.calendar, service, start, given).map(named));
                for (kind, id) in [Kind::Practitioner, Kind::Room, Kind::Device].into_iter().zip(given) {
                    if let (Some(need), Some(id)) = (service.need(kind), id) {
                        let start = i64::from(start);
                        taken.push((id, start + i64::from(need.from), start + i64::from(need.to), session.id));
                    }
                }
                match cost_of(file, session, start, practitioner) {
                    Some(more) => cost += more,
                    None => wrong.push(named(format!("{start} is outside its window or its wishes"))),
                }
            }
            _ => wrong.push(named("its row is missing or out of place".to_owned())),
        }
    }
    taken.sort_unstable();
    let overlaps = taken.windows(2).filter(|pair| pair[0].0 == pair[1].0 && pair[1].1 < pair[0].2);
    wrong.extend(overlaps.map(|pair| format!("sessions {} and {} overlap on {}", pair[0].3, pair[1].3, pair[0].0)));
    wrong.extend(links(file, solution));
    if cost != solution.cost {
        wrong.push(format!("it costs {cost}, not {}", solution.cost));
    }
    wrong
}

fn cost_of(file: &RepairFile, session: &SessionFile, start: u32, practitioner: u32) -> Option<u64> {
    let calendar = &file.calendar;
    let (day, time) = (calendar.day(start), calendar.time(start));
    let in_window = session.days.0 <= i64::from(day) && i64::from(day) <= session.days.1;
    let penalty = session.preference.penalty(calendar.weekday(day), time).filter(|_| in_window)?;
    let steps = time.abs_diff(calendar.time(session.start)) / calendar.start_step;
    let moved = u64::from(start != session.start) * u64::from(file.w_move);
    let changed = u64::from(practitioner != session.practitioner) * u64::from(session.w_practitioner);
    let days = u64::from(day.abs_diff(calendar.day(session.start)));
    Some(
        moved + changed + days * u64::from(file.w_day) + u64::from(steps) * u64::from(file.w_step) + u64::from(penalty),
    )
}

fn links(file: &RepairFile, solution: &RepairSolution) -> Vec<String> {
    let day = |place: usize| match solution.assign.get(place) {
        Some(Assigned::At(_, start, ..)) => Some(file.calendar.day(*start) as u16),
        _ => None,
    };
    let broken = |link: &&crate::repair::Link| day(link.a).zip(day(link.b)).is_some_and(|(a, b)| !link.holds(a, b));
    let id = |place: usize| file.sessions[place].id;
    let says =
        |link: &crate::repair::Link| format!("sessions {} and {} do not keep their link", id(link.a), id(link.b));
    file.links.iter().filter(broken).map(says).collect()
}
