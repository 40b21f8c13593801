//! The end of the process, in one place.

use gilscope_engine::Outcome;
use std::io::{self, Write};

/// All went well.
pub(crate) const SUCCESS: i32 = 0;
/// The program could not be run, or has no meaning.
pub(crate) const FAILURE: i32 = 1;
/// The command line is wrong, or names a file that cannot be opened.
pub(crate) const USAGE: i32 = 2;

/// A mistake in gilscope itself (`EX_SOFTWARE` in sysexits.h(3)).
pub(crate) const INTERNAL: i32 = 70;

/// Ends the process, daemon threads of the script included.
pub(crate) fn exit(status: i32) -> ! {
    // Nobody is left to be told if this fails.
    let _ = io::stdout().flush();
    if status == Outcome::INTERRUPTED {
        gilscope_engine::die_of_interrupt();
    }
    std::process::exit(status)
}
