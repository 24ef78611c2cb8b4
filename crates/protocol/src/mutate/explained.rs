//! What no case can see by design, and why. The one place for it.

/// Paths and reasons; `*` stands for one word of a path. After `: ` stands the one change that is meant.
const EXPLAINED: [(&str, &str); 13] = [
    ("indication.*.sessions.min", "told to people; no decision hangs on the least number of sessions"),
    ("indication.*.sessions.usual", "told to people and proposed as a plan; a physician decides how many"),
    ("indication.*.sessions.max", "told to people; a physician reviews the course"),
    ("aftercare.*", "advice on a page; it is shown with its hours and decides nothing"),
    ("aftercare.*.from", "advice on a page; it is shown with its hours and decides nothing"),
    ("aftercare.*.until", "advice on a page; it is shown with its hours and decides nothing"),
    ("segment.*", "what a visit consists of; the clinic's offering decides what is booked"),
    ("segment.*.minutes", "a start value; the clinic changes it in its offering"),
    (
        "spacing.same-toxin-again.product: same -> any",
        "for another preparation `other-toxin-before` refuses the same days, and nobody may set that aside",
    ),
    ("product.*.*.units_per_ml", "told to whoever prepares the vial; doses are recorded in units"),
    (
        "flag.eyelid-droop-with-eye-signs.reader",
        "signs of the eye raise `eye-surface` of the same tier too, and that one is a physician's",
    ),
    ("scale.*.min", "the range of a form; scores outside it are refused when they are entered"),
    ("scale.*.max", "the range of a form; scores outside it are refused when they are entered"),
];

/// Why no case can see a change there, where none can.
pub(super) fn explained(what: &str, change: &str) -> Option<&'static str> {
    let same_path = |pattern: &str| {
        let (words, wanted) = (what.split('.'), pattern.split('.'));
        words.clone().count() == wanted.clone().count()
            && words.zip(wanted).all(|(word, wanted)| wanted == "*" || word == wanted)
    };
    let fits = |pattern: &str| match pattern.split_once(": ") {
        Some((path, only)) => only == change && same_path(path),
        None => same_path(pattern),
    };
    EXPLAINED.iter().find(|(pattern, _)| fits(pattern)).map(|(_, reason)| *reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_listed_paths_are_explained() {
        assert!(explained("indication.acne-scars.sessions.usual", "1 -> 2").is_some());
        assert!(explained("indication.acne-scars.interval.floor", "1 -> 2").is_none());
        assert!(explained("indication.acne-scars", "1 -> 2").is_none());
        assert!(explained("scale.gais.noise", "1 -> 2").is_none());
        assert!(explained("spacing.same-toxin-again.product", "same -> any").is_some());
        assert!(explained("spacing.same-toxin-again.product", "same -> other").is_none());
    }
}
