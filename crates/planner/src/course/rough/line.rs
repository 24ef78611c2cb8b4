//! One series by days alone: its cheapest way past what days cost, found without a table of its steps.

use crate::course::breath::Breath;
use crate::course::table::{Choice, Lane, Layer, NEVER, SCALE, Span};

/// A way of a series, with whom it is best.
#[derive(Clone, Default, Debug)]
pub(super) struct Route {
    /// By session.
    pub days: Vec<u16>,
    pub starts: Vec<usize>,
    /// What it costs with its practitioners, scaled.
    pub cost: i64,
}

/// What each day costs at least, whoever it is with; a change of practitioner counts if there is one who is wanted.
pub(super) fn day_costs(lane: &Lane, wanted: Option<u16>) -> Vec<i64> {
    let cost = |choice: &Choice| match wanted {
        Some(wanted) if wanted != choice.who => choice.cost + lane.change,
        _ => choice.cost,
    };
    lane.days.iter().map(|choices| choices.iter().map(cost).min().unwrap_or(NEVER)).collect()
}

/// The days of the cheapest way and what it costs by days alone; none where there is none, or time is up.
pub(super) fn cheapest(lane: &Lane, day_costs: &[i64], breath: &mut Breath<'_>) -> Option<(i64, Vec<u16>)> {
    let mut enter: Vec<Vec<i64>> = vec![Vec::new(); lane.sessions];
    for (session, layer) in lane.layers.iter().enumerate().rev() {
        let mut cells = day_costs[usize::from(layer.from)..usize::from(layer.to)].to_vec();
        let mut work = cells.len();
        if let Some(later) = lane.layers.get(session + 1) {
            let ranges = Ranges::of(lane, layer, later, &enter[session + 1]);
            for (cell, span) in cells.iter_mut().zip(&layer.next).filter(|(cell, _)| **cell < NEVER) {
                *cell = (*cell + ranges.least(*span)).min(NEVER);
            }
            work += ranges.work();
        }
        enter[session] = cells;
        if breath.is_over(work) {
            return None;
        }
    }
    follow(lane, &enter)
}

/// Along the least costs from the first session on.
fn follow(lane: &Lane, enter: &[Vec<i64>]) -> Option<(i64, Vec<u16>)> {
    let at = |session: usize, day: u16| enter[session][usize::from(day - lane.layers[session].from)];
    let opened = (lane.first.from..=lane.first.to).map(|day| (lane.opening(day) + at(0, day), day)).min();
    let Some((cost, mut day)) = opened else { return (lane.sessions == 0).then(|| (0, Vec::new())) };
    if cost >= NEVER {
        return None;
    }
    let mut days = vec![day];
    for session in 1..lane.sessions {
        let span = lane.layers[session - 1].span(day);
        let next = (span.from..=span.to).map(|next| (lane.gap(span, next) + at(session, next), next)).min();
        day = next?.1;
        days.push(day);
    }
    Some((cost, days))
}

/// With whom the sessions on these days are best.
pub(super) fn with_people(lane: &Lane, days: Vec<u16>) -> Route {
    // By session and choice: the least cost so far, and the choice before.
    let mut rows: Vec<Vec<(i64, usize)>> = Vec::with_capacity(days.len());
    let mut known: Vec<Option<usize>> = vec![None; lane.people];
    let mut last: Option<(u16, &[Choice])> = None;
    for (session, &day) in days.iter().enumerate() {
        let choices = &lane.days[usize::from(day)];
        let row = match (last, rows.last()) {
            (Some((before, whom)), Some(costs)) => {
                let gap = lane.gap(lane.layers[session - 1].span(before), day);
                let (least, cheapest) =
                    costs.iter().zip(0..).map(|(&(cost, _), place)| (cost, place)).min().unwrap_or_default();
                whom.iter().enumerate().for_each(|(place, choice)| known[usize::from(choice.who)] = Some(place));
                let reach = |choice: &Choice| {
                    let changed = (least + lane.change, cheapest);
                    let stays = known[usize::from(choice.who)].map_or(changed, |place| (costs[place].0, place));
                    let (cost, place) = stays.min(changed);
                    (cost + gap + choice.cost, place)
                };
                let row = choices.iter().map(reach).collect();
                whom.iter().for_each(|choice| known[usize::from(choice.who)] = None);
                row
            }
            _ => choices.iter().map(|choice| (lane.opening(day) + choice.cost, 0)).collect(),
        };
        rows.push(row);
        last = Some((day, choices));
    }
    let best = rows.last().and_then(|row| (0..row.len()).min_by_key(|&place| row[place].0));
    let (mut place, cost) = match (best, rows.last()) {
        (Some(place), Some(row)) => (place, row[place].0),
        _ => (0, 0),
    };
    let mut starts = Vec::with_capacity(days.len());
    for (row, &day) in rows.iter().zip(&days).rev() {
        starts.push(lane.days[usize::from(day)][place].start);
        place = row[place].1;
    }
    starts.reverse();
    Route { days, starts, cost }
}

/// The least of what the next session and all after it cost, gaps counted, over any days in a row.
struct Ranges {
    from: u16,
    late: i64,
    early: i64,
    /// By power of two and day, the least over so many days, if the next is late or early.
    ifs_late: Vec<Vec<i64>>,
    ifs_early: Vec<Vec<i64>>,
}

impl Ranges {
    fn of(lane: &Lane, layer: &Layer, later: &Layer, enter: &[i64]) -> Self {
        let [late, early] = [lane.weights.late, lane.weights.early].map(|weight| i64::from(weight) * SCALE);
        let width = |span: &Span| usize::from((span.to + 1).saturating_sub(span.from));
        let widest = layer.next.iter().map(width).max().unwrap_or(0);
        let days = || (later.from..).zip(enter);
        let ifs_late = rows(days().map(|(day, cost)| cost + late * i64::from(day)).collect(), widest);
        let ifs_early = rows(days().map(|(day, cost)| cost - early * i64::from(day)).collect(), widest);
        Self { from: later.from, late, early, ifs_late, ifs_early }
    }

    fn work(&self) -> usize {
        self.ifs_late.iter().map(Vec::len).sum::<usize>() * 2
    }

    /// The least over the days of a window.
    fn least(&self, span: Span) -> i64 {
        let ideal = i64::from(span.ideal);
        let late = within(&self.ifs_late, self.from, span.from.max(span.ideal), span.to);
        let eve = span.ideal.checked_sub(1);
        let early = eve.and_then(|eve| within(&self.ifs_early, self.from, span.from, span.to.min(eve)));
        let late = late.map_or(NEVER, |least| least - self.late * ideal);
        late.min(early.map_or(NEVER, |least| least + self.early * ideal))
    }
}

/// The least over some days, inclusive; none where there is none.
fn within(rows: &[Vec<i64>], first: u16, from: u16, to: u16) -> Option<i64> {
    let count = usize::from(to.checked_sub(from)?) + 1;
    let (from, power) = (usize::from(from - first), count.ilog2() as usize);
    Some(rows[power][from].min(rows[power][from + count - (1 << power)]))
}

/// By power of two and place, the least of so many in a row; as many powers as a window needs.
fn rows(costs: Vec<i64>, widest: usize) -> Vec<Vec<i64>> {
    let mut rows = vec![costs];
    for power in 1..=widest.max(1).ilog2() {
        let last = &rows[rows.len() - 1];
        let half = 1 << (power - 1);
        let both = last.iter().zip(last.iter().skip(half)).map(|(one, other)| *one.min(other)).collect();
        rows.push(both);
    }
    rows
}
