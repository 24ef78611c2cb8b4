use super::Verdict;
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
use std::sync::Arc;

/// A site has fewer pages than this; where more are remembered, old ones are among them, and all are judged anew.
const AT_MOST: usize = 4096;

/// The SHA-256 of a document.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Digest([u8; 32]);

impl Digest {
    /// Of a document.
    pub fn of(document: &[u8]) -> Self {
        Self(Sha256::digest(document).into())
    }
}

/// What was judged on one day. Rules begin and end to hold with a day, so another day knows nothing.
#[derive(Debug, Default)]
pub(super) struct Known {
    day: Date,
    verdicts: HashMap<Digest, Arc<Verdict>>,
}

impl Known {
    /// The verdict of that day on a document.
    pub fn get(&self, day: Date, digest: Digest) -> Option<Arc<Verdict>> {
        (self.day == day).then(|| self.verdicts.get(&digest).cloned()).flatten()
    }

    /// Remembers a verdict.
    pub fn put(&mut self, day: Date, digest: Digest, verdict: &Arc<Verdict>) {
        if self.day != day || self.verdicts.len() >= AT_MOST {
            self.verdicts.clear();
            self.day = day;
        }
        self.verdicts.insert(digest, Arc::clone(verdict));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn known(day: Date) -> Known {
        let mut known = Known::default();
        known.put(day, Digest::of(b"a page"), &Arc::new(Verdict::default()));
        known
    }

    #[test]
    fn the_same_bytes_are_known_on_their_day_and_on_no_other() {
        let (day, digest) = (date(2026, 11, 24), Digest::of(b"a page"));
        assert!(known(day).get(day, digest).is_some());
        assert!(known(day).get(date(2026, 11, 23), digest).is_none());
        assert!(known(day).get(date(2026, 11, 25), digest).is_none());
    }

    #[test]
    fn one_other_letter_is_another_page() {
        let day = date(2026, 11, 24);
        assert!(known(day).get(day, Digest::of(b"a pagE")).is_none());
    }

    #[test]
    fn a_new_day_forgets_the_one_before() {
        let (day, next) = (date(2026, 11, 24), date(2026, 11, 25));
        let mut known = known(day);
        known.put(next, Digest::of(b"another"), &Arc::new(Verdict::default()));
        assert!(known.get(day, Digest::of(b"a page")).is_none());
        assert!(known.get(next, Digest::of(b"another")).is_some());
    }
}
