//! What is wrong, where, and what was expected.

use std::fmt;
use std::ops::Range;

/// One mistake in one file, told as a compiler would.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// The file.
    pub file: String,
    /// The line, counting from one.
    pub line: usize,
    /// The column in characters, counting from one.
    pub column: usize,
    /// The line itself.
    pub excerpt: String,
    /// How many characters are meant.
    pub width: usize,
    /// What is wrong.
    pub message: String,
    /// What was expected.
    pub expected: Option<String>,
    /// The nearest known name.
    pub did_you_mean: Option<String>,
}

impl Diagnostic {
    /// A mistake at a place of a text.
    pub(crate) fn at(file: &str, text: &str, span: Range<usize>, message: String) -> Self {
        let start = floor(text, span.start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let end = floor(text, span.end).clamp(start, line_end);
        Self {
            file: file.to_owned(),
            line: text[..start].matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            excerpt: text[line_start..line_end].trim_end().to_owned(),
            width: text[start..end].chars().count().max(1),
            message,
            expected: None,
            did_you_mean: None,
        }
    }

    /// A mistake of a whole file.
    pub(crate) fn of_file(file: &str, message: String) -> Self {
        Self::at(file, "", 0..0, message)
    }

    /// Adds what was expected.
    pub(crate) fn expecting(self, expected: impl Into<String>) -> Self {
        Self { expected: Some(expected.into()), ..self }
    }
}

/// The nearest character boundary at or before a place.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.line.to_string();
        let margin = " ".repeat(number.len());
        writeln!(f, "error: {}", self.message)?;
        writeln!(f, "{margin}--> {}:{}:{}", self.file, self.line, self.column)?;
        writeln!(f, "{margin} |")?;
        writeln!(f, "{number} | {}", self.excerpt)?;
        write!(f, "{margin} | {}{}", " ".repeat(self.column - 1), "^".repeat(self.width))?;
        if let Some(expected) = &self.expected {
            write!(f, "\n{margin} = expected: {expected}")?;
        }
        if let Some(name) = &self.did_you_mean {
            write!(f, "\n{margin} = did you mean `{name}`?")?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostic {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_is_shown_with_its_line_and_what_was_expected() {
        let text = "id = \"x\"\nstatus = \"aproved\"\n";
        let mistake = Diagnostic::at("a.toml", text, 18..27, "unknown status".into()).expecting("approved");
        let shown = mistake.to_string();
        assert!(shown.contains("--> a.toml:2:10"), "{shown}");
        assert!(shown.contains("2 | status = \"aproved\""), "{shown}");
        assert!(shown.contains("  |          ^^^^^^^^^\n  = expected: approved"), "{shown}");
    }

    #[test]
    fn a_column_counts_characters_and_not_bytes() {
        let text = "name = { ja = \"頬\", en = 1 }";
        let at = text.find('1').unwrap();
        assert_eq!(Diagnostic::at("a", text, at..at + 1, String::new()).column, 25);
    }
}
