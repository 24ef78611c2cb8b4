//! The shipped pack with the shipped registry of products.

use adlint::{Linter, Pack, japan};
use jiff::civil::date;

/// The products that the registry of the repository knows.
pub const PRODUCTS: &str = include_str!("../../../../protocols/products.toml");

/// The rules that ship, and the products that the registry knows.
pub fn pack() -> Pack {
    japan::pack(PRODUCTS).unwrap_or_else(|mistakes| {
        let told: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        panic!("{}", told.join("\n"))
    })
}

/// Asks them on the day of the labelled sentences.
pub fn linter(pack: &Pack) -> Linter<'_> {
    Linter::new(pack, date(2026, 11, 22))
}
