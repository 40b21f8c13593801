//! The texts of the files that code came from, for tracebacks.

use parking_lot::Mutex;
use std::collections::HashMap;
use std::sync::Arc;

/// Texts by file name. What was compiled is remembered as it was then; other files are read when first asked for.
#[derive(Debug, Default)]
pub(crate) struct Sources(Mutex<HashMap<String, Option<Arc<str>>>>);

impl Sources {
    /// Remembers a text.
    pub(crate) fn insert(&self, filename: &str, text: &str) {
        self.0.lock().insert(filename.to_owned(), Some(text.into()));
    }

    /// Remembers that there is no text to be had under this name.
    pub(crate) fn hide(&self, filename: &str) {
        self.0.lock().insert(filename.to_owned(), None);
    }

    /// The text under this name.
    pub(crate) fn get(&self, filename: &str) -> Option<Arc<str>> {
        let mut texts = self.0.lock();
        if let Some(text) = texts.get(filename) {
            return text.clone();
        }
        let text = std::fs::read(filename).ok().and_then(|bytes| crate::decode(&bytes, filename).ok()).map(Arc::from);
        texts.insert(filename.to_owned(), text.clone());
        text
    }
}
