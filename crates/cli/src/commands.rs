//! One file for each command.

pub(crate) mod ast;
pub(crate) mod calibrate;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod completions;
pub(crate) mod demo;
pub(crate) mod dis;
pub(crate) mod explore;
pub(crate) mod export;
pub(crate) mod models;
pub(crate) mod replay;
pub(crate) mod run;
mod stats;
pub(crate) mod step;
pub(crate) mod symbols;
mod text;
pub(crate) mod tokens;
pub(crate) mod trace;
