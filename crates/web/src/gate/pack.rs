use adlint::Pack;
use adlint::pack::Texts;
use rust_embed::RustEmbed;
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "../../rulepacks"]
struct Rules;

/// The registry of products, which says what is approved.
const REGISTRY: &str = include_str!("../../../../protocols/products.toml");

static PACK: LazyLock<Result<Pack, String>> = LazyLock::new(|| {
    let rules = Rules::iter().filter(|name| name.ends_with(".toml")).filter_map(|name| {
        let file = Rules::get(&name)?;
        Some((name.into_owned(), String::from_utf8_lossy(&file.data).into_owned()))
    });
    let texts: Texts = rules.chain([("products.toml".to_owned(), REGISTRY.to_owned())]).collect();
    Pack::read(&texts).map_err(|mistakes| mistakes.iter().map(|one| format!("{one}\n")).collect())
});

/// The rules by which public pages are judged: those built in, compiled once.
///
/// # Errors
/// With every mistake, where the rules that were built in do not read.
pub fn pack() -> Result<&'static Pack, &'static str> {
    PACK.as_ref().map_err(String::as_str)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_rules_that_are_built_in_read() {
        assert!(super::pack().is_ok_and(|pack| pack.rule("MA-FALSE-CERTAIN").is_some()), "{:?}", super::pack().err());
    }
}
