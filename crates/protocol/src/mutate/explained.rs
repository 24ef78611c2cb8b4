//! What no case can see by design, and why. The one place for it.

/// Paths and reasons; `*` stands for one word of a path.
const EXPLAINED: [(&str, &str); 11] = [
    ("indication.*.sessions.min", "told to people; no decision hangs on the least number of sessions"),
    ("indication.*.sessions.usual", "told to people and proposed as a plan; a physician decides how many"),
    ("indication.*.sessions.max", "told to people; a physician reviews the course"),
    ("aftercare.*", "advice on a page; it is shown with its hours and decides nothing"),
    ("aftercare.*.from", "advice on a page; it is shown with its hours and decides nothing"),
    ("aftercare.*.until", "advice on a page; it is shown with its hours and decides nothing"),
    ("segment.*", "what a visit consists of; the clinic's offering decides what is booked"),
    ("segment.*.minutes", "a start value; the clinic changes it in its offering"),
    (
        "flag.eyelid-droop-with-eye-signs.reader",
        "signs of the eye raise `eye-surface` of the same tier too, and that one is a physician's",
    ),
    ("scale.*.min", "the range of a form; scores outside it are refused when they are entered"),
    ("scale.*.max", "the range of a form; scores outside it are refused when they are entered"),
];

/// Why no case can see a change there, where none can.
pub(super) fn explained(what: &str) -> Option<&'static str> {
    let fits = |pattern: &str| {
        let (words, wanted) = (what.split('.'), pattern.split('.'));
        words.clone().count() == wanted.clone().count()
            && words.zip(wanted).all(|(word, wanted)| wanted == "*" || word == wanted)
    };
    EXPLAINED.iter().find(|(pattern, _)| fits(pattern)).map(|(_, reason)| *reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_listed_paths_are_explained() {
        assert!(explained("indication.acne-scars.sessions.usual").is_some());
        assert!(explained("indication.acne-scars.interval.floor").is_none());
        assert!(explained("indication.acne-scars").is_none());
        assert!(explained("scale.gais.noise").is_none());
    }
}
