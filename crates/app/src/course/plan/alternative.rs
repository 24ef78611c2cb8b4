use super::accept::Chosen;
use super::brief::{Brief, Case};
use super::collision::{Collision, collide};
use super::ground::{Candidate, Ground};
use super::rhythm::{Gaps, Latest};
use super::verify::{Laid, verify};
use super::why::{Reason, reasons};
use crate::work::App;
use crate::world::World;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use journey::id::{CourseId, CourseSessionId, StaffId};
use journey::slug::ProtocolId;
use planner::Watch;
use planner::course::{Answer, Course, Plan, Series, Start, Weights, check, solve};

/// What an alternative puts first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Emphasis {
    /// What stands, as far as it can.
    Least,
    /// The ideal rhythm of every treatment.
    Rhythm,
    /// The times that the patient wishes for.
    Times,
    /// One person for all sessions of a treatment.
    Person,
    /// An early end.
    Soon,
}

impl Emphasis {
    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Least => "least",
            Self::Rhythm => "rhythm",
            Self::Times => "times",
            Self::Person => "person",
            Self::Soon => "soon",
        }
    }

    /// How much a day, a person, a wish and a visit that stands weigh against each other: points, by the house's own
    /// rule. A day away from the ideal is the measure.
    const fn scale(self) -> Scale {
        let usual = Scale { first: 2, late: 4, early: 4, change: 6, unsuited: 12, unwished: 12, moved: 0 };
        match self {
            Self::Rhythm => usual,
            Self::Least => Scale { moved: 400, ..usual },
            Self::Times => Scale { unsuited: 120, unwished: 60, ..usual },
            Self::Person => Scale { change: 120, ..usual },
            Self::Soon => Scale { first: 12, late: 12, early: 0, ..usual },
        }
    }
}

struct Scale {
    first: u32,
    late: u32,
    early: u32,
    change: u32,
    unsuited: u32,
    unwished: u32,
    moved: u32,
}

/// Ways to plan the open sessions of a person, best first; or what collides.
#[derive(Clone, PartialEq, Debug)]
pub struct Proposal {
    /// At most three, all different.
    pub alternatives: Vec<Alternative>,
    /// The sessions whose time is settled already; they are accepted with every alternative.
    pub settled: Vec<Chosen>,
    /// Why there is none.
    pub collision: Option<Collision>,
    /// The last day that was looked at.
    pub until: Date,
}

/// One way.
#[derive(Clone, PartialEq, Debug)]
pub struct Alternative {
    /// What it puts first.
    pub emphasis: Emphasis,
    /// Its sessions, by time.
    pub sessions: Vec<PlannedSession>,
    /// What it costs, in points.
    pub cost: u64,
    /// No plan with this emphasis costs less.
    pub lower_bound: u64,
}

impl Alternative {
    /// Whether no plan with this emphasis can be better.
    pub const fn is_proven(&self) -> bool {
        self.lower_bound == self.cost
    }
}

/// One session of a plan.
#[derive(Clone, PartialEq, Debug)]
pub struct PlannedSession {
    /// Of which course.
    pub course: CourseId,
    /// Which session of it.
    pub session: CourseSessionId,
    /// Its number in the course.
    pub number: i64,
    /// The treatment.
    pub protocol: ProtocolId,
    /// When it begins.
    pub starts: Timestamp,
    /// With whom; nobody where nobody is needed.
    pub practitioner: Option<StaffId>,
    /// When it would be now.
    pub now: Option<Timestamp>,
    /// Whether accepting books it at once; later ones are booked when their time comes.
    pub booked_at_once: bool,
    /// Why then.
    pub because: Vec<Reason>,
}

/// The most ways that are shown side by side.
const MOST: usize = 3;

/// With fewer to compare, a way that was cut short is worth a second, longer look.
const FEWEST: usize = 2;

/// How many turns the second look takes.
const LONGER: usize = 4;

/// Plans the open sessions, each emphasis until the watch of its turn is over; the turns are counted from nought, and
/// what one leaves of its time is the next one's. Every plan is asked of the rules again before it is shown; one that
/// breaks any is left out. Where time ran out before there were two to compare, what was cut short is thought over
/// once more, for longer.
pub fn propose(brief: &Brief, world: &World, turns: &dyn Fn(usize) -> Box<dyn Watch>) -> Proposal {
    let ground = Ground::of(brief, world);
    let Some(gaps) = (0..ground.lanes.len()).map(|lane| ground.gaps(lane, Latest::Kept)).collect::<Option<Vec<Gaps>>>()
    else {
        return Proposal { alternatives: Vec::new(), settled: Vec::new(), collision: None, until: brief.until };
    };
    let mut alternatives: Vec<Alternative> = Vec::new();
    let mut look = |emphasis: Emphasis, turn: usize, enough: usize| {
        if alternatives.len() >= enough {
            return None;
        }
        match plan(&ground, &gaps, emphasis, turns(turn).as_ref()) {
            Way::CutShort => return Some(emphasis),
            Way::Found(one) if alternatives.iter().all(|known| times(known) != times(&one)) => alternatives.push(one),
            Way::Found(_) | Way::None => {}
        }
        None
    };
    let first = emphases(&brief.case).into_iter().enumerate();
    let cut_short: Vec<Emphasis> = first.filter_map(|(place, emphasis)| look(emphasis, place, MOST)).collect();
    let longest = MOST + LONGER * cut_short.len();
    for (place, emphasis) in cut_short.into_iter().enumerate() {
        look(emphasis, MOST + LONGER * (place + 1), FEWEST);
    }
    let colliding = |turn| collide(&ground, &gaps, turns(turn).as_ref());
    let collision =
        if alternatives.is_empty() { colliding(MOST).or_else(|| colliding(longest + LONGER)) } else { None };
    let settled = brief.case.pinned.iter();
    let settled = settled.map(|one| Chosen { session: one.session, starts: one.starts, practitioner: None }).collect();
    Proposal { alternatives, settled, collision, until: brief.until }
}

