//! How long a vial may be used after it was opened.

use super::finding::{cited, plain};
use super::words;
use crate::protocol::Protocol;
use crate::screening::{Finding, FindingKind, Headline};
use crate::slug::{ProductId, RuleId};
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

/// A vial in use.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OpenVial {
    /// What it holds.
    pub product: ProductId,
    /// When it was opened or diluted, if anybody wrote it down.
    pub opened: Option<Timestamp>,
}

/// What speaks against using a vial at a time: it is older than its product allows, or nobody knows how old it is.
pub fn check_vial(protocol: &Protocol, vial: &OpenVial, at: Timestamp) -> Option<Finding> {
    let product = protocol.products.iter().find(|product| product.id == vial.product)?;
    let within = product.use_within.as_ref().filter(|within| within.evidence.acts())?;
    let hours = i64::from(within.value.0);
    let finding = match vial.opened.filter(|opened| *opened <= at) {
        None => plain(FindingKind::Incomplete, Headline::NeedsDoctor, words::opening_missing()),
        Some(opened) if opened.saturating_add(hours.hours()).is_ok_and(|end| at <= end) => return None,
        Some(_) => plain(FindingKind::VialTooOld, Headline::NeedsDoctor, words::vial_too_old(within.value)),
    };
    Some(Finding { rule: RuleId::derived(product.id.as_str(), "use-within"), ..cited(finding, &within.evidence) })
}
