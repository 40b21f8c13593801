//! The crates depend on each other as `docs/architecture.md` says, and on nothing above them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

type Edges = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The rows `| layer | crate | may depend on |` of the page.
fn documented() -> Edges {
    let page = fs::read_to_string(root().join("docs/architecture.md")).expect("the page exists");
    let rows = page.lines().filter_map(|line| {
        let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
        let [layer, name, below] = cells[..] else { return None };
        layer.parse::<u32>().ok()?;
        Some((code_words(name).pop_first()?, code_words(below)))
    });
    rows.collect()
}

/// The words between backticks.
fn code_words(text: &str) -> BTreeSet<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// What each crate of the workspace names in any of its dependency sections.
fn declared() -> Edges {
    let folders = fs::read_dir(root().join("crates")).expect("crates exist");
    let folders = folders.map(|entry| entry.expect("readable").path()).filter(|path| path.join("Cargo.toml").exists());
    folders.map(|folder| (name_of(&folder), dependencies(&folder.join("Cargo.toml")))).collect()
}

fn name_of(folder: &Path) -> String {
    folder.file_name().expect("a folder has a name").to_string_lossy().into_owned()
}

fn dependencies(manifest: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(manifest).expect("readable");
    let mut inside = false;
    let mut found = BTreeSet::new();
    for line in text.lines() {
        if line.starts_with('[') {
            inside = line.trim_end().ends_with("dependencies]");
        } else if inside && let Some(rest) = line.strip_prefix("gilscope-") {
            found.insert(rest.split(['.', ' ', '=']).next().unwrap_or(rest).to_owned());
        }
    }
    found
}

#[test]
fn every_edge_is_on_the_page() {
    let documented = documented();
    assert!(documented.len() > 5, "the table of docs/architecture.md was not understood");
    for (name, below) in declared() {
        let allowed = documented.get(&name).unwrap_or_else(|| panic!("docs/architecture.md has no row for `{name}`"));
        for dependency in below {
            assert!(
                allowed.contains(&dependency),
                "`{name}` depends on `{dependency}`: docs/architecture.md forbids it"
            );
        }
    }
}

#[test]
fn the_page_has_no_cycles_and_no_ghosts() {
    let documented = documented();
    let existing: BTreeSet<String> = declared().into_keys().collect();
    let mut lower: BTreeSet<String> = BTreeSet::new();
    for name in documented.keys() {
        assert!(existing.contains(name), "docs/architecture.md speaks of `{name}`, which does not exist");
    }
    while lower.len() < documented.len() {
        let ready = |name: &&String| !lower.contains(*name) && documented[*name].is_subset(&lower);
        let next: Vec<String> = documented.keys().filter(ready).cloned().collect();
        assert!(!next.is_empty(), "the crates above {lower:?} depend on each other in a circle");
        lower.extend(next);
    }
}

#[test]
fn no_crate_allows_unsafe_code() {
    for name in declared().into_keys() {
        let folder = root().join("crates").join(&name).join("src");
        let text = ["lib.rs", "main.rs"].iter().find_map(|file| fs::read_to_string(folder.join(file)).ok());
        let text = text.unwrap_or_else(|| panic!("`{name}` has a lib.rs or a main.rs"));
        assert!(text.contains("#![forbid(unsafe_code)]"), "`{name}` does not forbid unsafe code");
    }
}
