//! The rules and products that ship, on a day that never moves.

use anyhow::{Context, anyhow};
use jiff::civil::{Date, date};
use rust_embed::RustEmbed;
use std::collections::BTreeMap;

#[derive(RustEmbed)]
#[folder = "../../rulepacks"]
struct Shipped;

/// The day on which the rules are asked; always the same, so that two runs judge the same.
pub(super) const TODAY: Date = date(2026, 11, 22);

/// The files of the pack by name.
pub(super) fn texts() -> anyhow::Result<BTreeMap<String, String>> {
    let mut texts = BTreeMap::new();
    for name in Shipped::iter().filter(|name| name.ends_with(".toml")) {
        let file = Shipped::get(&name).context("a file that is built in")?;
        texts.insert(name.into_owned(), String::from_utf8(file.data.into_owned())?);
    }
    Ok(texts)
}

/// The pack with the registry of products.
pub(super) fn shipped() -> anyhow::Result<adlint::Pack> {
    let mut texts = texts()?;
    let registry = crate::protocols::texts(None)?.remove("products.toml").context("the registry of products")?;
    texts.insert("products.toml".to_owned(), registry);
    adlint::Pack::read(&texts).map_err(|mistakes| {
        let told: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        anyhow!(told.join("\n"))
    })
}
