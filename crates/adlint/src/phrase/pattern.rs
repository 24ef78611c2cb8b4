//! A sequence of classes with gaps between them, as one line of a pack says it.
//!
//! `certain <18 effect` is a word of the class `certain` and, within 18 letters and the same clause, one of `effect`;
//! `<<18` may cross commas; side by side (a space allowed) needs no sign; `a|b` is either class.

use super::hit::{ClassId, Hit, Standing};
use std::ops::Range;

/// Tries from one beginning; more than a reader could want, and a bound that keeps the work linear.
const MOST_STEPS: u32 = 256;
/// The longest encoding of a letter.
const LETTER: usize = 4;

/// What lies between two parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    letters: usize,
    crossing: Crossing,
}

/// Whether a gap may hold a comma.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Crossing {
    No,
    Commas,
}

/// One part of a sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    gap: Gap,
    classes: Vec<ClassId>,
}

/// A sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    parts: Vec<Part>,
}

/// Where a sequence was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// From the first letter of its first part to the last of its last, in bytes of the normalised text.
    pub range: Range<usize>,
    /// Whether any part lies in a longer word of another meaning.
    pub standing: Standing,
}

impl Pattern {
    /// Reads one line. `class` gives the class of a name, or of a `'quoted word'`.
    ///
    /// # Errors
    /// With what is wrong, in words.
    pub fn read(line: &str, class: &mut dyn FnMut(&str) -> Option<ClassId>) -> Result<Self, String> {
        let (mut parts, mut gap) = (Vec::new(), None);
        for token in line.split_whitespace() {
            if let Some(number) = token.strip_prefix('<') {
                gap = Some(Gap::read(number).ok_or_else(|| format!("`{token}` is no gap; write `<12` or `<<40`"))?);
                continue;
            }
            let classes: Result<Vec<_>, _> = token
                .split('|')
                .map(|name| class(name).ok_or_else(|| format!("nothing is called `{name}` here or above")))
                .collect();
            let beside = Gap { letters: 0, crossing: Crossing::No };
            parts.push(Part { gap: gap.take().unwrap_or(beside), classes: classes? });
        }
        match (parts.is_empty(), gap) {
            (true, _) => Err("a pattern has at least one part".into()),
            (_, Some(_)) => Err("a gap stands between two parts".into()),
            _ => Ok(Self { parts }),
        }
    }

    /// The classes with which it can begin.
    pub fn beginnings(&self) -> impl Iterator<Item = ClassId> + '_ {
        self.parts.first().into_iter().flat_map(|part| part.classes.iter().copied())
    }

    /// Whether each of its parts occurs at all.
    pub fn possible(&self, occurs: impl Fn(ClassId) -> bool) -> bool {
        self.parts.iter().all(|part| part.classes.iter().any(|class| occurs(*class)))
    }

    /// The sequence that begins with the hit at `first`, in hits ordered by their starts, not beyond byte `limit`.
    #[must_use]
    pub fn at(&self, text: &str, hits: &[Hit], first: usize, limit: usize) -> Option<Found> {
        let start = hits.get(first).filter(|hit| self.parts.first().is_some_and(|part| part.has(hit.class)))?;
        let mut search = Search { text, hits, limit, steps: 0 };
        let (end, standing) = search.follow(self.parts.get(1..).unwrap_or_default(), first, start)?;
        Some(Found { range: start.start as usize..end, standing: standing.max(start.standing) })
    }
}

impl Part {
    fn has(&self, class: ClassId) -> bool {
        self.classes.contains(&class)
    }
}

impl Gap {
    fn read(number: &str) -> Option<Self> {
        let (number, crossing) = match number.strip_prefix('<') {
            Some(number) => (number, Crossing::Commas),
            None => (number, Crossing::No),
        };
        Some(Self { letters: number.parse().ok()?, crossing })
    }

    fn reach(self) -> usize {
        (self.letters + 1) * LETTER
    }

    fn bears(self, between: &str) -> bool {
        if between.is_empty() || between == " " {
            return true;
        }
        between.chars().count() <= self.letters && (self.crossing == Crossing::Commas || !parts_clauses(between))
    }
}

/// Whether a stretch of text holds the border of a clause; the comma inside a number is none.
#[must_use]
pub fn parts_clauses(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    text.char_indices().any(|(at, letter)| match letter {
        '、' | ';' | '\n' | '。' => true,
        ',' => !(digit(at.checked_sub(1)) && digit(at.checked_add(1))),
        _ => false,
    })
}

struct Search<'t> {
    text: &'t str,
    hits: &'t [Hit],
    limit: usize,
    steps: u32,
}

impl Search<'_> {
    fn follow(&mut self, rest: &[Part], index: usize, before: &Hit) -> Option<(usize, Standing)> {
        let Some((part, later)) = rest.split_first() else { return Some((before.end as usize, before.standing)) };
        let end = before.end as usize;
        for (next, hit) in self.hits.iter().enumerate().skip(index + 1) {
            let start = hit.start as usize;
            self.steps += 1;
            if start > end + part.gap.reach() || self.steps > MOST_STEPS {
                return None;
            }
            if start < end || hit.end as usize > self.limit || !part.has(hit.class) {
                continue;
            }
            if !self.text.get(end..start).is_some_and(|between| part.gap.bears(between)) {
                continue;
            }
            if let Some((last, standing)) = self.follow(later, next, hit) {
                return Some((last, standing.max(hit.standing)));
            }
        }
        None
    }
}
