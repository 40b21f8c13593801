//! An execution for people to look at: text, drawings, and files for other viewers.
#![forbid(unsafe_code)]
