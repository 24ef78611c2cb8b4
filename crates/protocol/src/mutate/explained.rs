//! What no case can see by design, and why. The one place for it.

use journey::evidence::Evidence;

/// Paths and reasons; `*` stands for one word of a path, `**` for all that follow. After `: ` stands the one change that
/// is meant.
const EXPLAINED: [(&str, &str); 17] = [
    ("indication.*.sessions.min", "told to people; no decision hangs on the least number of sessions"),
    ("indication.*.sessions.usual", "told to people and proposed as a plan; a physician decides how many"),
    ("indication.*.sessions.max", "told to people; a physician reviews the course"),
    ("aftercare.**", "advice on a page; it is shown with its hours and decides nothing"),
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
    ("flag.cannot-eat.reader", "who cannot eat is also `hardly-eating`, which is of the same tier and a physician's"),
    ("fact.smoking.valid_for", "only a rule that is kept for the record asks for it"),
    ("fact.surgery_or_immobility.valid_for", "only a rule that is kept for the record asks for it"),
    (
        "fact.skin_infection_where.valid_for: same-day -> 2 days",
        "lapses with the answer to whether, which is for the day too",
    ),
    ("fact.herpes_where.valid_for: same-day -> 2 days", "lapses with the answer to whether, which is for the day too"),
    (
        "fact.open_wound_where.valid_for: same-day -> 2 days",
        "lapses with the answer to whether, which is for the day too",
    ),
    ("scale.*.min", "the range of a form; scores outside it are refused when they are entered"),
    ("scale.*.max", "the range of a form; scores outside it are refused when they are entered"),
];

/// Why nobody can see a change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unseen {
    /// It stands in the list above.
    Listed(&'static str),
    /// The statement never acts.
    KeptForRecord,
    /// A treatment of the whole body has no zones that could differ.
    WholeBody,
    /// A wait of a day at most closes no day but the common one, and the rule does not close that.
    ClosesNothing,
    /// The best day cannot lie before the first.
    NotBeforeFloor,
}

impl Unseen {
    /// The reason in words.
    pub const fn told(self) -> &'static str {
        match self {
            Self::Listed(reason) => reason,
            Self::KeptForRecord => "kept for the record; it never acts",
            Self::WholeBody => "a treatment of the whole body shares every zone",
            Self::ClosesNothing => {
                "a wait of a day at most closes no other day: what is left of the rule says the same of the common day"
            }
            Self::NotBeforeFloor => "the ideal day is never before the floor, so a shorter ideal says the same",
        }
    }
}

/// A statement that never acts.
pub(super) fn kept_for_record(evidence: &Evidence) -> Option<Unseen> {
    (!evidence.acts()).then_some(Unseen::KeptForRecord)
}

/// Why no case can see a change there, where none can.
pub(super) fn explained(what: &str, change: &str) -> Option<Unseen> {
    let fits = |pattern: &str| match pattern.split_once(": ") {
        Some((path, only)) => only == change && is_of(what, path),
        None => is_of(what, pattern),
    };
    EXPLAINED.iter().find(|(pattern, _)| fits(pattern)).map(|(_, reason)| Unseen::Listed(reason))
}

fn is_of(what: &str, pattern: &str) -> bool {
    if let Some(before) = pattern.strip_suffix("**") {
        return what.starts_with(before);
    }
    let (words, wanted) = (what.split('.'), pattern.split('.'));
    words.clone().count() == wanted.clone().count()
        && words.zip(wanted).all(|(word, wanted)| wanted == "*" || word == wanted)
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

    #[test]
    fn advice_is_explained_whole() {
        assert!(explained("aftercare.advice", "dropped").is_some());
        assert!(explained("aftercare.advice.when.any[0].within", "1 -> 2").is_some());
        assert!(explained("aftercarelessness.advice", "dropped").is_none());
    }
}
