//! `suhada lint --explain`

use crate::commands::{BadInput, Outcome};
use adlint::Pack;
use adlint::pack::Rule;
use adlint::report::human::Language;

/// Tells what a rule asks.
pub fn explain(pack: &Pack, id: &str, language: Language) -> anyhow::Result<Outcome> {
    let wanted = id.to_uppercase();
    let Some(rule) = pack.rule(&wanted) else {
        let known: Vec<&str> = pack.rules.iter().map(|rule| rule.id.as_str()).collect();
        return Err(BadInput(format!("no rule is called {id}; there are {}", known.join(", "))).into());
    };
    println!("{}", told(rule, language));
    Ok(Outcome::Fine)
}

fn told(rule: &Rule, language: Language) -> String {
    let day = |day: Option<jiff::civil::Date>| day.map_or("—".to_owned(), |day| day.to_string());
    let (why, instead, source, valid) = match language {
        Language::Japanese => ("理由", "書き換えの例", "出典", "有効期間"),
        Language::English => ("Why", "Instead", "Source", "Valid"),
    };
    let plain = |text: &str| text.replace("{subject}", "…").replace("{missing}", "…");
    format!(
        "{} ({})\n{}\n\n{why}: {}\n{instead}: {}\n{source}: {} ({})\n{valid}: {} – {}",
        rule.id,
        rule.severity,
        language.of(&rule.title),
        plain(language.of(&rule.reason)),
        language.of(&rule.suggestion),
        rule.source,
        rule.checked,
        day(rule.valid_from),
        day(rule.valid_to),
    )
}
