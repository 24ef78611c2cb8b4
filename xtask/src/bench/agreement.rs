//! Whether two engines found the same.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::path::Path;

/// How many differences are shown.
const SHOWN: usize = 3;

/// Compares what was found for each set of answers, a line each; gives how many sets both agree on, which is all of
/// them. Refuses a difference in the headline or in the rules, and files of different length.
pub fn check(ours: &Path, peers: &Path) -> Result<usize> {
    let text = |file: &Path| std::fs::read_to_string(file).with_context(|| format!("{} is missing", file.display()));
    compare(&text(ours)?, &text(peers)?)
}

fn compare(ours: &str, peers: &str) -> Result<usize> {
    let (ours, peers) = (read(ours)?, read(peers)?);
    if ours.len() != peers.len() {
        bail!("we answered {} sets and the peer {}", ours.len(), peers.len());
    }
    let pairs = ours.iter().zip(&peers).enumerate();
    let differences: Vec<String> = pairs
        .filter(|(_, (ours, peer))| ours != peer)
        .map(|(place, (ours, peer))| format!("set {place}: we found {ours}, the peer {peer}"))
        .collect();
    if differences.is_empty() {
        return Ok(ours.len());
    }
    let shown: Vec<&str> = differences.iter().take(SHOWN).map(String::as_str).collect();
    bail!("{} of {} sets differ:\n  {}", differences.len(), ours.len(), shown.join("\n  "))
}

fn read(text: &str) -> Result<Vec<Value>> {
    text.lines().map(|line| serde_json::from_str(line).context("a line is no JSON")).collect()
}

#[cfg(test)]
mod tests {
    use super::compare;

    const CLEARED: &str = r#"{"headline":"cleared","rules":[]}"#;
    const DEFERRED: &str = r#"{"headline":"deferred","rules":["tan","peel"]}"#;

    #[test]
    fn the_same_findings_agree_however_they_are_written() {
        let other = r#"{ "rules": ["tan", "peel"], "headline": "deferred" }"#;
        let both = compare(&format!("{CLEARED}\n{DEFERRED}\n"), &format!("{CLEARED}\n{other}\n"));
        assert_eq!(both.ok(), Some(2));
    }

    #[test]
    fn one_missing_rule_is_a_difference_and_the_set_is_named() {
        let fewer = r#"{"headline":"deferred","rules":["tan"]}"#;
        let told = compare(&format!("{CLEARED}\n{DEFERRED}"), &format!("{CLEARED}\n{fewer}")).unwrap_err().to_string();
        assert!(told.starts_with("1 of 2 sets differ") && told.contains("set 1"), "{told}");
    }

    #[test]
    fn another_headline_or_an_answer_too_few_is_a_difference() {
        assert!(compare(CLEARED, r#"{"headline":"caution","rules":[]}"#).is_err());
        assert!(compare(&format!("{CLEARED}\n{CLEARED}"), CLEARED).is_err());
        assert!(compare(CLEARED, "").is_err());
    }
}
