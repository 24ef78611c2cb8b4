//! Courses small enough to try every plan: the planner finds one of the best, or proves that there is none.

mod drawn {
    pub mod small;
}

use drawn::small::{Small, Waits};
use planner::Unlimited;
use planner::course::{Answer, Course, Day, Plan, check, possible, solve};

#[test]
fn every_small_course_is_planned_as_well_as_by_trying_everything() {
    let (mut planned, mut impossible, mut shared) = (0, 0, 0);
    for seed in 0..1_500 {
        let small = Small::drawn(seed);
        let course = small.course();
        match (solve(&course, &Unlimited), small.least()) {
            (Answer::Planned { plan, lower_bound }, Some(least)) => {
                assert_eq!(plan.cost, least, "seed {seed}");
                assert_eq!(lower_bound, least, "seed {seed}: proven");
                assert_eq!(check(&course, &plan), Vec::<String>::new(), "seed {seed}");
                assert_eq!(possible(&course, &Unlimited), Some(true), "seed {seed}");
                let days = plan
                    .starts
                    .iter()
                    .enumerate()
                    .flat_map(|(series, starts)| starts.iter().map(move |&start| (series, start)));
                let mut days: Vec<Day> = days.map(|(series, start)| small.starts[series][start].day).collect();
                days.sort_unstable();
                shared += usize::from(days.windows(2).any(|pair| pair[0] == pair[1]));
                planned += 1;
            }
            (Answer::Impossible, None) => {
                assert_eq!(possible(&course, &Unlimited), Some(false), "seed {seed}");
                impossible += 1;
            }
            (answer, least) => panic!("seed {seed}: {answer:?}, but by trying everything {least:?}"),
        }
    }
    assert!(planned > 200 && impossible > 200 && shared > 20, "{planned} planned, {impossible} not, {shared} shared");
}

#[test]
fn the_same_course_is_planned_the_same_way_twice() {
    for seed in 0..50 {
        let small = Small::drawn(seed);
        assert_eq!(solve(&small.course(), &Unlimited), solve(&small.course(), &Unlimited));
    }
}

#[test]
fn a_plan_that_was_tampered_with_does_not_pass_the_check() {
    let seed = (0..).find(|&seed| Small::drawn(seed).least().is_some_and(|least| least > 3)).expect("there is one");
    let small = Small::drawn(seed);
    let course = small.course();
    let Answer::Planned { plan, .. } = solve(&course, &Unlimited) else { panic!("it has a plan") };
    let cheaper = Plan { cost: plan.cost - 1, ..plan.clone() };
    assert!(!check(&course, &cheaper).is_empty(), "the cost");
    let mut shorter = plan.clone();
    shorter.starts[0].pop();
    assert!(!check(&course, &shorter).is_empty(), "a session is missing");
    let mut fewer = plan;
    fewer.starts.pop();
    assert!(!check(&course, &fewer).is_empty(), "a series is missing");
}

#[test]
fn nothing_to_plan_costs_nothing() {
    let waits = Waits(Vec::new());
    let course = Course { days: 10, series: Vec::new(), spacing: &waits };
    let plan = Plan::default();
    assert_eq!(solve(&course, &Unlimited), Answer::Planned { plan, lower_bound: 0 });
}
