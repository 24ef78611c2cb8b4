//! Lines and columns of a source.

/// A place that people can find.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumn {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

/// Where the lines of a source begin.
#[derive(Debug, Clone)]
pub struct Lines<'s> {
    source: &'s str,
    starts: Vec<usize>,
}

impl<'s> Lines<'s> {
    /// Of one source.
    #[must_use]
    pub fn of(source: &'s str) -> Self {
        let ends = source.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { source, starts: std::iter::once(0).chain(ends).collect() }
    }

    /// The place of a byte.
    #[must_use]
    pub fn place(&self, at: usize) -> LineColumn {
        let line = self.starts.partition_point(|start| *start <= at);
        let start = self.start(line);
        let column = self.source.get(start..at).map_or(0, |before| before.chars().count()) + 1;
        LineColumn { line, column }
    }

    /// The text of a line, counted from 1, without its end.
    #[must_use]
    pub fn text(&self, line: usize) -> &'s str {
        let end = self.starts.get(line).copied().unwrap_or(self.source.len());
        self.source.get(self.start(line)..end).unwrap_or_default().trim_end_matches(['\n', '\r'])
    }

    /// The byte at which a line begins, counted from 1.
    #[must_use]
    pub fn start(&self, line: usize) -> usize {
        line.checked_sub(1).and_then(|index| self.starts.get(index)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{LineColumn, Lines};

    #[test]
    fn columns_count_characters_and_lines_begin_after_their_ends() {
        let lines = Lines::of("あい\nb");
        assert_eq!(lines.place(3), LineColumn { line: 1, column: 2 });
        assert_eq!(lines.place(7), LineColumn { line: 2, column: 1 });
        assert_eq!(lines.text(1), "あい");
        assert_eq!(lines.text(2), "b");
    }
}
