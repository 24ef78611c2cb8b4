//! The rules that are built in, or those of a folder, and the registry of products.

use crate::commands::BadInput;
use adlint::Pack;
use adlint::japan::{self, PRODUCTS};
use anyhow::Context;
use std::path::Path;

/// The rules of a folder, or those built in. Products come from the folder if it has them.
pub fn pack(folder: Option<&Path>) -> anyhow::Result<Pack> {
    let mut texts = match folder {
        Some(folder) => crate::protocols::texts(Some(folder)).map_err(|error| BadInput(format!("{error:#}")))?,
        None => japan::texts(),
    };
    if !texts.contains_key(PRODUCTS) {
        let registry = crate::protocols::texts(None)?.remove(PRODUCTS).context("the registry of products")?;
        texts.insert(PRODUCTS.to_owned(), registry);
    }
    Pack::read(&texts).map_err(|mistakes| {
        let told: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        BadInput(told.join("\n")).into()
    })
}
