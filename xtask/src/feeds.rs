//! Calendars, read by two libraries that others wrote. The tests of `web` wrote the files.

use crate::provide;
use crate::shell::{Step, run};
use anyhow::{Result, bail};
use std::path::PathBuf;

/// Reads every calendar with ical.js and with icalendar, and compares instants, names and counts with what was booked.
pub fn read() -> Result<()> {
    let Ok(written) = folder().canonicalize() else {
        bail!("{} is missing: the tests of `web` write it", folder().display());
    };
    let (e2e, place) = (crate::root().join("e2e"), written.display().to_string());
    let (node, python) = (["--test", "feeds/feeds.test.mjs"], ["feeds/read.py"]);
    run(Step::program("calendars by ical.js", "node", &node).within(&e2e).with_env("SUHADA_FEEDS", &place))?;
    let interpreter = provide::python().display().to_string();
    run(Step::program("calendars by icalendar", &interpreter, &python).within(&e2e).with_env("SUHADA_FEEDS", &place))
}

/// Where cargo lets tests keep files.
fn folder() -> PathBuf {
    crate::target().join("tmp/feeds")
}
