//! What is written is asked about when it is checked, and when it is kept.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn suhada(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_suhada")).args(args).output().expect("it runs")
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("it is text")
}

/// A folder of one test, empty at first.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the folder of the last run goes");
    }
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).expect("a copy");
        }
    }
}

fn sources(of: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(of)
}

/// The protocols that ship, with one text replaced in one of them.
fn protocols(name: &str, of: &str, from: &str, to: &str) -> PathBuf {
    let folder = folder(name);
    copy(&sources("protocols"), &folder);
    let file = folder.join(of).join("protocol.toml");
    let text = fs::read_to_string(&file).expect("a protocol");
    assert!(text.contains(from), "{from}");
    fs::write(&file, text.replacen(from, to, 1)).expect("it is written");
    folder
}

#[test]
fn the_texts_of_the_protocols_that_ship_withhold_no_page() {
    let output = suhada(&["protocol", "check"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("0 statements would withhold a page"), "{}", said(&output));
}

#[test]
fn a_promise_in_a_catalogue_fails_the_check_with_file_line_and_alternative() {
    let summary = "細い針で皮膚にごく小さな通り道をつくり、肌が治ろうとする働きを借りる施術です。";
    let folder = protocols("promise", "dermapen", summary, "日本一の施術で、ニキビ跡が必ず治ります。");
    let output = suhada(&["protocol", "check", folder.to_str().expect("text")]);
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    assert!(said.contains("dermapen/protocol.toml:5:"), "{said}");
    assert!(said.contains("block MA-FALSE-CERTAIN") && said.contains("→ "), "{said}");
}

#[test]
fn a_clinic_that_boasts_is_set_up_and_told_at_once_which_pages_are_withheld() {
    let folder = folder("clinic");
    let plan = fs::read_to_string(sources("crates/testkit/clinic.toml")).expect("a plan");
    let plan = plan.replacen("kind = \"demo\"", "kind = \"real\"", 1);
    let tagline = plan.lines().find(|line| line.starts_with("tagline")).expect("a tagline").to_owned();
    let plan =
        plan.replacen(&tagline, "tagline = { ja = \"日本一の皮膚科です。\", en = \"The best clinic in Japan.\" }", 1);
    let file = folder.join("clinic.toml");
    fs::write(&file, plan).expect("it is written");
    let data = folder.join("data");
    let data = data.to_str().expect("text");
    let output = suhada(&["clinic", "--data-dir", data, file.to_str().expect("text")]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let said = said(&output);
    assert!(said.contains("is set up") && said.contains("2 withheld until they are mended"), "{said}");
    assert!(said.contains("/ja/\n  ") && said.contains("/en/\n  "), "{said}");
}
