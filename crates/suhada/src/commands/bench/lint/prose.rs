//! Articles that nobody wrote: paragraphs of real ones, drawn by seed.

use crate::seed::chance::Chance;
use anyhow::Context;
use std::path::{Path, PathBuf};

/// The fewest and the most paragraphs of an article.
const PARAGRAPHS: (i64, i64) = (12, 30);
/// The share of Japanese paragraphs, of a hundred; the others are English.
const JAPANESE: u64 = 90;

/// Paragraphs of Markdown, apart by language.
#[derive(Default)]
pub(super) struct Paragraphs {
    japanese: Vec<String>,
    english: Vec<String>,
}

impl Paragraphs {
    /// The paragraphs of the articles that are built in, and of every Markdown file in these folders.
    pub fn gather(folders: &[PathBuf]) -> anyhow::Result<Self> {
        let mut found = Self::default();
        for article in crate::demo::articles()? {
            found.add(&article.body);
        }
        for folder in folders {
            for file in markdown(folder)? {
                let text =
                    std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
                found.add(after_front(&text));
            }
        }
        Ok(found)
    }

    fn add(&mut self, body: &str) {
        for paragraph in body.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            let into = if is_japanese(paragraph) { &mut self.japanese } else { &mut self.english };
            into.push(paragraph.to_owned());
        }
    }

    /// Articles until there are so many bytes; the same seed draws the same ones.
    pub fn articles(&self, bytes: usize, seed: u64) -> Vec<String> {
        let mut chance = Chance::new(seed);
        let (mut articles, mut written) = (Vec::new(), 0);
        while written < bytes {
            let article = self.article(&mut chance);
            written += article.len();
            articles.push(article);
        }
        articles
    }

    /// One article, longer than so many characters and cut at exactly that many.
    pub fn article_of(&self, characters: usize, seed: u64) -> String {
        let text = self.articles(characters.saturating_mul(4), seed).join("\n");
        text.chars().take(characters).collect()
    }

    fn article(&self, chance: &mut Chance) -> String {
        let paragraphs = (0..chance.between(PARAGRAPHS.0, PARAGRAPHS.1)).filter_map(|_| {
            let from = if chance.percent(JAPANESE) { &self.japanese } else { &self.english };
            chance.one(from).map(String::as_str)
        });
        let mut text = paragraphs.collect::<Vec<_>>().join("\n\n");
        text.push('\n');
        text
    }
}

/// The Markdown files of a folder, by name.
fn markdown(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let listing = std::fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut files = listing.map(|entry| Ok(entry?.path())).collect::<anyhow::Result<Vec<_>>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "md"));
    files.sort();
    Ok(files)
}

/// What follows the front matter, where there is one.
fn after_front(text: &str) -> &str {
    let inside = ["+++\n", "---\n"].into_iter().find_map(|fence| Some((fence, text.strip_prefix(fence)?)));
    let rest = inside.and_then(|(fence, rest)| rest.split_once(&format!("\n{fence}")));
    rest.map_or(text, |(_, body)| body)
}

fn is_japanese(paragraph: &str) -> bool {
    paragraph.chars().any(|letter| matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same_articles_and_another_others() {
        let paragraphs = Paragraphs::gather(&[]).unwrap();
        assert_eq!(paragraphs.articles(20_000, 1), paragraphs.articles(20_000, 1));
        assert_ne!(paragraphs.articles(20_000, 1), paragraphs.articles(20_000, 2));
    }

    #[test]
    fn articles_reach_the_size_and_the_last_one_was_needed() {
        let articles = Paragraphs::gather(&[]).unwrap().articles(50_000, 3);
        let sizes: Vec<usize> = articles.iter().map(String::len).collect();
        let whole: usize = sizes.iter().sum();
        assert!(whole >= 50_000 && whole - sizes.last().unwrap() < 50_000);
    }

    #[test]
    fn one_article_has_exactly_so_many_characters() {
        let paragraphs = Paragraphs::gather(&[]).unwrap();
        assert_eq!(paragraphs.article_of(5_000, 4).chars().count(), 5_000);
    }

    #[test]
    fn front_matter_of_either_kind_is_left_out_and_a_rule_in_the_text_is_not() {
        assert_eq!(after_front("+++\nlang = \"ja\"\n+++\n本文"), "本文");
        assert_eq!(after_front("---\nlang: ja\n---\n本文\n---\n"), "本文\n---\n");
        assert_eq!(after_front("本文\n---\n後"), "本文\n---\n後");
        assert_eq!(after_front("+++\nlang = \"ja\"\n"), "+++\nlang = \"ja\"\n");
    }
}
