//! The two languages of a page beside each other.

use adlint::Linter;
use adlint::linter::Page;
use adlint::parity::{Version, lacking};
use adlint::report::Checked;
use std::collections::BTreeMap;

/// The places of names that differ only by the mark of their language: Japanese first.
pub fn pairs(names: &[String], ja: &str, en: &str) -> Vec<(usize, usize)> {
    let mut pairs: BTreeMap<String, (Option<usize>, Option<usize>)> = BTreeMap::new();
    for (index, name) in names.iter().enumerate() {
        if name.contains(ja) {
            pairs.entry(name.replacen(ja, "*", 1)).or_default().0 = Some(index);
        } else if name.contains(en) {
            pairs.entry(name.replacen(en, "*", 1)).or_default().1 = Some(index);
        }
    }
    pairs.into_values().filter_map(|(ja, en)| ja.zip(en)).collect()
}

/// Adds to each version what it lacks, or says more strongly than the other.
pub fn compare(linter: &Linter<'_>, checked: &mut [Checked], ja: (usize, &Page), en: (usize, &Page)) {
    let (Some(ja_checked), Some(en_checked)) = (checked.get(ja.0), checked.get(en.0)) else { return };
    let ja_version = Version { page: ja.1, outcome: &ja_checked.outcome };
    let en_version = Version { page: en.1, outcome: &en_checked.outcome };
    let of_ja = lacking(linter.pack(), &ja_version, &en_version);
    let of_en = lacking(linter.pack(), &en_version, &ja_version);
    for (index, more) in [(ja.0, of_ja), (en.0, of_en)] {
        if let Some(one) = checked.get_mut(index) {
            one.outcome.findings.extend(more);
            one.outcome.findings.sort_by_key(|finding| (finding.span.start, finding.span.end));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_differ_by_their_language_are_a_pair() {
        let names = ["a.en.md", "b.ja.md", "a.ja.md", "c.en.md"].map(str::to_owned);
        assert_eq!(pairs(&names, ".ja.", ".en."), [(2, 0)]);
        assert!(pairs(&[], ".ja.", ".en.").is_empty());
    }
}
