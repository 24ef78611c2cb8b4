//! Three-valued logic: unknown is never no.

mod trace;

pub use trace::Trace;

use serde::{Deserialize, Serialize};

/// What is known of a statement.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Truth {
    /// It holds.
    True,
    /// It does not hold.
    False,
    /// Nobody can say yet.
    Unknown,
}

impl Truth {
    /// Both: false wins over unknown.
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::False, _) | (_, Self::False) => Self::False,
            (Self::True, Self::True) => Self::True,
            _ => Self::Unknown,
        }
    }

    /// Either: true wins over unknown.
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::True, _) | (_, Self::True) => Self::True,
            (Self::False, Self::False) => Self::False,
            _ => Self::Unknown,
        }
    }

    /// The opposite; unknown stays unknown.
    pub const fn negated(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

/// A condition over tests of kind `T`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition<T> {
    /// One test.
    Test(T),
    /// Every part.
    All(Vec<Condition<T>>),
    /// At least one part.
    Any(Vec<Condition<T>>),
    /// Not the part.
    Not(Box<Condition<T>>),
}

impl<T> Condition<T> {
    /// What is known of the condition, if `test` says what is known of each test.
    pub fn evaluate(&self, test: &impl Fn(&T) -> Truth) -> Truth {
        match self {
            Self::Test(one) => test(one),
            Self::All(parts) => parts.iter().fold(Truth::True, |all, part| all.and(part.evaluate(test))),
            Self::Any(parts) => parts.iter().fold(Truth::False, |any, part| any.or(part.evaluate(test))),
            Self::Not(part) => part.evaluate(test).negated(),
        }
    }

    /// The unknown tests on which an unknown condition still hangs; none where the condition is settled.
    pub fn open<'a>(&'a self, test: &impl Fn(&T) -> Truth) -> Vec<&'a T> {
        if self.evaluate(test) != Truth::Unknown {
            return Vec::new();
        }
        match self {
            Self::Test(one) => vec![one],
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(|part| part.open(test)).collect(),
            Self::Not(part) => part.open(test),
        }
    }

    /// Every test in the condition, in the order written.
    pub fn tests(&self) -> Vec<&T> {
        match self {
            Self::Test(one) => vec![one],
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::tests).collect(),
            Self::Not(part) => part.tests(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Truth::{False, True, Unknown};

    fn told(test: &Truth) -> Truth {
        *test
    }

    fn parts(truths: &[Truth]) -> Vec<Condition<Truth>> {
        truths.iter().copied().map(Condition::Test).collect()
    }

    #[test]
    fn unknown_is_never_no() {
        assert_eq!(Unknown.negated(), Unknown);
        assert_eq!(Unknown.and(True), Unknown);
        assert_eq!(Unknown.or(False), Unknown);
    }

    #[test]
    fn one_no_settles_all_and_one_yes_settles_any() {
        assert_eq!(Condition::All(parts(&[Unknown, False])).evaluate(&told), False);
        assert_eq!(Condition::Any(parts(&[Unknown, True])).evaluate(&told), True);
    }

    #[test]
    fn only_what_still_decides_is_open() {
        let settled = Condition::All(parts(&[Unknown, False]));
        assert!(settled.open(&told).is_empty());
        let nested = Condition::Any(vec![settled, Condition::Not(Box::new(Condition::Test(Unknown)))]);
        assert_eq!(nested.open(&told).len(), 1);
        assert_eq!(nested.tests().len(), 3);
    }
}
