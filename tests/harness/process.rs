//! Runs one program with a time limit and collects what it prints.

use std::io::{Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// What one run of a program left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The exit status, 128 + n after signal n, none when the time limit was reached.
    pub status: Option<i32>,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
}

/// Runs `program` in `folder`; the environment is the same for every run on every machine.
pub fn run(
    program: &Path,
    arguments: &[String],
    folder: &Path,
    stdin: &str,
    limit: Duration,
) -> Result<Outcome, String> {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("PYTHON") || name.to_string_lossy().starts_with("GILSCOPE_") {
            command.env_remove(name);
        }
    }
    command.env("PYTHONDONTWRITEBYTECODE", "1").env("COLUMNS", "100").env("NO_COLOR", "1");
    let mut child = command.spawn().map_err(|error| format!("cannot start {}: {error}", program.display()))?;
    if let Some(mut pipe) = child.stdin.take() {
        // A script that does not read its input closes the pipe: not an error.
        let _ = pipe.write_all(stdin.as_bytes());
    }
    Ok(collect(child, limit))
}

fn collect(mut child: Child, limit: Duration) -> Outcome {
    let deadline = Instant::now() + limit;
    let (sender, receiver) = mpsc::channel();
    read_in_background(child.stdout.take(), 0, sender.clone());
    read_in_background(child.stderr.take(), 1, sender);
    let mut streams = [Vec::new(), Vec::new()];
    let mut in_time = true;
    for _ in 0..2 {
        let left = deadline.saturating_duration_since(Instant::now());
        let (which, bytes) = receiver.recv_timeout(left).unwrap_or_else(|_| {
            in_time = false;
            // Killing closes the pipes, so the readers end and hand over what they have.
            let _ = child.kill();
            receiver.recv_timeout(Duration::from_secs(5)).unwrap_or_default()
        });
        streams[which] = bytes;
    }
    let status = child.wait().ok().filter(|_| in_time);
    let status = status.and_then(|status| status.code().or(status.signal().map(|signal| 128 + signal)));
    let [stdout, stderr] = streams;
    Outcome { status, stdout, stderr }
}

fn read_in_background(
    stream: Option<impl Read + Send + 'static>,
    which: usize,
    sender: mpsc::Sender<(usize, Vec<u8>)>,
) {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            let _ = stream.read_to_end(&mut bytes);
        }
        let _ = sender.send((which, bytes));
    });
}
