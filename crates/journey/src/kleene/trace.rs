//! A condition with what is known of every part: why it holds, does not hold or is undecided.

use super::{Condition, Truth};
use serde::{Deserialize, Serialize};

/// One part of a condition as it was found, with its parts. `L` is what is told of a test: the test itself, and
/// what was known of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Trace<L> {
    /// One test.
    Test {
        /// What is known of it.
        truth: Truth,
        /// The test and what it saw.
        #[serde(flatten)]
        leaf: L,
    },
    /// Every part.
    All {
        /// What is known of all of them.
        truth: Truth,
        /// The parts, in the order written.
        children: Vec<Trace<L>>,
    },
    /// At least one part.
    Any {
        /// What is known of them together.
        truth: Truth,
        /// The parts, in the order written.
        children: Vec<Trace<L>>,
    },
    /// Not the part.
    Not {
        /// What is known of the opposite.
        truth: Truth,
        /// The part.
        child: Box<Trace<L>>,
    },
}

impl<T> Condition<T> {
    /// Reads the condition part by part; `read` says what is known of a test and what to tell of it.
    pub fn trace<L>(&self, read: &impl Fn(&T) -> (Truth, L)) -> Trace<L> {
        let each = |parts: &[Self]| -> Vec<Trace<L>> { parts.iter().map(|part| part.trace(read)).collect() };
        match self {
            Self::Test(test) => {
                let (truth, leaf) = read(test);
                Trace::Test { truth, leaf }
            }
            Self::All(parts) => {
                let children = each(parts);
                Trace::All { truth: children.iter().fold(Truth::True, |all, part| all.and(part.truth())), children }
            }
            Self::Any(parts) => {
                let children = each(parts);
                Trace::Any { truth: children.iter().fold(Truth::False, |any, part| any.or(part.truth())), children }
            }
            Self::Not(part) => {
                let child = Box::new(part.trace(read));
                Trace::Not { truth: child.truth().negated(), child }
            }
        }
    }
}

impl<L> Trace<L> {
    /// What is known of this part.
    pub const fn truth(&self) -> Truth {
        match self {
            Self::Test { truth, .. } | Self::All { truth, .. } | Self::Any { truth, .. } | Self::Not { truth, .. } => {
                *truth
            }
        }
    }

    /// The parts of this part.
    pub fn children(&self) -> &[Self] {
        match self {
            Self::Test { .. } => &[],
            Self::All { children, .. } | Self::Any { children, .. } => children,
            Self::Not { child, .. } => std::slice::from_ref(child),
        }
    }

    /// The tests that make this part what it is: of a true *any* the true parts, of a false *all* the false ones,
    /// of anything undecided the undecided ones.
    pub fn decisive(&self) -> Vec<&L> {
        match self {
            Self::Test { leaf, .. } => vec![leaf],
            Self::All { truth, children } | Self::Any { truth, children } => {
                children.iter().filter(|part| part.truth() == *truth).flat_map(Self::decisive).collect()
            }
            Self::Not { child, .. } => child.decisive(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Truth::{False, True, Unknown};

    fn read(test: &(Truth, char)) -> (Truth, char) {
        *test
    }

    fn nested() -> Condition<(Truth, char)> {
        let test = |truth, name| Condition::Test((truth, name));
        Condition::Any(vec![
            Condition::All(vec![test(True, 'a'), test(Unknown, 'b')]),
            Condition::Not(Box::new(test(True, 'c'))),
        ])
    }

    #[test]
    fn a_trace_says_of_every_part_what_the_condition_says() {
        let traced = nested().trace(&read);
        assert_eq!(traced.truth(), nested().evaluate(&|test| test.0));
        let parts: Vec<Truth> = traced.children().iter().map(Trace::truth).collect();
        assert_eq!(parts, [Unknown, False]);
        assert_eq!(traced.children()[0].children()[0].truth(), True);
    }

    #[test]
    fn the_decisive_tests_are_those_it_hangs_on() {
        assert_eq!(nested().trace(&read).decisive(), [&'b']);
        let settled = Condition::All(vec![Condition::Test((True, 'a')), Condition::Test((False, 'd'))]);
        assert_eq!(settled.trace(&read).decisive(), [&'d']);
    }
}
