//! The rules that are built in, or those of a folder, and the registry of products.

use crate::commands::BadInput;
use adlint::Pack;
use adlint::pack::Texts;
use anyhow::Context;
use rust_embed::RustEmbed;
use std::path::Path;

#[derive(RustEmbed)]
#[folder = "../../rulepacks"]
struct Shipped;

/// The name under which the registry of products is told of in mistakes.
const REGISTRY: &str = "products.toml";

/// The rules of a folder, or those built in.
pub fn pack(folder: Option<&Path>) -> anyhow::Result<Pack> {
    let mut texts = match folder {
        Some(folder) => crate::protocols::texts(Some(folder)).map_err(|error| BadInput(format!("{error:#}")))?,
        None => shipped()?,
    };
    if !texts.contains_key(REGISTRY) {
        let protocols = crate::protocols::texts(None)?;
        texts.extend(protocols.into_iter().filter(|(name, _)| name == REGISTRY));
    }
    Pack::read(&texts).map_err(|mistakes| {
        let told: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        BadInput(told.join("\n")).into()
    })
}

fn shipped() -> anyhow::Result<Texts> {
    let mut texts = Texts::new();
    for name in Shipped::iter().filter(|name| name.ends_with(".toml")) {
        let file = Shipped::get(&name).context("a file that is built in")?;
        texts.insert(name.into_owned(), String::from_utf8(file.data.into_owned())?);
    }
    Ok(texts)
}
