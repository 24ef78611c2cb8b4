//! Time may be up at any moment: what comes back then is a sound plan or none, and nothing that was not proven.

mod drawn {
    pub mod small;
}

use drawn::small::Small;
use planner::course::{Answer, Course, Day, Rhythm, Series, Spacing, Start, Weights, Window, check, possible, solve};
use planner::{Tick, Unlimited, Watch};
use std::cell::Cell;

/// Time is up once it was asked for so many times.
struct Asked {
    left: Cell<usize>,
    asked: Cell<usize>,
}

impl Asked {
    fn times(left: usize) -> Self {
        Self { left: Cell::new(left), asked: Cell::new(0) }
    }
}

impl Watch for Asked {
    fn is_over(&self) -> bool {
        self.asked.set(self.asked.get() + 1);
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left == 0
    }
}

/// What is known of a course when time is up: the cost of a plan, and what no plan costs less than.
type Known = (Option<u64>, u64);

/// Plans with so many looks at the clock, and holds what comes back against the least cost there is.
fn known_after(asks: usize, course: &Course<'_>, least: Option<u64>, name: &str) -> Known {
    let known = match solve(course, &Asked::times(asks)) {
        Answer::Planned { plan, lower_bound } => {
            assert_eq!(check(course, &plan), Vec::<String>::new(), "{name} after {asks}");
            let least = least.unwrap_or_else(|| panic!("{name} after {asks}: a plan where there is none"));
            assert!(lower_bound <= least && least <= plan.cost, "{name} after {asks}: {lower_bound} {}", plan.cost);
            (Some(plan.cost), lower_bound)
        }
        Answer::Unknown { lower_bound } => {
            assert!(least.is_none_or(|least| lower_bound <= least), "{name} after {asks}: {lower_bound}");
            (None, lower_bound)
        }
        Answer::Impossible => {
            assert_eq!(least, None, "{name} after {asks}");
            (None, u64::MAX)
        }
    };
    let told = possible(course, &Asked::times(asks));
    assert!(told.is_none_or(|possible| possible == least.is_some()), "{name} after {asks}: {told:?}");
    known
}

/// Every number of looks at the clock up to a few, then fewer and fewer of them, until there was time enough.
fn moments(course: &Course<'_>) -> Vec<usize> {
    let watch = Asked::times(usize::MAX);
    solve(course, &watch);
    let all = watch.asked.get();
    let mut moments: Vec<usize> = (0..all.min(30)).collect();
    while let Some(last) = moments.last().filter(|last| **last <= all) {
        moments.push(last + last / 8 + 1);
    }
    moments
}

#[test]
fn whenever_time_is_up_a_small_course_has_a_sound_plan_or_none_and_no_bound_above_the_best() {
    let (mut planned, mut none) = (0, 0);
    for seed in 0..400 {
        let small = Small::drawn(seed);
        let (course, least) = (small.course(), small.least());
        for asks in moments(&course) {
            let (cost, _) = known_after(asks, &course, least, &format!("seed {seed}"));
            if cost.is_some() { planned += 1 } else { none += 1 }
        }
    }
    assert!(planned > 1_000 && none > 1_000, "{planned} with a plan, {none} without");
}

/// Two sessions of one series and one of another, on any day of two years, with very many people to choose from.
struct Loose {
    /// By series and day what the day costs; none where it is closed.
    days: [Vec<Option<u32>>; 2],
    people: u16,
    wait: u16,
}

const LATEST: u16 = 699;
const GAP: (u16, u16, u16) = (1, 9, 30);

struct First;

impl Rhythm for First {
    fn first(&self) -> Window {
        Window { earliest: Day(0), ideal: Day(0), latest: Day(LATEST) }
    }

    fn next(&self, _session: u16, previous: Day) -> Option<Window> {
        let [earliest, ideal, latest] = [GAP.0, GAP.1, GAP.2].map(|days| Day(previous.0 + days));
        Some(Window { earliest, ideal, latest })
    }
}

impl Spacing for Loose {
    fn earliest(&self, _first: usize, _then: usize, day: Day) -> Day {
        Day(day.0 + self.wait)
    }
}

impl Loose {
    /// Every other time a day may hold a session of both.
    fn drawn(seed: u64, people: u16) -> Self {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut below = |end: u64| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state % end
        };
        let mut day = |late: u32| (below(4) > 0).then(|| below(400) as u32 + 900 - late);
        // The later the better, so that what is soonest is not best.
        let days = [(); 2].map(|()| (0..=LATEST).map(|on| day(u32::from(on))).collect());
        Self { days, people, wait: 5 * (seed % 2) as u16 }
    }

    fn course(&self) -> Course<'_> {
        let series = |(days, (sessions, from)): (&Vec<Option<u32>>, (u16, u16))| {
            let starts = (0..).zip(days).filter_map(|(day, penalty)| {
                let practitioner = day % self.people;
                Some(Start { day: Day(day), from: Tick(from), to: Tick(from + 1), practitioner, penalty: (*penalty)? })
            });
            let weights = Weights { first: 1, late: 2, early: 1, change: 0 };
            Series { sessions, rhythm: &First, weights, starts: starts.collect() }
        };
        Course { days: LATEST + 1, series: self.days.iter().zip([(2, 0), (1, 1)]).map(series).collect(), spacing: self }
    }

    /// The least cost over all days that break nothing.
    fn least(&self) -> Option<u64> {
        let [one, other] = [0, 1].map(|series| {
            let open = |(day, cost): (i64, &Option<u32>)| Some((day, i64::from((*cost)?)));
            (0..).zip(&self.days[series]).filter_map(open).collect::<Vec<(i64, i64)>>()
        });
        let mut least = None;
        for (at, &(first, a)) in one.iter().enumerate() {
            let within = |(day, _): &&(i64, i64)| (i64::from(GAP.0)..=i64::from(GAP.2)).contains(&(day - first));
            for &(second, b) in one[at..].iter().take(40).filter(within) {
                let off = second - first - i64::from(GAP.1);
                let both = first + a + b + off.max(0) * 2 + (-off).max(0);
                let apart = |day: i64| (day - first).abs().min((day - second).abs()) >= i64::from(self.wait);
                let rest = other.iter().filter(|(day, _)| apart(*day)).map(|(day, cost)| day + cost).min();
                least = rest.map(|rest| rest + both).into_iter().chain(least).min();
            }
        }
        least.map(|least| least as u64)
    }
}

#[test]
fn whenever_time_is_up_a_course_with_more_choices_than_there_is_room_for_is_told_no_less_honestly() {
    // With so many people the search has room at once, after a rough plan, or none at all.
    for people in [3, 300, 690] {
        for seed in 1..4 {
            let loose = Loose::drawn(seed, people);
            let (course, least) = (loose.course(), loose.least());
            let mut best: Known = (None, 0);
            for asks in moments(&course) {
                let known = known_after(asks, &course, least, &format!("{people} people, seed {seed}"));
                assert!(known.1 >= best.1 && known.0.is_some() >= best.0.is_some(), "more time, and less is known");
                best = known;
            }
            assert!(best.0.is_some(), "{people} people, seed {seed}: a plan, given time");
        }
    }
}

#[test]
fn a_course_with_more_sessions_than_days_is_impossible_at_once() {
    let loose = Loose::drawn(1, 3);
    let mut course = loose.course();
    course.days = 60;
    course.series[0].sessions = 40;
    course.series[1].sessions = 40;
    assert_eq!(solve(&course, &Asked::times(200)), Answer::Impossible);
    assert_eq!(possible(&course, &Unlimited), Some(false));
}
