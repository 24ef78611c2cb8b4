//! The fixed words, taken from the tables that the reader reads them by.

use super::form::Shape;
use crate::shared::{KINDS, PRODUCT_STATUS, SEEN};
use crate::treatment::{CEILINGS, CLASS, OVERRIDE, PER, PRODUCT, SAME_DAY, STATUS, TRENDS, VERDICTS, ZONES};

const fn first<T, const N: usize>(table: &[(&'static str, T); N]) -> [&'static str; N] {
    let (mut words, mut at) = ([""; N], 0);
    while at < N {
        words[at] = table[at].0;
        at += 1;
    }
    words
}

pub(super) const STATUS_WORDS: Shape = Shape::Words(&first(&STATUS));
pub(super) const VERDICT_WORDS: Shape = Shape::Words(&first(&VERDICTS));
pub(super) const OVERRIDE_WORDS: Shape = Shape::Words(&first(&OVERRIDE));
pub(super) const SAME_DAY_WORDS: Shape = Shape::Words(&first(&SAME_DAY));
pub(super) const ZONE_WORDS: Shape = Shape::Words(&first(&ZONES));
pub(super) const PRODUCT_WORDS: Shape = Shape::Words(&first(&PRODUCT));
pub(super) const PER_WORDS: Shape = Shape::Words(&first(&PER));
pub(super) const CEILING_WORDS: Shape = Shape::Words(&first(&CEILINGS));
pub(super) const CLASS_WORDS: Shape = Shape::Words(&first(&CLASS));
pub(super) const TREND_WORDS: [&str; 2] = first(&TRENDS);
pub(super) const KIND_WORDS: Shape = Shape::Words(&first(&KINDS));
pub(super) const PRODUCT_STATUS_WORDS: Shape = Shape::Words(&first(&PRODUCT_STATUS));
pub(super) const SEEN_WORDS: Shape = Shape::Words(&first(&SEEN));
pub(super) const SEVERITIES: [&str; 4] = ["none", "mild", "moderate", "severe"];
pub(super) const SEVERITY_WORDS: Shape = Shape::Words(&SEVERITIES);
pub(super) const GRADES: [&str; 5] = ["strong", "moderate", "weak", "house", "unverified"];
const ROLES: [&str; 7] = ["reception", "counsellor", "nurse", "physician", "editor", "manager", "administrator"];
pub(super) const ROLE_WORDS: Shape = Shape::Words(&ROLES);
const HEADLINES: [&str; 5] = ["cleared", "caution", "needs-doctor", "deferred", "contraindicated"];
pub(super) const HEADLINE_WORDS: Shape = Shape::Words(&HEADLINES);

#[cfg(test)]
mod tests {
    use super::*;
    use journey::evidence::Confidence;
    use journey::recovery::Severity;
    use journey::screening::Headline;
    use journey::staff::Role;

    #[test]
    fn words_that_are_written_out_here_are_those_of_their_types() {
        assert_eq!(SEVERITIES, Severity::ALL.map(Severity::code));
        assert_eq!(GRADES, Confidence::ALL.map(Confidence::code));
        assert_eq!(ROLES, Role::ALL.map(Role::code));
        assert_eq!(HEADLINES, Headline::ALL.map(Headline::code));
    }
}
