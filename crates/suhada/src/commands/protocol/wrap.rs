//! Lines that fit on paper, in Japanese as in English.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How wide a line may be, in columns; a Japanese character takes two.
pub const COLUMNS: usize = 100;

const NEVER_FIRST: &str = "、。，．・：；？！）」』】〕］｝〉》ーっッゃゅょャュョ々〜),.;:!?]}";
const NEVER_LAST: &str = "（「『【〔［｛〈《([{";

/// A text as lines of at most [`COLUMNS`]: the first indented by `first`, the others by `rest`.
pub fn wrapped(text: &str, first: usize, rest: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = Line::new(if lines.is_empty() { first } else { rest });
        for piece in pieces(paragraph).iter().flat_map(|piece| cut(piece, COLUMNS - rest.max(first))) {
            if !line.takes(&piece) {
                lines.push(line.finished());
                line = Line::new(rest);
            }
            line.push(&piece);
        }
        lines.push(line.finished());
    }
    lines
}

struct Line {
    text: String,
    begun: usize,
}

impl Line {
    fn new(indent: usize) -> Self {
        Self { text: " ".repeat(indent), begun: indent }
    }

    fn takes(&self, piece: &str) -> bool {
        self.text.len() == self.begun || self.text.width() + piece.trim_end().width() <= COLUMNS
    }

    fn push(&mut self, piece: &str) {
        self.text.push_str(if self.text.len() == self.begun { piece.trim_start() } else { piece });
    }

    fn finished(self) -> String {
        self.text.trim_end().to_owned()
    }
}

/// What stays together: a word with the space behind it; a wide character with the marks that may not be parted from it.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for now in text.chars() {
        match pieces.last_mut() {
            Some(piece) if before.is_some_and(|before| holds_together(before, now)) => piece.push(now),
            _ => pieces.push(now.to_string()),
        }
        before = Some(now);
    }
    pieces
}

fn holds_together(before: char, now: char) -> bool {
    let wide = |one: char| one.width().unwrap_or(0) > 1;
    let parted = before == ' ' || wide(before) || wide(now);
    now == ' ' || !parted || (NEVER_FIRST.contains(now) && before != ' ') || NEVER_LAST.contains(before)
}

/// A piece that no line can hold, such as a long address, in parts that fit.
fn cut(piece: &str, room: usize) -> Vec<String> {
    let mut parts = vec![String::new()];
    for now in piece.chars() {
        if parts.last().is_some_and(|part| part.width() + now.width().unwrap_or(0) > room && now != ' ') {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(now);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_one_empty_text_and_a_short_line_keeps_its_indent() {
        assert!(wrapped("", 2, 4).is_empty());
        assert_eq!(wrapped("short", 2, 4), ["  short"]);
    }

    #[test]
    fn a_line_of_exactly_the_width_stays_whole_and_one_column_more_breaks_at_a_space() {
        let exact = format!("{} {}", "a".repeat(49), "b".repeat(50));
        assert_eq!(wrapped(&exact, 0, 4), [exact.as_str()]);
        let over = format!("{} {}", "a".repeat(49), "b".repeat(51));
        assert_eq!(wrapped(&over, 0, 4), ["a".repeat(49), format!("    {}", "b".repeat(51))]);
    }

    #[test]
    fn a_japanese_character_counts_two_and_a_full_stop_never_begins_a_line() {
        let text = format!("{}。", "肌".repeat(50));
        let lines = wrapped(&text, 0, 0);
        assert_eq!(lines, ["肌".repeat(49), "肌。".to_owned()]);
        assert!(lines.iter().all(|line| line.width() <= COLUMNS));
    }

    #[test]
    fn an_address_longer_than_the_paper_is_cut_and_loses_nothing() {
        let address = "x".repeat(250);
        let lines = wrapped(&address, 4, 8);
        assert!(lines.iter().all(|line| line.width() <= COLUMNS));
        assert_eq!(lines.iter().map(|line| line.trim()).collect::<String>(), address);
    }
}
