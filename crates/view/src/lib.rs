//! An execution for people to look at: text, drawings, and files for other viewers.
#![forbid(unsafe_code)]

mod axis;
mod columns;
mod compare;
pub mod export;
mod filter;
pub mod json;
mod lanes;
mod ledger;
mod look;
mod names;
mod palette;
mod report;
mod sources;
mod svg;
mod table;
pub mod time;
mod view;
mod words;

pub use columns::Columns;
pub use compare::{CompareRow, Comparison};
pub use filter::Filter;
pub use json::JsonLines;
pub use lanes::lanes;
pub use ledger::Ledger;
pub use look::Look;
pub use report::Report;
pub use sources::Sources;
pub use svg::svg;
pub use table::table;
pub use view::View;
