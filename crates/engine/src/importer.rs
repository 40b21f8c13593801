//! Finds the file of a module.

use std::path::{Path, PathBuf};

/// Where a module was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Found {
    /// A file with the text of the module, and the folder of the package if it is one.
    File { file: PathBuf, package: Option<PathBuf> },
    /// Folders without an `__init__.py`: a package with no text of its own.
    Namespace(Vec<PathBuf>),
}

/// Looks for the last part of a dotted name in these folders, in order. The empty string is the working directory.
pub(crate) fn find(name: &str, search: &[String]) -> Option<Found> {
    let last = name.rsplit('.').next().unwrap_or(name);
    let mut namespace = Vec::new();
    for folder in search {
        let place = folder_path(folder).join(last);
        let init = place.join("__init__.py");
        if init.is_file() {
            return Some(Found::File { file: init, package: Some(place) });
        }
        let file = place.with_file_name(format!("{last}.py"));
        if file.is_file() {
            return Some(Found::File { file, package: None });
        }
        if place.is_dir() {
            namespace.push(place);
        }
    }
    (!namespace.is_empty()).then_some(Found::Namespace(namespace))
}

fn folder_path(folder: &str) -> PathBuf {
    let folder = Path::new(folder);
    match std::env::current_dir() {
        Ok(current) => current.join(folder),
        Err(_) => folder.to_owned(),
    }
}
