//! What must be present on a page.

use crate::finding::Finding;
use crate::linter::Page;
use crate::pack::Pack;

/// Every page rule.
#[must_use]
pub fn check(_pack: &Pack, _page: &Page) -> Vec<Finding> {
    Vec::new()
}
