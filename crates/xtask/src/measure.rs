//! Runs one command and measures it.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use wait4::Wait4;

/// What one run cost and answered.
#[derive(Debug, Clone)]
pub struct Measure {
    /// From the start of the process to its end.
    pub wall: Duration,
    /// User and system time together, of all its threads.
    pub cpu: Duration,
    /// The most memory it ever had, in bytes.
    pub peak: u64,
    /// What it printed, or why it failed.
    pub answer: Result<String, String>,
}

pub fn run(program: &Path, arguments: &[String]) -> Result<Measure, String> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let start = Instant::now();
    let mut child = command.spawn().map_err(|error| format!("cannot start {}: {error}", program.display()))?;
    let stdout = reader(child.stdout.take());
    let stderr = reader(child.stderr.take());
    let usage = child.wait4().map_err(|error| error.to_string())?;
    let wall = start.elapsed();
    let stdout = stdout.join().unwrap_or_default();
    let stderr = stderr.join().unwrap_or_default();
    let last = stderr.trim_end().lines().last().unwrap_or_default();
    let answer = if usage.status.success() { Ok(stdout) } else { Err(format!("{}: {last}", usage.status)) };
    Ok(Measure { wall, cpu: usage.rusage.utime + usage.rusage.stime, peak: usage.rusage.maxrss, answer })
}

fn reader(stream: Option<impl Read + Send + 'static>) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut text = String::new();
        if let Some(mut stream) = stream {
            // What cannot be read shows as a different answer.
            let _ = stream.read_to_string(&mut text);
        }
        text
    })
}
