//! The rules for medical advertising in Japan, as they ship.
//!
//! They are part of the library, so that a gate needs no files: `adlint::japan::pack(products)` is whole. Products are
//! the caller's: what a clinic uses, and its standing on the day, is no rule.

use crate::pack::{Mistake, Pack, Texts};

/// The name under which mistakes in the registry of products are told.
pub const PRODUCTS: &str = "products.toml";

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../../rulepacks/", $name)))),*]
    };
}

/// The files of the pack by their paths below `rulepacks/`.
const FILES: [(&str, &str); 11] = files![
    "japan/channels.toml",
    "japan/claims.toml",
    "japan/comparison.toml",
    "japan/gates.toml",
    "japan/pack.toml",
    "japan/page.toml",
    "japan/parity.toml",
    "japan/persuasion.toml",
    "japan/trade.toml",
    "japan/treatments.toml",
    "japan/words.toml",
];

/// The files of the pack, without products.
#[must_use]
pub fn texts() -> Texts {
    FILES.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
}

/// The pack with a registry of products, which is TOML with a `[[product]]` for each. Reading it is
/// far dearer than asking it: read it once, keep it in an `Arc`, and ask it through a [`crate::Linter`] of the day.
///
/// # Errors
/// With every mistake in the registry.
pub fn pack(products: &str) -> Result<Pack, Vec<Mistake>> {
    let mut texts = texts();
    texts.insert(PRODUCTS.to_owned(), products.to_owned());
    Pack::read(&texts)
}