/// The same within a limit for each turn, by the clock of the clinic.
pub fn propose_within(app: &App, brief: &Brief, limit: SignedDuration) -> Proposal {
    let begun = app.now();
    let left = |turn: usize| {
        let turns = i32::try_from(turn + 1).unwrap_or(i32::MAX);
        limit * turns - app.now().duration_since(begun)
    };
    propose(brief, app.world(), &|turn| Box::new(app.deadline(left(turn))))
}

/// What is worth trying: where something stands, to leave it standing comes first.
fn emphases(case: &Case) -> Vec<Emphasis> {
    let stands = case.series.iter().flat_map(|one| &one.due).any(|due| due.now.is_some());
    let mut all = if stands { vec![Emphasis::Least] } else { Vec::new() };
    all.push(Emphasis::Rhythm);
    if !case.wishes.is_empty() {
        all.push(Emphasis::Times);
    }
    all.extend([Emphasis::Person, Emphasis::Soon]);
    all
}

fn times(one: &Alternative) -> Vec<(CourseSessionId, Timestamp, Option<StaffId>)> {
    one.sessions.iter().map(|session| (session.session, session.starts, session.practitioner)).collect()
}

/// What came of looking for one way.
enum Way {
    Found(Alternative),
    /// There is none, or the rules speak against what was found.
    None,
    /// Time ran out before there was one.
    CutShort,
}

fn plan(ground: &Ground<'_>, gaps: &[Gaps], emphasis: Emphasis, watch: &dyn Watch) -> Way {
    let scale = emphasis.scale();
    let only = ground.brief.case.wishes.firmness == journey::course::Firmness::Only;
    let open = |lane: usize, one: &Candidate| ground.is_open(lane, one.day) && (!only || one.suits);
    let picked: Vec<Vec<Candidate>> = ground
        .lanes
        .iter()
        .enumerate()
        .map(|(place, lane)| lane.candidates.iter().filter(|one| open(place, one)).copied().collect())
        .collect();
    let course = course(ground, gaps, &picked, &scale);
    match solve(&course, watch) {
        Answer::Planned { plan, lower_bound } if check(&course, &plan).is_empty() => {
            whole(ground, &picked, &plan, emphasis, lower_bound).map_or(Way::None, Way::Found)
        }
        Answer::Planned { .. } | Answer::Impossible => Way::None,
        Answer::Unknown { .. } => Way::CutShort,
    }
}

fn course<'a>(ground: &'a Ground<'_>, gaps: &'a [Gaps], picked: &[Vec<Candidate>], scale: &Scale) -> Course<'a> {
    let weights = Weights { first: scale.first, late: scale.late, early: scale.early, change: scale.change };
    let lanes = ground.lanes.iter().zip(gaps).zip(picked);
    let series = lanes.map(|((lane, rhythm), candidates)| Series {
        sessions: u16::try_from(lane.series.due.len()).unwrap_or(u16::MAX),
        rhythm,
        weights,
        starts: candidates
            .iter()
            .map(|one| start(one, lane.series.due.iter().any(|due| due.now.is_some()), scale))
            .collect(),
    });
    Course { days: ground.count.days, series: series.collect(), spacing: &ground.apart }
}

fn start(one: &Candidate, something_stands: bool, scale: &Scale) -> Start {
    let unsuited = if one.suits { 0 } else { scale.unsuited };
    let unwished = if one.with_wished { 0 } else { scale.unwished };
    let moved = if one.stands || !something_stands { 0 } else { scale.moved };
    let penalty = unsuited + unwished + moved;
    Start { day: one.day, from: one.opening.from, to: one.opening.to, practitioner: one.place, penalty }
}

/// The plan in dates and people, by time, with reasons; none where the rules speak against it after all.
fn whole(
    ground: &Ground<'_>,
    picked: &[Vec<Candidate>],
    plan: &Plan,
    emphasis: Emphasis,
    lower_bound: u64,
) -> Option<Alternative> {
    let mut chosen: Vec<(usize, usize, Candidate)> = Vec::new();
    for (lane, (starts, candidates)) in plan.starts.iter().zip(picked).enumerate() {
        for (place, start) in starts.iter().enumerate() {
            chosen.push((lane, place, *candidates.get(*start)?));
        }
    }
    chosen.sort_by_key(|(_, _, one)| one.opening.starts);
    let laid: Vec<Laid<'_>> = chosen
        .iter()
        .filter_map(|(lane, _, one)| {
            Some(Laid { series: ground.lanes.get(*lane)?.series, on: ground.count.date(one.day) })
        })
        .collect();
    let case = &ground.brief.case;
    if laid.len() != chosen.len() || !verify(case, ground.world, &laid).is_empty() {
        return None;
    }
    let mut sessions = Vec::new();
    for (at, (lane, place, one)) in chosen.iter().enumerate() {
        let series = ground.lanes.get(*lane)?.series;
        let due = series.due.get(*place)?;
        let on = ground.count.date(one.day);
        sessions.push(PlannedSession {
            course: series.course,
            session: due.session,
            number: due.number,
            protocol: series.protocol.clone(),
            starts: one.opening.starts,
            practitioner: one.person,
            now: due.now.map(|(at, _)| at),
            booked_at_once: at < case.budget && on <= case.horizon,
            because: reasons(ground, &chosen, &laid, at, emphasis),
        });
    }
    Some(Alternative { emphasis, sessions, cost: plan.cost, lower_bound })
}
