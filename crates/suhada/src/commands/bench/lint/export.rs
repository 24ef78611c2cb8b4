//! The same prose and the same words for other programs.

use anyhow::Context;
use serde_json::json;
use std::collections::BTreeSet;
use std::path::Path;

/// How many words are one regular expression.
const AT_ONCE: usize = 500;

/// Writes the articles as `documents.ndjson` and as one file `prose.md`, the words as `words.json`, and as
/// regular expressions, a line each, in `words.patterns`.
pub(super) fn write(folder: &Path, articles: &[String], words: &BTreeSet<String>) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let lines: String = articles.iter().map(|text| json!({ "text": text }).to_string() + "\n").collect();
    let files = [
        ("documents.ndjson", lines),
        ("prose.md", articles.join("\n")),
        ("words.json", serde_json::to_string(words)?),
        ("words.patterns", patterns(words)),
    ];
    for (name, text) in files {
        let file = folder.join(name);
        std::fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    Ok(())
}

/// Any of so many words, the longest first, so that the longest is found; more are too large for `grep -P`.
fn patterns(words: &BTreeSet<String>) -> String {
    let mut longest: Vec<&String> = words.iter().collect();
    longest.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    let lines = longest.chunks(AT_ONCE).map(|some| {
        let quoted: Vec<String> = some.iter().map(|word| quoted(word)).collect();
        quoted.join("|") + "\n"
    });
    lines.collect()
}

/// A word that means nothing else to a regular expression.
fn quoted(word: &str) -> String {
    let letters = word.chars().map(|letter| match letter {
        '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '^' | '$' | '\\' | '/' => {
            format!("\\{letter}")
        }
        other => other.to_string(),
    });
    letters.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_comes_first_and_signs_lose_their_meaning() {
        let words = ["no.1", "必ず", "必ずしも"].map(str::to_owned).into();
        assert_eq!(patterns(&words), "no\\.1|必ずしも|必ず\n");
    }
}
