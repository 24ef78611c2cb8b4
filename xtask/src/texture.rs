//! Lines and sizes of files: how the code feels in the hand.

use anyhow::Result;
use std::path::{Path, PathBuf};

/// Every Rust file of the workspace with its lines before an inline test module.
pub fn files(root: &Path) -> Vec<(PathBuf, usize)> {
    let mut found = Vec::new();
    for folder in ["crates", "xtask"] {
        walk(&root.join(folder), &mut found);
    }
    found.sort();
    found
}

fn walk(folder: &Path, found: &mut Vec<(PathBuf, usize)>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("target") && !path.ends_with("tests") {
            walk(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            found.push((path, text.lines().take_while(|line| *line != "#[cfg(test)]").count()));
        }
    }
}

/// Prints the sum, the median, the ninth decile and the longest.
pub fn print() -> Result<()> {
    let mut sizes: Vec<(usize, PathBuf)> =
        files(&crate::root()).into_iter().map(|(path, lines)| (lines, path)).collect();
    sizes.sort();
    let total: usize = sizes.iter().map(|(lines, _)| lines).sum();
    let at = |share: usize| sizes.get(sizes.len() * share / 100).map_or(0, |(lines, _)| *lines);
    println!("{} files, {total} lines, median {}, p90 {}", sizes.len(), at(50), at(90));
    for (lines, path) in sizes.iter().rev().take(5) {
        println!("{lines:>5}  {}", path.display());
    }
    Ok(())
}
