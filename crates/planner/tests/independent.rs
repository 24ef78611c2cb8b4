//! Solutions of whole instances before a checker that shares no code with the planner.

use planner::course::{Answer, solve};
use planner::file::{CourseFile, CourseSolution, Moving, Planning, RepairFile, RepairSolution};
use planner::repair::repair;
use planner::{Unlimited, Watch};
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

fn bench(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../bench/planning").join(file)
}

fn instance(name: &str) -> String {
    std::fs::read_to_string(bench(&format!("instances/{name}.json"))).expect("it is there")
}

/// What the checker prints about a solution; nothing where it finds no fault.
fn faults(name: &str, solution: &impl serde::Serialize) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let file = std::env::temp_dir().join(format!("suhada-{}-{number}-solution.json", std::process::id()));
    std::fs::write(&file, serde_json::to_string(solution).expect("JSON")).expect("it is written");
    let arguments = [bench("check.py"), bench(&format!("instances/{name}.json")), file.clone()];
    let output = Command::new("python3").args(arguments).output().expect("python3 is installed");
    std::fs::remove_file(&file).expect("it was written");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.success(), said.is_empty(), "{said}");
    said
}

fn course(name: &str) -> CourseSolution {
    let file = CourseFile::read(&instance(name)).expect("it is sound");
    let planning = Planning::of(&file);
    let Answer::Planned { plan, lower_bound } = solve(&planning.course(), &Unlimited) else { panic!("it has a plan") };
    CourseSolution::of(&planning, &plan, lower_bound)
}

#[test]
fn both_small_courses_are_planned_at_the_optimum_that_others_proved() {
    for (name, optimum) in [("course-small-1", 74), ("course-small-2", 83)] {
        let solution = course(name);
        assert_eq!((solution.cost, solution.lower_bound, solution.proven), (optimum, optimum, true), "{name}");
        assert_eq!(faults(name, &solution), "");
    }
}

#[test]
fn the_medium_course_is_planned_at_the_optimum_that_others_proved() {
    let solution = course("course-medium-1");
    assert_eq!((solution.cost, solution.lower_bound, solution.proven), (347, 347, true));
    assert_eq!(faults("course-medium-1", &solution), "");
}

#[test]
fn the_checker_sees_a_cost_that_is_one_too_low_and_a_session_off_the_grid() {
    let name = "course-small-1";
    let sound = course(name);
    let cheaper = CourseSolution { cost: sound.cost - 1, lower_bound: 0, proven: false, ..sound.clone() };
    assert!(faults(name, &cheaper).contains("cost is 74, not 73"));
    let mut moved = sound;
    moved.assign[2].2 += 1;
    assert!(faults(name, &moved).contains("not on the grid"));
}

/// Is over after it was asked so often.
struct Asked(Cell<u32>);

impl Watch for Asked {
    fn is_over(&self) -> bool {
        self.0.set(self.0.get().saturating_sub(1));
        self.0.get() == 0
    }
}

#[test]
fn twenty_visits_are_moved_at_the_optimum_that_others_proved() {
    let file = RepairFile::read(&instance("repair-20")).expect("it is sound");
    let moving = Moving::of(&file);
    let proposal = repair(&moving.repair, 1, &Asked(Cell::new(20_000)));
    let solution = RepairSolution::of(&moving, &proposal);
    assert_eq!(solution.cost, 661);
    assert!(solution.lower_bound <= 661);
    assert_eq!(faults("repair-20", &solution), "");
}
