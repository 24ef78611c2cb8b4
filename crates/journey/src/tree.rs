//! Reasons as a tree of lines: printed on a terminal, or shown as lists on a page.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A line and the lines below it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Tree {
    /// The line.
    pub text: String,
    /// What stands behind it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub below: Vec<Tree>,
}

impl Tree {
    /// A line with nothing below.
    pub fn leaf(text: impl Into<String>) -> Self {
        Self { text: text.into(), below: Vec::new() }
    }

    /// How many lines it has.
    pub fn lines(&self) -> usize {
        1 + self.below.iter().map(Self::lines).sum::<usize>()
    }

    fn branches(&self, before: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, branch) in self.below.iter().enumerate() {
            let last = at + 1 == self.below.len();
            let (joint, beyond) = if last { ("└ ", "  ") } else { ("├ ", "│ ") };
            write!(f, "\n{before}{joint}{}", branch.text)?;
            branch.branches(&format!("{before}{beyond}"), f)?;
        }
        Ok(())
    }
}

/// Printed with lines that lead from each branch to what stands below it.
///
/// ```
/// use journey::tree::Tree;
/// let tree = Tree { text: "a".into(), below: vec![Tree::leaf("b"), Tree::leaf("c")] };
/// assert_eq!(tree.to_string(), "a\n├ b\n└ c");
/// ```
impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)?;
        self.branches("", f)
    }
}
