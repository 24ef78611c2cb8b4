//! `[[dilution]]`: a vial and what is put into it in, what each point gets out.

use super::About;
use super::answers::otherwise;
use crate::reading::{Node, Table};
use journey::protocol::Protocol;
use journey::quantity::{Amount, HundredthsUnit, Microlitres};
use journey::session::Ratio;
use journey::session::dilution::{Diluted, Portion, Preparation, dilute};
use journey::slug::ProductId;
use std::num::NonZeroU16;

/// A preparation, and what it must come to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct DilutionCase {
    product: ProductId,
    preparation: Preparation,
    each: Portion,
    points: NonZeroU16,
    expect: Expected,
}

/// What is left out may be anything.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Expected {
    /// Hundredths of a unit in each millilitre.
    per_ml: Option<u32>,
    /// Hundredths of a unit at each point.
    units: Option<u32>,
    /// Microlitres at each point.
    volume: Option<u32>,
    vials: Option<u64>,
}

pub(super) fn read(table: &Table<'_>, about: &About<'_>) -> Option<DilutionCase> {
    let products = about.protocol.products.iter().map(|product| &product.id);
    let product = table.need("product").and_then(|node| node.reference("product of this protocol", products));
    let vial = table.need("vial_units").and_then(|node| node.amount(100)).map(HundredthsUnit);
    let diluent = table.need("diluent_ml").and_then(|node| node.amount(1000)).map(Microlitres);
    let each = portion(table);
    let points = table.get("points").map_or(Some(NonZeroU16::MIN), |node| node.whole().and_then(NonZeroU16::new));
    let expect = table.need("expect").and_then(expected);
    let preparation = Preparation { vial: vial?, diluent: diluent? };
    Some(DilutionCase { product: product?, preparation, each: each?, points: points?, expect: expect? })
}

/// What each point gets.
fn portion(table: &Table<'_>) -> Option<Portion> {
    match (table.get("units"), table.get("volume_ml")) {
        (Some(units), None) => units.amount(100).map(HundredthsUnit).map(Portion::Units),
        (None, Some(volume)) => volume.amount(1000).map(Microlitres).map(Portion::Volume),
        _ => {
            table.wrong("how much at each point?", "exactly one of `units` and `volume_ml`");
            None
        }
    }
}

fn expected(node: Node<'_>) -> Option<Expected> {
    let table = node.table()?;
    let amount = |key, scale| table.get(key).and_then(|node| node.amount(scale));
    let (per_ml, units) = (amount("units_per_ml", 100), amount("units_per_point", 100));
    let volume = amount("ml_per_point", 1000);
    let vials = table.get("vials").and_then(|node| node.whole());
    table.close();
    Some(Expected { per_ml, units, volume, vials })
}

impl DilutionCase {
    pub fn differs(&self, protocol: &Protocol) -> Vec<String> {
        let unlisted = self.is_unlisted(protocol).then(|| format!("{} has no such vial", self.product));
        let diluted = match dilute(self.preparation, self.each, self.points) {
            Ok(diluted) => self.expect.differs(&diluted),
            Err(refused) => vec![refused.to_string()],
        };
        unlisted.into_iter().chain(diluted).collect()
    }

    /// Whether the product names the sizes of its vials, and not this one.
    fn is_unlisted(&self, protocol: &Protocol) -> bool {
        let products = protocol.products.iter().filter(|product| product.id == self.product);
        let vials: Vec<&Amount> = products.flat_map(|product| &product.vials).collect();
        !vials.is_empty() && !vials.contains(&&Amount::Units(self.preparation.vial))
    }
}

impl Expected {
    fn differs(&self, diluted: &Diluted) -> Vec<String> {
        let exact = |what: &str, wanted: Option<u32>, parts: u64, got: Ratio| {
            let same = wanted.is_none_or(|wanted| Ratio::new(wanted.into(), parts) == Some(got));
            (!same).then(|| format!("{what}: got {}/{}", got.numerator(), got.denominator()))
        };
        let vials = self.vials.and_then(|n| otherwise("vials: ", &n.to_string(), &diluted.vials.to_string()));
        let parts = [
            exact("units in each ml", self.per_ml, 100, diluted.units_per_ml),
            exact("hundredths of a unit at each point", self.units, 1, diluted.hundredths_per_point),
            exact("microlitres at each point", self.volume, 1, diluted.microlitres_per_point),
        ];
        parts.into_iter().flatten().chain(vials).collect()
    }
}
