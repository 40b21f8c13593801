//! What the figures were measured on, and whether anything else ran there.

use std::fs;
use std::thread;

/// The processor, its number of cores, and the load.
pub fn describe() -> String {
    let facts = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = facts.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    format!("{}, {cores} cores; {}", model.map_or("a processor", |(_, name)| name), load())
}

/// The load of the last minute, this benchmark's included: alone it makes 1, or a little more where threads compute.
pub fn load() -> String {
    match fs::read_to_string("/proc/loadavg") {
        Ok(text) => format!("load {}", text.split(' ').next().unwrap_or_default()),
        Err(_) => "load unknown".into(),
    }
}
