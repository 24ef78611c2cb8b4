use super::ground::{Candidate, Ground, Lane};
use super::rhythm::{Gaps, Latest};
use super::stuck::{Stuck, stuck};
use crate::course::ahead::Ahead;
use journey::course::{Firmness, LifeEvent};
use journey::slug::ProtocolId;
use planner::Watch;
use planner::course::{Course, Day, Series, Spacing, Start, Weights, possible};

/// The most things that are looked at together; a larger collision is told as a whole.
const MOST_TOGETHER: usize = 4;

/// Something that could give way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Clash {
    /// A treatment and all its rules.
    Treatment(ProtocolId),
    /// The last day that the rhythm of a treatment leaves.
    Latest(ProtocolId),
    /// Something ahead.
    Event(LifeEvent),
    /// That only the times wished for will do.
    Wishes,
}

/// What giving way to one of them would allow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Eased {
    /// A plan.
    Plan,
    /// Still no plan.
    Nothing,
    /// That is not known: there was no time to look.
    Unknown,
}

/// Why there is no plan: a smallest set of things that cannot all be kept, each with what easing it alone allows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Collision {
    /// What collides.
    pub between: Vec<(Clash, Eased)>,
    /// Whether fewer than these are known to go together.
    pub is_smallest: bool,
    /// Where one treatment alone cannot be planned: at which session, and what speaks against its days.
    pub stuck: Option<Stuck>,
}

/// Which of the things that could give way are kept.
#[derive(Clone)]
struct Kept {
    lanes: Vec<bool>,
    latest: Vec<bool>,
    events: Vec<bool>,
    wishes: bool,
}

/// A smallest set of things that collide; none where there is a plan after all, or no time to know.
pub(super) fn collide(ground: &Ground<'_>, gaps: &[Gaps], watch: &dyn Watch) -> Option<Collision> {
    let eased: Vec<Option<Gaps>> = (0..ground.lanes.len()).map(|lane| ground.gaps(lane, Latest::LetGo)).collect();
    let can = |kept: &Kept| is_possible(ground, gaps, &eased, kept, watch);
    let everything = of(ground, |_| true);
    if can(&everything) != Some(false) {
        return None;
    }
    let all = clashes(ground);
    for size in 1..=all.len().min(MOST_TOGETHER) {
        for chosen in combinations(all.len(), size) {
            let kept = of(ground, |clash| chosen.iter().any(|place| all.get(*place) == Some(clash)));
            if watch.is_over() {
                return rest(ground, &all, &can);
            }
            if can(&kept) == Some(false) {
                let set: Vec<Clash> = chosen.iter().filter_map(|place| all.get(*place).cloned()).collect();
                let stuck = alone_stuck(ground, (gaps, &eased), &set);
                return Some(Collision { between: told(ground, &set, &can), is_smallest: true, stuck });
            }
        }
    }
    rest(ground, &all, &can)
}

/// Where time ran out: everything together, honestly not the smallest.
fn rest(ground: &Ground<'_>, all: &[Clash], can: &dyn Fn(&Kept) -> Option<bool>) -> Option<Collision> {
    Some(Collision { between: told(ground, all, can), is_smallest: false, stuck: None })
}

/// Where one treatment collides with nothing but its own rules.
fn alone_stuck(ground: &Ground<'_>, (gaps, eased): (&[Gaps], &[Option<Gaps>]), set: &[Clash]) -> Option<Stuck> {
    let Some(Clash::Treatment(protocol)) = set.first() else { return None };
    let place = ground.lanes.iter().position(|lane| lane.series.protocol == *protocol)?;
    match set.get(1..)? {
        [] => stuck(ground, place, eased.get(place)?.as_ref()?),
        [Clash::Latest(latest)] if latest == protocol => stuck(ground, place, gaps.get(place)?),
        _ => None,
    }
}

fn told(ground: &Ground<'_>, set: &[Clash], can: &dyn Fn(&Kept) -> Option<bool>) -> Vec<(Clash, Eased)> {
    let eased = |gives_way: &Clash| match can(&of(ground, |clash| clash != gives_way)) {
        Some(true) => Eased::Plan,
        Some(false) => Eased::Nothing,
        None => Eased::Unknown,
    };
    set.iter().map(|clash| (clash.clone(), eased(clash))).collect()
}

