//! The power may fail at any instant.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

fn suhada(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_suhada"));
    command.env_remove("DATABASE_URL").stdout(Stdio::null()).stderr(Stdio::null());
    command.arg("demo").arg("--data-dir").arg(data);
    command
}

fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("suhada-crash-{}", std::process::id()));
    // A folder that is not there is as good as one that was removed.
    drop(std::fs::remove_dir_all(&folder));
    folder
}

/// Waits until the database has grown, so that the blow falls in the middle of the work.
fn until_it_has_begun(data: &Path) {
    for _ in 0..600 {
        let size = std::fs::metadata(data.join("suhada.db-wal")).map_or(0, |file| file.len());
        if size > 400_000 {
            return;
        }
        sleep(Duration::from_millis(50));
    }
    panic!("the seed did not begin");
}

#[test]
fn a_seed_that_was_killed_in_the_middle_is_begun_anew_and_finished() {
    let data = folder();
    let mut killed = suhada(&data).spawn().expect("it runs");
    until_it_has_begun(&data);
    killed.kill().expect("it is killed without a word");
    assert!(!killed.wait().expect("it ends").success());
    assert!(suhada(&data).status().expect("it runs").success(), "the next start is clean");
    let doctor = Command::new(env!("CARGO_BIN_EXE_suhada")).args(["doctor", "--data-dir"]).arg(&data).output();
    let said = String::from_utf8(doctor.expect("it runs").stdout).expect("it is text");
    let amiss: Vec<&str> = said.lines().filter(|line| line.starts_with("amiss")).collect();
    assert!(said.contains("ok    approvals"), "{said}");
    assert!(
        matches!(amiss.as_slice(), [one] if one.contains("messages")),
        "only the letter that is meant to fail: {said}"
    );
    drop(std::fs::remove_dir_all(&data));
}
