//! What is wrong with a question, told so that its author can mend it.

use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// One mistake in a question.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Misread {
    /// Where, as a path of fields: `facts.pregnancy`, `settings[2].zone`. Empty where the text is not JSON at all.
    pub field: String,
    /// The line of the text, counting from one, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The column, counting from one, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// What is wrong.
    pub wrong: String,
    /// What was expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
}

impl Misread {
    /// A mistake at a field.
    pub fn at(field: impl Into<String>, wrong: impl Into<String>, expected: impl Into<String>) -> Self {
        let expected = Some(expected.into());
        Self { field: field.into(), line: None, column: None, wrong: wrong.into(), expected }
    }
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(f, "line {line}, column {column}: ")?;
        }
        if !self.field.is_empty() {
            write!(f, "{}: ", self.field)?;
        }
        f.write_str(&self.wrong)?;
        self.expected.as_ref().map_or(Ok(()), |expected| write!(f, "; expected {expected}"))
    }
}

/// Every mistake of one question.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Refused {
    /// The mistakes, in the order of the fields.
    pub error: Vec<Misread>,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told: Vec<String> = self.error.iter().map(ToString::to_string).collect();
        f.write_str(&told.join("\n"))
    }
}

impl std::error::Error for Refused {}
