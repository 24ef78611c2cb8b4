//! Who may carry a treatment out.

use super::finding::{cited, plain};
use super::words;
use crate::evidence::Evidence;
use crate::period::Period;
use crate::protocol::Protocol;
use crate::screening::{Finding, FindingKind, Headline, OverrideBy};
use crate::slug::{CompetenceId, RuleId};
use crate::staff::{Role, Tenure};
use crate::text::Bilingual;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What an operator must be. Every rule of a protocol must be kept.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OperatorRule {
    /// Its name.
    pub id: RuleId,
    /// One of these roles.
    pub roles: Vec<Role>,
    /// Held on the day.
    pub competence: Option<CompetenceId>,
    /// The competence was gained or renewed less than this ago.
    pub renewed: Option<Period>,
    /// The wording.
    pub says: Bilingual,
    /// Its support.
    pub evidence: Evidence,
}

/// A competence and for how long it is held.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct HeldCompetence {
    /// What.
    pub id: CompetenceId,
    /// From the day of the course on.
    pub tenure: Tenure,
}

/// Who carries the session out.
#[derive(Clone, Copy, Debug)]
pub struct Operator<'a> {
    /// Every role.
    pub roles: &'a [Role],
    /// Every competence, lapsed ones too.
    pub competences: &'a [HeldCompetence],
}

/// What speaks against the operator on a day. Nobody may set any of it aside.
pub fn check_operator(protocol: &Protocol, operator: &Operator<'_>, on: Date) -> Vec<Finding> {
    let acting = protocol.operators.iter().filter(|rule| rule.evidence.acts());
    acting.filter_map(|rule| Some(refused(rule, lacking(rule, operator, on)?))).collect()
}

/// What the operator lacks for one rule.
fn lacking(rule: &OperatorRule, operator: &Operator<'_>, on: Date) -> Option<Bilingual> {
    if !rule.roles.is_empty() && !rule.roles.iter().any(|role| operator.roles.contains(role)) {
        return Some(words::role_missing());
    }
    let wanted = rule.competence.as_ref()?;
    let held = || operator.competences.iter().filter(|one| &one.id == wanted).map(|one| &one.tenure);
    if !held().any(|tenure| tenure.holds_on(on)) {
        return Some(words::competence_missing());
    }
    let renewed = rule.renewed?;
    let recent = held().any(|tenure| tenure.holds_on(on) && on < renewed.after(tenure.from));
    (!recent).then(words::renewal_missing)
}

fn refused(rule: &OperatorRule, instead: Bilingual) -> Finding {
    Finding {
        rule: rule.id.clone(),
        instead: Some(instead),
        override_by: OverrideBy::Never,
        ..cited(plain(FindingKind::OperatorNotEntitled, Headline::Contraindicated, rule.says.clone()), &rule.evidence)
    }
}
