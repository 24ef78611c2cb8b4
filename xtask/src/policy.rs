//! What may be depended on: licences from a list, no crate in two major versions without a reason, nothing unused.

use anyhow::{Result, bail};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};
use std::collections::{BTreeMap, BTreeSet};

/// Licences that may come with the binary. A crate may offer any one of them.
const LICENCES: [&str; 14] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "0BSD",
    "Unicode-3.0",
    "Unlicense",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "BSL-1.0",
    "Unicode-DFS-2016",
];

/// Crates that stand in the tree in more than one version, and why we put up with it.
const TWICE: &[(&str, &str)] = &[
    ("base64", "the PostgreSQL driver and the mail builder are a release apart"),
    ("fallible-iterator", "the SQLite and the PostgreSQL driver are a release apart"),
    ("getrandom", "argon2, governor and rand each follow their own release of rand_core"),
    ("hashbrown", "small, and three of its users lag behind the newest"),
    ("phf", "tables of the time zones' build and of the PostgreSQL error codes"),
    ("phf_shared", "comes with phf"),
    ("r-efi", "of another platform; comes with getrandom"),
    ("rand", "governor's jitter is a release behind"),
    ("rand_core", "comes with rand"),
    ("syn", "macros move to its third version one by one"),
];

/// The tree may not grow past this without a decision.
const MOST_PACKAGES: usize = 400;

/// Checks the whole tree of the binary.
pub fn check() -> Result<()> {
    println!("── dependency policy");
    let metadata = MetadataCommand::new().current_dir(crate::root()).exec()?;
    let shipped = shipped(&metadata);
    let mut wrong = licences(&shipped);
    wrong.extend(twice(&shipped));
    wrong.extend(unused(&metadata));
    if shipped.len() > MOST_PACKAGES {
        wrong.push(format!("{} packages are more than {MOST_PACKAGES}", shipped.len()));
    }
    if wrong.is_empty() {
        println!("   {} packages in the binary's tree", shipped.len());
        return Ok(());
    }
    bail!("the dependency policy is broken:\n  {}", wrong.join("\n  "))
}

/// The packages that the binary is made of on this platform: normal and build dependencies, not development ones.
fn shipped(metadata: &Metadata) -> Vec<&Package> {
    let Some(resolve) = &metadata.resolve else { return Vec::new() };
    let by_id: BTreeMap<_, _> = metadata.packages.iter().map(|package| (&package.id, package)).collect();
    let nodes: BTreeMap<_, _> = resolve.nodes.iter().map(|node| (&node.id, node)).collect();
    let Some(start) = metadata.packages.iter().find(|package| package.name.as_str() == "suhada") else {
        return Vec::new();
    };
    let (mut seen, mut open) = (BTreeSet::new(), vec![&start.id]);
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        for dependency in nodes.get(id).map_or(&[][..], |node| node.deps.as_slice()) {
            let here = |kind: &cargo_metadata::DepKindInfo| {
                kind.kind != DependencyKind::Development
                    && kind.target.as_ref().is_none_or(|target| {
                        !target.to_string().contains("windows") && !target.to_string().contains("wasm")
                    })
            };
            if dependency.dep_kinds.iter().any(here) {
                open.push(&dependency.pkg);
            }
        }
    }
    seen.into_iter().filter_map(|id| by_id.get(id).copied()).collect()
}

fn licences(packages: &[&Package]) -> Vec<String> {
    let allowed = |text: &str| {
        text.replace('/', " OR ").split(" AND ").all(|part| {
            part.trim_matches(|c| c == '(' || c == ')')
                .split(" OR ")
                .any(|one| LICENCES.contains(&one.trim().trim_matches(|c| c == '(' || c == ')')))
        })
    };
    packages
        .iter()
        .filter(|package| !package.license.as_deref().is_some_and(allowed))
        .map(|package| format!("{} comes under {:?}", package.name, package.license))
        .collect()
}

fn twice(packages: &[&Package]) -> Vec<String> {
    let mut versions: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for package in packages {
        versions.entry(package.name.as_str()).or_default().insert(package.version.to_string());
    }
    versions
        .into_iter()
        .filter(|(name, versions)| versions.len() > 1 && !TWICE.iter().any(|(known, _)| known == name))
        .map(|(name, versions)| {
            format!("{name} stands in the tree as {}", versions.into_iter().collect::<Vec<_>>().join(" and "))
        })
        .collect()
}

/// Dependencies of ours that no file of the crate names.
fn unused(metadata: &Metadata) -> Vec<String> {
    let members: BTreeSet<_> = metadata.workspace_members.iter().collect();
    let mut found = Vec::new();
    for package in metadata.packages.iter().filter(|package| members.contains(&package.id)) {
        let Some(folder) = package.manifest_path.parent() else { continue };
        let text = sources(folder.as_std_path());
        for dependency in &package.dependencies {
            let name = dependency.rename.as_ref().unwrap_or(&dependency.name).replace('-', "_");
            if !text.contains(&format!("{name}::"))
                && !text.contains(&format!("use {name}"))
                && !text.contains(&format!("{name}!"))
            {
                found.push(format!("{} does not use {}", package.name, dependency.name));
            }
        }
    }
    found
}

fn sources(folder: &std::path::Path) -> String {
    let mut text = String::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return text };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("target") {
            text.push_str(&sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            text.push_str(&std::fs::read_to_string(&path).unwrap_or_default());
        }
    }
    text
}
