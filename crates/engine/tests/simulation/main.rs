//! Simulations of small scripts: what they must come to, and that they come to the same every time.

mod check_points;
mod costs;
mod determinism;
mod exploring;
mod fair;
mod faithful;
mod lost_updates;
mod problems;
mod races;
mod run;

mod stepping;
