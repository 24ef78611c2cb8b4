use adlint::Pack;
use std::sync::LazyLock;

/// The registry of products, which says what is approved.
const REGISTRY: &str = include_str!("../../../../protocols/products.toml");

static PACK: LazyLock<Result<Pack, String>> = LazyLock::new(|| {
    let told = |mistakes: Vec<adlint::pack::Mistake>| mistakes.iter().map(|one| format!("{one}\n")).collect();
    adlint::japan::pack(REGISTRY).map_err(told)
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
