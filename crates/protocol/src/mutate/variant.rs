//! One thing, changed in one place.

use std::fmt::Display;

/// A changed value, with the path to the change inside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Variant<T> {
    /// The path; empty where the value itself is changed.
    pub what: String,
    pub change: String,
    pub value: T,
}

impl<T> Variant<T> {
    /// The value itself, changed.
    pub fn new(change: impl Into<String>, value: T) -> Self {
        Self { what: String::new(), change: change.into(), value }
    }

    /// The value itself, changed from one to another.
    pub fn step(from: impl Display, to: impl Display, value: T) -> Self {
        Self::new(format!("{from} -> {to}"), value)
    }

    /// What the change means for something that holds the value under a key.
    pub fn within<U>(self, key: &str, put: impl FnOnce(T) -> U) -> Variant<U> {
        let what = match (self.what.as_str(), key) {
            ("", key) => key.to_owned(),
            (_, "") => self.what,
            (inner, key) if inner.starts_with('[') => format!("{key}{inner}"),
            (inner, key) => format!("{key}.{inner}"),
        };
        Variant { what, change: self.change, value: put(self.value) }
    }
}

/// Every variant of a part, as variants of the whole.
pub(super) fn within<T, U>(part: Vec<Variant<T>>, key: &str, put: impl Fn(T) -> U) -> Vec<Variant<U>> {
    part.into_iter().map(|variant| variant.within(key, &put)).collect()
}

/// The list with one of its parts changed.
pub(super) fn each<T: Clone>(parts: &[T], variants: impl Fn(&T) -> Vec<Variant<T>>) -> Vec<Variant<Vec<T>>> {
    let changed = |(at, part): (usize, &T)| {
        within(variants(part), &format!("[{at}]"), |value| {
            let before = parts.iter().take(at).cloned();
            before.chain(std::iter::once(value)).chain(parts.iter().skip(at + 1).cloned()).collect()
        })
    };
    parts.iter().enumerate().flat_map(changed).collect()
}

/// The list without one of its parts, where more than one is left to tell of.
pub(super) fn without_one<T: Clone>(parts: &[T]) -> Vec<Variant<Vec<T>>> {
    let rest = |at: usize| parts.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, part)| part.clone()).collect();
    let arms = if parts.len() > 1 { 0..parts.len() } else { 0..0 };
    arms.map(|at| Variant { what: format!("[{at}]"), change: "dropped".to_owned(), value: rest(at) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_grows_from_the_inside() {
        let inner = Variant::step(1, 2, 2);
        assert_eq!(inner.clone().within("days", |n| n).what, "days");
        assert_eq!(inner.within("[1]", |n| n).within("any", |n| n).within("when", |n| n).what, "when.any[1]");
    }

    #[test]
    fn a_list_of_one_has_no_part_to_drop() {
        assert!(without_one(&[7]).is_empty());
        let values: Vec<Vec<i32>> = without_one(&[7, 8, 9]).into_iter().map(|variant| variant.value).collect();
        assert_eq!(values, [vec![8, 9], vec![7, 9], vec![7, 8]]);
    }
}
