//! A mistake in gilscope itself: no fault of the script, and reported as such.

use crate::exit;
use std::backtrace::Backtrace;
use std::io::{self, Write};
use std::panic::{self, PanicHookInfo};

/// From now on a panic ends the process with a report. A thread that is lost with the interpreter in its hands would leave
/// all others waiting for ever.
pub(crate) fn report() {
    panic::set_hook(Box::new(|panic| {
        let _ = io::stderr().lock().write_all(text(panic).as_bytes());
        std::process::exit(exit::INTERNAL)
    }));
}

fn text(panic: &PanicHookInfo<'_>) -> String {
    let place = panic.location().map_or_else(String::new, |place| format!(" at {place}"));
    let message = panic.payload_as_str().unwrap_or("no message");
    let version = env!("CARGO_PKG_VERSION");
    let backtrace = Backtrace::capture();
    format!(
        "\ngilscope: internal error{place}: {message}\n\
         This is a mistake in gilscope {version}, not in the script. Please report it with the script and the command line.\n\
         {backtrace}\n"
    )
}
