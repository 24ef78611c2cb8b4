//! `suhada plan` and `suhada repair` as a shell runs them: what comes out, where, and with which exit code.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn instance(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../bench/planning/instances").join(name)
}

fn suhada(arguments: &[&str], file: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_suhada")).args(arguments).arg(file).env("LANG", "C").output().expect("it runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_course_is_printed_alone_and_its_reasons_go_elsewhere() {
    let quiet = suhada(&["plan"], &instance("course-small-1.json"));
    assert_eq!((quiet.status.code(), text(&quiet.stderr)), (Some(0), String::new()), "quiet in a pipe");
    let solution: serde_json::Value = serde_json::from_slice(&quiet.stdout).expect("nothing but the solution");
    assert_eq!((&solution["cost"], &solution["proven"]), (&74.into(), &true.into()));
    let told = suhada(&["plan", "--explain"], &instance("course-small-1.json"));
    assert_eq!(told.stdout, quiet.stdout, "the same plan, and still nothing else");
    assert!(text(&told.stderr).contains("it is proven that none costs less"));
    let japanese = suhada(&["plan", "--explain", "--lang", "ja"], &instance("course-small-1.json"));
    assert!(text(&japanese.stderr).contains("これより点の低い計画はない"));
}

#[test]
fn a_course_that_cannot_be_planned_ends_with_one_and_says_why() {
    let output = suhada(&["plan"], &instance("course-infeasible-1.json"));
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), String::new()));
    assert!(text(&output.stderr).contains("these rules cannot all be kept"), "{}", text(&output.stderr));
}

#[test]
fn visits_are_moved_within_a_limit() {
    let output = suhada(&["repair", "--time-limit", "300ms"], &instance("repair-20.json"));
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    let solution: serde_json::Value = serde_json::from_slice(&output.stdout).expect("nothing but the solution");
    assert_eq!(solution["assign"].as_array().map(Vec::len), Some(20), "one row for each session");
}

#[test]
fn a_file_of_the_other_kind_a_missing_one_and_a_limit_of_nothing_end_with_two() {
    let other = suhada(&["repair"], &instance("course-small-1.json"));
    assert_eq!(other.status.code(), Some(2));
    assert!(text(&other.stderr).contains("format: "), "{}", text(&other.stderr));
    assert_eq!(suhada(&["plan"], Path::new("no-such-file.json")).status.code(), Some(2));
    assert_eq!(suhada(&["plan", "--time-limit", "0s"], &instance("course-small-1.json")).status.code(), Some(2));
}
