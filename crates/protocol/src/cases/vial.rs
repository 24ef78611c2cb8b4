//! The vial of a session, as a case states it.

use crate::reading::Node;
use jiff::{Timestamp, ToSpan};
use journey::session::OpenVial;
use journey::slug::ProductId;

/// A vial, and how long it has been open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Vial {
    product: ProductId,
    /// None where nobody wrote it down.
    opened_hours_ago: Option<u16>,
}

/// Reads `{ opened_hours_ago = 5 }`; without `product` it is that of the first setting.
pub(super) fn vial(node: Node<'_>, first: Option<&ProductId>) -> Option<Vial> {
    let table = node.table()?;
    let products = table.cx.library.products.iter().map(|product| &product.id);
    let product = table.get("product").map(|node| node.reference("product", products));
    let opened_hours_ago = table.get("opened_hours_ago").and_then(|node| node.whole());
    table.close();
    Some(Vial { product: product.unwrap_or_else(|| first.cloned())?, opened_hours_ago })
}

impl Vial {
    /// When every vial of a case is used: only the hours since it was opened matter.
    pub const fn used_at() -> Timestamp {
        Timestamp::UNIX_EPOCH
    }

    /// The vial as the question wants it.
    pub fn open(&self, used: Timestamp) -> OpenVial {
        let opened = self.opened_hours_ago.and_then(|hours| used.checked_sub(i64::from(hours).hours()).ok());
        OpenVial { product: self.product.clone(), opened }
    }
}
