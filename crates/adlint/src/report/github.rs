//! Annotations on GitHub, one a line.

use super::Checked;
use crate::finding::{Severity, Stamp};
use crate::place::Lines;
use std::fmt::{self, Write};

/// Writes the annotations of one file.
///
/// # Errors
/// When `out` does not take it.
pub fn file(one: &Checked, out: &mut dyn Write) -> fmt::Result {
    let lines = Lines::of(&one.text);
    for finding in &one.outcome.findings {
        let level = match finding.severity {
            Severity::Block | Severity::Error => "error",
            Severity::Warn => "warning",
            Severity::Review => "notice",
        };
        let (start, end) = (lines.place(finding.span.start), lines.place(finding.span.end));
        let (file, title) = (property(&one.file), property(&finding.rule));
        write!(out, "::{level} file={file},line={},col={}", start.line, start.column)?;
        write!(out, ",endLine={},endColumn={},title={title}::", end.line, end.column)?;
        writeln!(out, "{}", message(&format!("{} / {}", finding.reason.ja, finding.reason.en)))?;
    }
    Ok(())
}

/// Writes the notice of rule set and day.
///
/// # Errors
/// When `out` does not take it.
pub fn closing(stamp: &Stamp, out: &mut dyn Write) -> fmt::Result {
    let stamp = stamp.sentence();
    write!(out, "::notice title=adlint::{}", message(&format!("{} / {}", stamp.ja, stamp.en)))
}

fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}
