//! One file for each pane.

pub(crate) mod footer;
pub(crate) mod help;
pub(crate) mod output;
pub(crate) mod source;
pub(crate) mod stack;
pub(crate) mod status;
pub(crate) mod threads;
pub(crate) mod timeline;
pub(crate) mod values;
pub(crate) mod why;