fn clashes(ground: &Ground<'_>) -> Vec<Clash> {
    let case = &ground.brief.case;
    let treatments = ground.lanes.iter().map(|lane| Clash::Treatment(lane.series.protocol.clone()));
    let latest = ground.lanes.iter().map(|lane| Clash::Latest(lane.series.protocol.clone()));
    let events = case.ahead.iter().map(|one: &Ahead| Clash::Event(one.event.clone()));
    let wishes = (case.wishes.firmness == Firmness::Only).then_some(Clash::Wishes);
    treatments.chain(events).chain(wishes).chain(latest).collect()
}

fn of(ground: &Ground<'_>, keeps: impl Fn(&Clash) -> bool) -> Kept {
    let case = &ground.brief.case;
    let protocol = |lane: &Lane<'_>| lane.series.protocol.clone();
    Kept {
        lanes: ground.lanes.iter().map(|lane| keeps(&Clash::Treatment(protocol(lane)))).collect(),
        latest: ground.lanes.iter().map(|lane| keeps(&Clash::Latest(protocol(lane)))).collect(),
        events: case.ahead.iter().map(|one| keeps(&Clash::Event(one.event.clone()))).collect(),
        wishes: case.wishes.firmness == Firmness::Only && keeps(&Clash::Wishes),
    }
}

fn is_possible(
    ground: &Ground<'_>,
    gaps: &[Gaps],
    eased: &[Option<Gaps>],
    kept: &Kept,
    watch: &dyn Watch,
) -> Option<bool> {
    if watch.is_over() {
        return None;
    }
    let places: Vec<usize> = (0..ground.lanes.len()).filter(|place| kept.lanes.get(*place) == Some(&true)).collect();
    if places.is_empty() {
        return Some(true);
    }
    let mut series = Vec::new();
    for place in &places {
        let rhythm = match kept.latest.get(*place) {
            Some(true) => gaps.get(*place),
            _ => eased.get(*place).and_then(Option::as_ref),
        }?;
        series.push(alone(ground.lanes.get(*place)?, rhythm, kept));
    }
    possible(&Course { days: ground.count.days, series, spacing: &Part { ground, places: &places } }, watch)
}

/// One treatment on the days that are left to it.
fn alone<'a>(lane: &Lane<'_>, rhythm: &'a Gaps, kept: &Kept) -> Series<'a> {
    let open = |one: &&Candidate| {
        let day = usize::from(one.day.0);
        let free = |(closed, kept): (&Vec<bool>, &bool)| !kept || closed.get(day) != Some(&true);
        (!kept.wishes || one.suits) && lane.closed_by_event.iter().zip(&kept.events).all(free)
    };
    let start = |one: &Candidate| {
        let (from, to, practitioner) = (one.opening.from, one.opening.to, one.place);
        Start { day: one.day, from, to, practitioner, penalty: 0 }
    };
    Series {
        sessions: u16::try_from(lane.series.due.len()).unwrap_or(u16::MAX),
        rhythm,
        weights: Weights::default(),
        starts: lane.candidates.iter().filter(open).map(start).collect(),
    }
}

/// The spacing between some of the treatments.
struct Part<'a> {
    ground: &'a Ground<'a>,
    places: &'a [usize],
}

impl Spacing for Part<'_> {
    fn earliest(&self, first: usize, then: usize, day: Day) -> Day {
        match (self.places.get(first), self.places.get(then)) {
            (Some(first), Some(then)) => self.ground.apart.earliest(*first, *then, day),
            _ => day,
        }
    }
}

/// Every choice of so many of so many places, in order.
fn combinations(of: usize, size: usize) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..size {
        let longer = |chosen: &Vec<usize>| {
            let from = chosen.last().map_or(0, |last| last + 1);
            (from..of).map(|next| chosen.iter().copied().chain([next]).collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        found = found.iter().flat_map(longer).collect();
    }
    found
}
