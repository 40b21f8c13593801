//! `gilscope explore`: what can come of a script, and how often, when threads take turns in any order.

use crate::explore_args::ExploreArgs;
use crate::{exit, output, simulation};
use gilscope_engine::explore::{Explorer, Found, Outcomes};
use gilscope_engine::simulated::Ending;
use gilscope_engine::{Config, Program};
use std::fmt::Write;
use std::time::{Duration, Instant};

/// Of the output of an execution so many lines are shown.
const LINES: usize = 6;

/// Explores; says with which status to exit.
pub(crate) fn run(args: &ExploreArgs) -> i32 {
    let program = Program::File(args.program.path());
    let loaded = match gilscope_engine::load(&program) {
        Ok(loaded) => loaded,
        Err(error) => return output::fail_to_load(&error),
    };
    let mut config = Config::new(program, args.program.argv());
    config.model = args.model();
    let mut explorer = match Explorer::new(&config, &args.settings(), &loaded) {
        Ok(explorer) => explorer,
        Err(error) => {
            output::complain(&error);
            return exit::USAGE;
        }
    };
    #[expect(clippy::disallowed_methods, reason = "how fast it was is for the person who waits, and decides nothing")]
    let begin = Instant::now();
    let mut outcomes = Outcomes::default();
    let runs = args.runs.get();
    for seed in (0..runs).map(|run| args.seed.wrapping_add(run)) {
        outcomes.add(seed, explorer.run(seed));
    }
    let took = begin.elapsed();
    let status = output::print(&table(args, &outcomes.finish(), &simulation::words(&config)));
    output::remark(&speed(runs, took));
    status
}

fn speed(runs: u64, took: Duration) -> String {
    let seconds = took.as_secs_f64().max(1e-9);
    format!("{runs} executions in {seconds:.3} s: {:.0} a second\n", runs as f64 / seconds)
}

fn table(args: &ExploreArgs, outcomes: &[Found], words: &str) -> String {
    let runs = args.runs.get();
    let s = |count: usize| if count == 1 { "" } else { "s" };
    let mut text =
        format!("{runs} execution{} of {words}: {} outcome{}\n", s(runs as usize), outcomes.len(), s(outcomes.len()));
    for found in outcomes.iter().take(args.show) {
        let share = 100.0 * found.times as f64 / runs as f64;
        let _ = writeln!(text, "\n{:>8} {share:6.2} %  {}", found.times, ending(&found.ending));
        let written = [&found.output, &found.errors].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat();
        for line in shortened(&written) {
            let _ = writeln!(text, "{:19}{line}", "");
        }
        let is_limited = matches!(found.ending, Ending::WorkLimit { .. });
        let _ = writeln!(text, "{:19}$ {} {words}", "", args.command(found.first_seed, is_limited));
    }
    let hidden = outcomes.len().saturating_sub(args.show);
    if hidden > 0 {
        let times: u64 = outcomes.iter().skip(args.show).map(|found| found.times).sum();
        let _ = writeln!(text, "\n{times:>8} in {hidden} more outcome{}: see --show", s(hidden));
    }
    text
}

fn ending(ending: &Ending) -> String {
    match ending {
        Ending::Exited { status: 0 } => "exits".to_owned(),
        Ending::Exited { status } => format!("exits with status {status}"),
        Ending::Deadlocked => "deadlock".to_owned(),
        Ending::WorkLimit { .. } | Ending::StepLimit { .. } | Ending::OverLimit(_) => {
            "does not come to an end".to_owned()
        }
        Ending::Diverged(_) => "diverges".to_owned(),
    }
}

/// The first lines and the last ones, if there are many.
fn shortened(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = text.lines().collect();
    if lines.len() <= LINES {
        return lines;
    }
    let (first, last) = (&lines[..LINES / 2], &lines[lines.len() - (LINES - LINES / 2 - 1)..]);
    first.iter().chain(&["…"]).chain(last).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_output_keeps_its_ends() {
        assert_eq!(shortened("a\nb\n"), ["a", "b"]);
        assert_eq!(shortened("1\n2\n3\n4\n5\n6\n7\n8\n"), ["1", "2", "3", "…", "7", "8"]);
    }
}
