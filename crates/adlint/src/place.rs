//! Lines and columns of a source.

/// A place that people can find.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumn {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

/// Characters are counted from the last of marks that stand so many bytes apart.
const STRIDE: usize = 1024;

/// Where the lines of a source begin.
#[derive(Debug, Clone)]
pub struct Lines<'s> {
    source: &'s str,
    starts: Vec<usize>,
    counted: Vec<usize>,
}

impl<'s> Lines<'s> {
    /// Of one source.
    #[must_use]
    pub fn of(source: &'s str) -> Self {
        let ends = source.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let chunks = source.as_bytes().chunks(STRIDE).map(letters);
        let sums = chunks.scan(0, |sum, letters| {
            *sum += letters;
            Some(*sum)
        });
        let counted = std::iter::once(0).chain(sums).collect();
        Self { source, starts: std::iter::once(0).chain(ends).collect(), counted }
    }

    /// The place of a byte.
    #[must_use]
    pub fn place(&self, at: usize) -> LineColumn {
        let line = self.starts.partition_point(|start| *start <= at);
        let column = self.letters_before(at).saturating_sub(self.letters_before(self.start(line))) + 1;
        LineColumn { line, column }
    }

    /// How many characters begin before a byte.
    fn letters_before(&self, at: usize) -> usize {
        let chunk = at / STRIDE;
        let rest = self.source.as_bytes().get(chunk * STRIDE..at).unwrap_or_default();
        self.counted.get(chunk).copied().unwrap_or_default() + letters(rest)
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

/// How many characters begin in these bytes.
fn letters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::{LineColumn, Lines};

    #[test]
    fn columns_are_right_far_into_a_long_line() {
        let text = format!("x\n{}b", "あ".repeat(3000));
        assert_eq!(Lines::of(&text).place(text.len() - 1), LineColumn { line: 2, column: 3001 });
    }

    #[test]
    fn columns_count_characters_and_lines_begin_after_their_ends() {
        let lines = Lines::of("あい\nb");
        assert_eq!(lines.place(3), LineColumn { line: 1, column: 2 });
        assert_eq!(lines.place(7), LineColumn { line: 2, column: 1 });
        assert_eq!(lines.text(1), "あい");
        assert_eq!(lines.text(2), "b");
    }
}
