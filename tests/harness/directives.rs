//! The directives that a script carries in its comments.

use std::time::Duration;

use crate::expectation::Expectation;

/// How long a script may run when it does not say otherwise.
const TIME_LIMIT: Duration = Duration::from_secs(30);

/// Everything the comments of one script say about how to run it and what must come out.
#[derive(Debug, Default, Clone)]
pub struct Directives {
    pub stdout: Expectation,
    pub stderr: Expectation,
    /// The last line on standard error, when the rest of the traceback does not matter.
    pub error: Option<String>,
    pub exit: Option<i32>,
    /// Arguments of the script.
    pub args: Vec<String>,
    /// Arguments of `gilscope run` before the script.
    pub flags: Vec<String>,
    /// A whole command line of gilscope, `{script}` standing for the script.
    pub command: Option<Vec<String>>,
    pub stdin: String,
    pub time_limit: Option<Duration>,
    /// Why the script is not run at all.
    pub skip: Option<String>,
    /// Why the script is not run a second time as a simulation.
    pub real_time: Option<String>,
    /// Why the script is not run on CPython.
    pub skip_cpython: Option<String>,
}

impl Directives {
    pub fn parse(script: &[u8]) -> Result<Directives, String> {
        let mut directives = Directives::default();
        for (index, line) in String::from_utf8_lossy(script).lines().enumerate() {
            directives.line(line).map_err(|what| format!("line {}: {what}", index + 1))?;
        }
        let silent = directives.stdout.is_empty() && directives.stderr.is_empty() && directives.error.is_none();
        if silent && directives.exit.is_none() {
            return Err("the script expects nothing: add `# expect: …`".into());
        }
        Ok(directives)
    }

    /// Reads one line: an expectation anywhere behind a `#`, any other directive at the start of a line.
    fn line(&mut self, line: &str) -> Result<(), String> {
        if let Some(at) = line.find("# expect") {
            return self.expectation(&line[at + "# expect".len()..]);
        }
        let Some((name, value)) = line.strip_prefix("# ").and_then(|rest| rest.split_once(':')) else { return Ok(()) };
        let value = value.strip_prefix(' ').unwrap_or(value).trim_end();
        match name {
            "exit" => self.exit = Some(value.parse().map_err(|_| format!("not an exit status: {value}"))?),
            "args" => self.args = words(value),
            "flags" => self.flags = words(value),
            "command" => self.command = Some(words(value)),
            "stdin" => self.stdin.extend([value, "\n"]),
            "timeout" => {
                let seconds = value.parse().map_err(|_| format!("not a number of seconds: {value}"))?;
                self.time_limit = Some(Duration::from_secs(seconds));
            }
            "real time" => self.real_time = Some(value.into()),
            "skip" => self.skip = Some(value.into()),
            "skip cpython" => self.skip_cpython = Some(value.into()),
            _ => {}
        }
        Ok(())
    }

    fn expectation(&mut self, rest: &str) -> Result<(), String> {
        let (kind, text) = rest.split_once(':').ok_or("an expectation needs a colon")?;
        let text = text.strip_prefix(' ').unwrap_or(text).trim_end();
        match kind.trim() {
            "" => self.stdout.line(text),
            "match" => self.stdout.pattern(text),
            "sorted" => self.stdout.unordered(text),
            "some" => self.stdout.somewhere(text),
            "stderr" => self.stderr.line(text),
            "stderr match" => self.stderr.pattern(text),
            "stderr sorted" => self.stderr.unordered(text),
            "stderr some" => self.stderr.somewhere(text),
            "error" => self.error = Some(text.into()),
            other => return Err(format!("no such expectation: {other}")),
        }
        Ok(())
    }

    /// The exit status to expect: an uncaught error means 1.
    pub fn status(&self) -> i32 {
        self.exit.unwrap_or(i32::from(self.error.is_some()))
    }

    pub fn time_limit(&self) -> Duration {
        self.time_limit.unwrap_or(TIME_LIMIT)
    }

    /// Whether only gilscope can run this.
    pub fn only_gilscope(&self) -> bool {
        self.skip_cpython.is_some() || self.command.is_some() || !self.flags.is_empty()
    }
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(String::from).collect()
}
