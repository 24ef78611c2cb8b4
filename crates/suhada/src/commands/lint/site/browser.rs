//! A Chromium without a window, for as long as it is needed and no longer.

use crate::clock::Stopwatch;
use crate::commands::BadInput;
use std::ffi::OsString;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

/// Names under which it is installed.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// The shell hands its own pipes on as those on which the browser listens and answers, and is replaced by it.
const HANDED_ON: &str = r#"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null"#;
const OPTIONS: [&str; 12] = [
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--mute-audio",
    "about:blank",
];
/// Closing its pipes ends it; if it has not ended after so long, it is made to.
const PATIENCE: Duration = Duration::from_secs(3);

/// The browser at a path, or the first one that is installed.
///
/// # Errors
/// When there is none: with what to install, and what can be checked without.
pub fn find(named: Option<&Path>) -> Result<PathBuf, BadInput> {
    if let Some(path) = named {
        let told = || BadInput(format!("{} is no browser that can be started", path.display()));
        return path.is_file().then(|| path.to_owned()).ok_or_else(told);
    }
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).collect();
    let places = NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places.into_iter().find(|path| path.is_file()).ok_or_else(|| {
        BadInput(
            "no browser is installed: --site needs Chromium (`apt install chromium`), or name one by --browser. \
             Without a browser, `suhada lint page.html` checks the source of a page: all but size, contrast and what \
             scripts add"
                .to_owned(),
        )
    })
}

/// A browser that runs. Dropping it ends it with all its processes, and removes its profile.
pub struct Browser {
    child: Child,
    profile: PathBuf,
}

impl Browser {
    /// Starts one, and gives the ends of its pipes.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(program: &Path) -> anyhow::Result<(Self, ChildStdin, ChildStdout)> {
        let profile = std::env::temp_dir().join(format!("suhada-lint-{}", uuid::Uuid::from_u128(rand::random())));
        let mut home = OsString::from("--user-data-dir=");
        home.push(&profile);
        let mut command = Command::new("sh");
        command.arg("-c").arg(HANDED_ON).arg(program).arg(home).args(sandbox()).args(OPTIONS);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).process_group(0);
        let mut child = command.spawn()?;
        let (into, out) = (child.stdin.take(), child.stdout.take());
        let browser = Self { child, profile };
        let (Some(into), Some(out)) = (into, out) else { anyhow::bail!("the browser has no pipes") };
        Ok((browser, into, out))
    }

    fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let since = Stopwatch::start();
        while !self.has_ended() && since.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(20));
        }
        // Its helpers are of its group; one that outlives it would be nobody's.
        let group = format!("-{}", self.child.id());
        let kill = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        drop(kill);
        drop(self.child.wait());
        drop(std::fs::remove_dir_all(&self.profile));
    }
}

/// Chromium refuses to run as the superuser inside its sandbox.
fn sandbox() -> Option<&'static str> {
    let is_root = std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0);
    is_root.then_some("--no-sandbox")
}
