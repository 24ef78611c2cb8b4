//! How findings about settings begin.

use crate::evidence::{Confidence, Evidence};
use crate::screening::{Finding, FindingKind, Headline, OverrideBy, Standing};
use crate::slug::RuleId;
use crate::text::Bilingual;

/// A finding that no protocol wrote: a rule of the house, which a physician may set aside.
pub(super) fn plain(kind: FindingKind, headline: Headline, says: Bilingual) -> Finding {
    Finding {
        rule: RuleId::derived("setting", kind.code()),
        kind,
        headline,
        standing: Standing::Stands,
        says,
        instead: None,
        sources: Vec::new(),
        confidence: Confidence::House,
        until: None,
        changes: Vec::new(),
        zones: Vec::new(),
        override_by: OverrideBy::Physician,
    }
}

/// The same finding with its support.
pub(super) fn cited(finding: Finding, evidence: &Evidence) -> Finding {
    Finding { sources: evidence.source.clone(), confidence: evidence.confidence, ..finding }
}
