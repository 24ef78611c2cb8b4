//! The laws of three-valued logic, over every value and over conditions of any shape.

use journey::kleene::{Condition, Trace, Truth};
use proptest::prelude::*;

const ALL: [Truth; 3] = [Truth::True, Truth::False, Truth::Unknown];

#[test]
fn order_and_grouping_make_no_difference() {
    for a in ALL {
        for b in ALL {
            assert_eq!(a.and(b), b.and(a));
            assert_eq!(a.or(b), b.or(a));
            for c in ALL {
                assert_eq!(a.and(b).and(c), a.and(b.and(c)));
                assert_eq!(a.or(b).or(c), a.or(b.or(c)));
                assert_eq!(a.and(b.or(c)), a.and(b).or(a.and(c)));
            }
        }
    }
}

#[test]
fn the_opposite_of_all_is_any_of_the_opposites() {
    for a in ALL {
        assert_eq!(a.negated().negated(), a);
        for b in ALL {
            assert_eq!(a.and(b).negated(), a.negated().or(b.negated()));
        }
    }
}

#[test]
fn nothing_asked_is_all_of_it_and_none_of_it() {
    let read = |truth: &Truth| *truth;
    assert_eq!(Condition::All(vec![]).evaluate(&read), Truth::True);
    assert_eq!(Condition::Any(vec![]).evaluate(&read), Truth::False);
}

fn condition() -> impl Strategy<Value = Condition<usize>> {
    (0usize..6).prop_map(Condition::Test).prop_recursive(4, 24, 4, |part| {
        prop_oneof![
            prop::collection::vec(part.clone(), 1..4).prop_map(Condition::All),
            prop::collection::vec(part.clone(), 1..4).prop_map(Condition::Any),
            part.prop_map(|part| Condition::Not(Box::new(part))),
        ]
    })
}

fn known() -> impl Strategy<Value = Vec<Truth>> {
    prop::collection::vec(prop::sample::select(ALL.to_vec()), 6)
}

/// The same, with every unknown answered one way or the other.
fn answered(known: &[Truth], answers: &[Truth]) -> Vec<Truth> {
    let pairs = known.iter().zip(answers);
    pairs.map(|(old, new)| if *old == Truth::Unknown { *new } else { *old }).collect()
}

fn depth_first<'a>(part: &'a Trace<usize>, all: &mut Vec<&'a Trace<usize>>) {
    all.push(part);
    part.children().iter().for_each(|child| depth_first(child, all));
}

proptest! {
    #[test]
    fn what_is_settled_stays_settled_whatever_else_is_answered(
        condition in condition(), known in known(), answers in known(),
    ) {
        let before = condition.evaluate(&|test| known[*test]);
        let after = answered(&known, &answers);
        prop_assume!(before != Truth::Unknown);
        prop_assert_eq!(condition.evaluate(&|test| after[*test]), before);
    }

    #[test]
    fn only_open_tests_can_settle_a_condition(condition in condition(), known in known(), answers in known()) {
        let open: Vec<usize> = condition.open(&|test| known[*test]).into_iter().copied().collect();
        let settled = condition.evaluate(&|test| known[*test]) != Truth::Unknown;
        prop_assert_eq!(open.is_empty(), settled);
        prop_assert!(open.iter().all(|test| known[*test] == Truth::Unknown));
        let others = answered(&known, &answers);
        let without = |test: &usize| if open.contains(test) { known[*test] } else { others[*test] };
        prop_assert_eq!(condition.evaluate(&without), condition.evaluate(&|test| known[*test]));
    }

    #[test]
    fn a_trace_agrees_with_the_condition_in_every_part(condition in condition(), known in known()) {
        let trace = condition.trace(&|test| (known[*test], *test));
        prop_assert_eq!(trace.truth(), condition.evaluate(&|test| known[*test]));
        let (mut parts, mut tests) = (Vec::new(), Vec::new());
        depth_first(&trace, &mut parts);
        for part in parts {
            if let Trace::Test { truth, leaf } = part {
                prop_assert_eq!(*truth, known[*leaf]);
                tests.push(leaf);
            }
        }
        prop_assert_eq!(tests, condition.tests());
    }

    #[test]
    fn the_decisive_tests_alone_make_a_condition_what_it_is(condition in condition(), known in known()) {
        let trace = condition.trace(&|test| (known[*test], *test));
        let decisive: Vec<usize> = trace.decisive().into_iter().copied().collect();
        let alone = |test: &usize| if decisive.contains(test) { known[*test] } else { Truth::Unknown };
        prop_assert_eq!(condition.evaluate(&alone), trace.truth());
    }
}
