//! The questions as a shell asks them: what comes out, where, and with which exit code.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn suhada(args: &[&str], given: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_suhada"));
    let mut asked = command
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    asked.stdin.take().expect("a pipe").write_all(given.as_bytes()).expect("it reads");
    asked.wait_with_output().expect("it ends")
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("it is text")
}

fn complained(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("it is text")
}

const PREGNANT: &str = r#"{"protocol": "botox", "on": "2026-11-24", "facts": {"pregnancy": "yes"}}"#;

#[test]
fn a_verdict_against_treatment_is_printed_and_ends_with_one() {
    let output = suhada(&["screen"], PREGNANT);
    assert_eq!(output.status.code(), Some(1));
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(answer["headline"], "contraindicated");
    assert_eq!(complained(&output), "");
}

#[test]
fn healing_as_expected_ends_with_nought() {
    let question = r#"{"protocol": "dermapen", "session": {"depth_mm": 1.5}, "check_in": {"hours_since_end": 12,
        "answers": {"redness": "moderate"}, "asked_again": false}}"#;
    let output = suhada(&["triage", "-"], question);
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(answer["tier"], 0);
}

#[test]
fn a_question_that_cannot_be_read_ends_with_two_and_names_the_field() {
    let output = suhada(&["screen"], r#"{"protocol": "botox", "on": "2026-11-24", "facts": {"pregnent": "yes"}}"#);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(said(&output), "", "nothing half answered");
    assert!(complained(&output).contains("facts.pregnent"), "{}", complained(&output));
    assert_eq!(suhada(&["screen", "no-such-file.json"], "").status.code(), Some(2));
}

#[test]
fn a_batch_answers_each_line_in_its_place() {
    let output = suhada(&["screen"], &format!("{PREGNANT}\nnot JSON\n{PREGNANT}\n"));
    assert_eq!(output.status.code(), Some(2), "one line could not be read");
    let text = said(&output);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].contains("contraindicated") && lines[1].starts_with(r#"{"error""#));
    assert_eq!(lines[0], lines[2]);
    assert_eq!(suhada(&["screen"], &format!("{PREGNANT}\n{PREGNANT}\n")).status.code(), Some(1));
}

#[test]
fn the_reasons_are_printed_for_people_in_either_language_and_for_programs_in_both() {
    let en = said(&suhada(&["screen", "--explain"], PREGNANT));
    let ja = said(&suhada(&["screen", "--explain", "--lang", "ja"], PREGNANT));
    assert!(en.contains("Pregnancy: yes → holds"), "{en}");
    assert!(ja.contains("妊娠：はい → 当てはまる"), "{ja}");
    let both = suhada(&["screen", "--explain", "--json"], PREGNANT);
    let trees: serde_json::Value = serde_json::from_slice(&both.stdout).expect("JSON");
    for (lang, printed) in [("ja", &ja), ("en", &en)] {
        assert!(printed.starts_with(trees[lang]["text"].as_str().expect("a line")), "{lang}");
        assert!(trees[lang]["below"].as_array().is_some_and(|below| !below.is_empty()), "{lang}");
    }
}

#[test]
fn every_question_prints_its_schema_and_an_example_that_runs() {
    for question in ["screen", "forecast", "settings", "triage", "outcome"] {
        let output = suhada(&[question, "--schema"], "");
        let schema: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert!(schema["input"].is_object() && schema["output"].is_object(), "{question}");
        let help = said(&suhada(&[question, "--help"], ""));
        let example = help.split_once("echo '").and_then(|(_, rest)| rest.split_once('\'')).expect("an example").0;
        let ran = suhada(&[question], example);
        assert!(matches!(ran.status.code(), Some(0 | 1)), "{question}: {}", complained(&ran));
    }
}
