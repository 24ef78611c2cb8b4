//! The nearest known name, for "did you mean".

/// From this length on a word that stands inside a known name is taken for its short form.
const TELLING: usize = 5;

/// The known name that holds the word, or is fewest edits away, if any is near at all.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    let longer = known.iter().filter(|name| wrong.len() >= TELLING && name.contains(wrong));
    if let Some(name) = longer.min_by_key(|name| name.len()) {
        return Some(name);
    }
    let reach = (wrong.chars().count() / 3).max(2);
    known
        .into_iter()
        .map(|name| (distance(wrong, name), name))
        .filter(|(edits, _)| *edits <= reach)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, name)| name)
}

/// How many single-character edits lie between two words.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let change = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word_and_a_stranger_finds_none() {
        let known = ["pregnancy", "breastfeeding", "age"];
        assert_eq!(nearest("pregnency", known), Some("pregnancy"));
        assert_eq!(nearest("agee", known), Some("age"));
        assert_eq!(nearest("keloid", known), None);
        assert_eq!(nearest("x", []), None);
    }

    #[test]
    fn the_short_form_of_a_name_finds_it_before_a_likeness_does() {
        let known = ["thrombin", "thrombosis_or_tendency", "age"];
        assert_eq!(nearest("thrombosis", known), Some("thrombosis_or_tendency"));
        assert_eq!(nearest("ag", known), Some("age"), "a short word is only measured");
    }
}
