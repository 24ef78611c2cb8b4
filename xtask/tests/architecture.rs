//! The structure that ARCHITECTURE.md draws is the structure that stands.

use cargo_metadata::{DependencyKind, MetadataCommand};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(file: &str) -> String {
    std::fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Crate → what it may use, as the table of allowed edges says.
fn allowed() -> BTreeMap<String, BTreeSet<String>> {
    let text = read("ARCHITECTURE.md");
    let table = text.split("<!-- edges -->").nth(1).expect("the table of allowed edges is marked");
    table
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let name = cells.get(1)?.strip_prefix('`')?.strip_suffix('`')?;
            let uses = cells.get(2)?.split(',').map(|one| one.trim().trim_matches('`').to_owned());
            Some((name.to_owned(), uses.filter(|one| !one.is_empty() && one != "—").collect()))
        })
        .collect()
}

#[test]
fn no_crate_uses_another_that_the_table_does_not_allow() {
    let metadata = MetadataCommand::new().current_dir(root()).no_deps().exec().expect("cargo metadata answers");
    let ours: BTreeSet<String> = metadata.packages.iter().map(|package| package.name.to_string()).collect();
    let allowed = allowed();
    for package in &metadata.packages {
        let table = allowed.get(package.name.as_str());
        let table = table.unwrap_or_else(|| panic!("{} has no row in the table", package.name));
        for dependency in &package.dependencies {
            let known = ours.contains(&dependency.name) && dependency.kind != DependencyKind::Development;
            assert!(
                !known || table.contains(&dependency.name),
                "{} uses {}, which the table does not allow",
                package.name,
                dependency.name
            );
        }
    }
}

#[test]
fn the_pure_crates_know_no_io_clock_sql_http_or_async() {
    const IMPURE: [&str; 12] = [
        "tokio",
        "axum",
        "hyper",
        "tower",
        "rusqlite",
        "postgres",
        "store",
        "app",
        "web",
        "rand",
        "getrandom",
        "lettre",
    ];
    let metadata = MetadataCommand::new().current_dir(root()).no_deps().exec().expect("cargo metadata answers");
    for pure in ["journey", "protocol", "planner", "adlint"] {
        let package = metadata.packages.iter().find(|package| package.name.as_str() == pure).expect("it exists");
        for dependency in package.dependencies.iter().filter(|one| one.kind == DependencyKind::Normal) {
            assert!(!IMPURE.contains(&dependency.name.as_str()), "{pure} uses {}", dependency.name);
        }
    }
}

#[test]
fn every_path_that_the_documents_name_exists() {
    for document in ["ARCHITECTURE.md", "DESIGN.md", "README.md", "README.ja.md"] {
        for path in read(document).split('`').skip(1).step_by(2).filter(|word| is_path(word)) {
            assert!(root().join(path.trim_end_matches('/')).exists(), "{document} names {path}, which is not there");
        }
    }
}

fn is_path(word: &str) -> bool {
    let folders = ["crates/", "docs/", "protocols/", "demo/", "e2e/", "xtask/"];
    folders.iter().any(|folder| word.starts_with(folder)) && !word.contains(['<', '{', '*', ' ', '…'])
}

fn files(folder: &Path, ends: &[&str], found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let hidden = path.file_name().is_some_and(|name| {
            let name = name.to_string_lossy();
            name == "target" || name == "node_modules" || name.starts_with('.')
        });
        if path.is_dir() && !hidden {
            files(&path, ends, found);
        } else if path.extension().is_some_and(|end| ends.iter().any(|one| end == *one)) {
            found.push(path);
        }
    }
}

#[test]
fn no_file_of_ours_is_longer_than_six_hundred_lines() {
    let mut found = Vec::new();
    files(&root().join("crates"), &["rs"], &mut found);
    files(&root().join("xtask"), &["rs"], &mut found);
    assert!(found.len() > 50, "files were found at all");
    for path in found {
        let lines = std::fs::read_to_string(&path).expect("it is text").lines().count();
        assert!(lines <= 600, "{} has {lines} lines", path.display());
    }
}

#[test]
fn no_file_has_a_name_that_says_nothing() {
    const EMPTY: [&str; 8] = ["util", "utils", "helper", "helpers", "common", "manager", "misc", "mod"];
    let mut found = Vec::new();
    for folder in ["crates", "xtask", "e2e"] {
        files(&root().join(folder), &["rs", "js", "mjs", "css"], &mut found);
    }
    for path in found {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
        assert!(!EMPTY.contains(&stem.as_str()), "{}", path.display());
    }
}

#[test]
fn clocks_and_chance_are_read_in_one_place_each() {
    let mut found = Vec::new();
    files(&root().join("crates"), &["rs"], &mut found);
    let expecting: Vec<PathBuf> = found
        .into_iter()
        .filter(|path| !path.to_string_lossy().contains("/tests/"))
        .filter(|path| {
            std::fs::read_to_string(path).is_ok_and(|text| {
                text.lines()
                    .any(|line| line.contains("expect(clippy::disallowed_methods") && !line.trim().starts_with("//"))
            })
        })
        .collect();
    let names: BTreeSet<String> =
        expecting.iter().filter_map(|path| path.file_name().map(|name| name.to_string_lossy().into_owned())).collect();
    assert!(names.iter().all(|name| name == "clock.rs" || name == "entropy.rs"), "{names:?}");
}
