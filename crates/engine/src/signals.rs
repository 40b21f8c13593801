//! Ctrl-C.

use signal_hook::consts::SIGINT;
use signal_hook::iterator::Signals;
use std::{fs, io, thread};

/// Calls `action` on each Ctrl-C, in a thread of its own. Does nothing when the process was started with the signal
/// ignored, as background jobs of a shell are: then Python ignores it too.
pub(crate) fn on_interrupt(action: impl Fn() + Send + 'static) -> io::Result<()> {
    if is_ignored(SIGINT) {
        return Ok(());
    }
    let mut signals = Signals::new([SIGINT])?;
    let watch = move || signals.forever().for_each(|_| action());
    thread::Builder::new().name("signals".to_owned()).stack_size(64 * 1024).spawn(watch)?;
    Ok(())
}

/// Ends the process as an unhandled Ctrl-C does, so that the shell that started it knows; with status 130 where that
/// cannot be done.
pub fn die_of_interrupt() -> ! {
    let _ = signal_hook::low_level::emulate_default_handler(SIGINT);
    std::process::exit(130)
}

/// Whether the process was started with the signal ignored, where the system tells.
fn is_ignored(signal: i32) -> bool {
    let Ok(status) = fs::read_to_string("/proc/self/status") else { return false };
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|digits| u64::from_str_radix(digits.trim(), 16).ok()).unwrap_or(0);
    mask >> (signal - 1) & 1 == 1
}
