//! What gilscope wants to reach, and what was measured: one table.

use std::fmt::Write;

use crate::alone::Figure;
use crate::program::Group;
use crate::report::Row;

/// What was measured.
pub struct Measured<'a> {
    pub rows: &'a [Row],
    pub alone: &'a [Figure],
}

/// Which of two figures is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Better {
    More,
    Less,
}

use Better::{Less, More};

/// What to reach, in which unit, the goal, the least that will do, and how it follows from what was measured.
type Goal = (&'static str, &'static str, Better, f64, f64, fn(&Measured<'_>) -> Option<f64>);

/// Four programs that are watched one by one.
const KERNELS: [&str; 4] = ["fib", "methods", "generators", "exceptions"];

const GOALS: &[Goal] = &[
    ("one thread: geometric mean", "×", More, 2.2, 1.7, |m| m.mean(Group::Single)),
    ("one thread: the worst", "×", More, 1.2, 1.0, |m| m.worst(Group::Single)),
    ("fib, methods, generators, exceptions: the worst", "×", More, 1.6, 1.2, |m| least(KERNELS.map(|k| m.ratio(k)))),
    ("threads: geometric mean", "×", More, 1.5, 1.0, |m| m.mean(Group::Threads)),
    ("threads: the worst", "×", More, 1.0, 1.0, |m| m.worst(Group::Threads)),
    ("CPU-bound threads ÷ in sequence, processor time", "", Less, 1.03, 1.05, |m| {
        Some(m.row("cpu_in_threads")?.gilscope.min_cpu() / m.row("cpu_in_sequence")?.gilscope.min_cpu())
    }),
    ("hand-over by lock, Event, Queue ÷ CPython's", "", Less, 0.3, 0.8, |m| {
        most(["hand_over_lock.median_us", "hand_over_event.median_us", "hand_over_queue.median_us"].map(|n| m.share(n)))
    }),
    ("free lock, by itself and in `with` ÷ CPython's", "", Less, 0.4, 0.5, |m| {
        most(["uncontended_lock.acquire_release_ns", "uncontended_lock.with_ns"].map(|n| m.share(n)))
    }),
    ("start and join a thread ÷ CPython's", "", Less, 0.5, 0.8, |m| m.share("start_join.median_us")),
    ("5,000 blocked threads", "MiB", Less, 50.0, 90.0, |m| m.ours("blocked_threads.mib")),
    ("their starting and ending ÷ CPython's", "", Less, 0.2, 0.5, |m| m.share("blocked_threads.seconds")),
    ("fair: sleeper beside one thread, median", "ms", Less, 0.15, 0.5, |m| {
        m.ours("late_sleeper_fair.beside_1_median_ms")
    }),
    ("fair: sleeper beside four, median", "ms", Less, 0.2, 1.0, |m| m.ours("late_sleeper_fair.beside_4_median_ms")),
    ("fair: sleeper beside four, 99th percentile", "ms", Less, 1.0, 10.0, |m| {
        m.ours("late_sleeper_fair.beside_4_p99_ms")
    }),
    ("fair: CPU-bound speed ÷ usual", "", More, 0.95, 0.95, |m| {
        Some(m.ours("late_sleeper.beside_4_ns_per_round")? / m.ours("late_sleeper_fair.beside_4_ns_per_round")?)
    }),
    ("start-up of an empty script: more than `true`", "ms", Less, 3.0, 5.0, |m| {
        Some(m.ours("empty")? - m.figure("start.true_ms")?)
    }),
    ("start-up with four modules: more than `true`", "ms", Less, 6.0, 12.0, |m| {
        Some(m.ours("imports")? - m.figure("start.true_ms")?)
    }),
    ("start-up: the worse of the two", "×", More, 4.0, 2.0, |m| least([m.ratio("empty"), m.ratio("imports")])),
    ("memory of an empty script ÷ CPython's", "", Less, 0.999, 1.0, |m| m.peak_share("empty")),
    ("memory of a blocked thread ÷ CPython's", "", Less, 0.999, 1.0, |m| m.share("blocked_threads.kib_each")),
    ("memory of a small instance ÷ CPython's", "", Less, 0.999, 1.0, |m| m.share("instance_memory.bytes_each")),
    ("parse and compile", "lines/s", More, 300_000.0, 150_000.0, |m| Some(1e9 / m.ours("compile_lines.ns_per_line")?)),
    ("explore: two threads, three increments each", "runs/s", More, 500_000.0, 200_000.0, |m| {
        m.figure("explore.executions_a_second")
    }),
    ("the same with a choice at every instruction", "runs/s", More, 500_000.0, 200_000.0, |m| {
        m.figure("explore.every_1_executions_a_second")
    }),
    ("simulation: speed of CPU-bound threads ÷ in real time", "", More, 0.5, 0.5, |m| m.figure("simulation.speed")),
    ("simulation: switches, one after each instruction", "/s", More, 5e6, 5e6, |m| {
        m.figure("simulation.switches_a_second")
    }),
    ("recording at level `switches`", "%", Less, 3.0, 5.0, |m| m.figure("recording.percent")),
];

impl Measured<'_> {
    fn row(&self, name: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.name == name && row.failure.is_none())
    }

    fn of(&self, group: Group) -> impl Iterator<Item = f64> {
        self.rows.iter().filter(move |row| row.group == group && row.failure.is_none()).map(Row::ratio)
    }

    fn mean(&self, group: Group) -> Option<f64> {
        let logs: Vec<f64> = self.of(group).map(f64::ln).collect();
        (!logs.is_empty()).then(|| (logs.iter().sum::<f64>() / logs.len() as f64).exp())
    }

    fn worst(&self, group: Group) -> Option<f64> {
        self.of(group).reduce(f64::min)
    }

    fn ratio(&self, name: &str) -> Option<f64> {
        self.row(name).map(Row::ratio)
    }

    /// Ours divided by CPython's.
    fn share(&self, name: &str) -> Option<f64> {
        self.ratio(name).map(f64::recip)
    }

    fn peak_share(&self, name: &str) -> Option<f64> {
        self.row(name).map(|row| row.gilscope.peak() / row.cpython.peak())
    }

    fn ours(&self, name: &str) -> Option<f64> {
        self.row(name).map(|row| row.gilscope.min())
    }

    fn figure(&self, name: &str) -> Option<f64> {
        self.alone.iter().find(|figure| figure.name == name).map(|figure| figure.value)
    }

    /// The table, with a row for each goal of which all was measured.
    pub fn table(&self) -> String {
        let mut text = String::new();
        for (what, unit, better, goal, floor, value) in GOALS {
            let Some(value) = value(self) else { continue };
            let _ = writeln!(
                text,
                "{what:<54} {:>10} {:>10} {:>12} {unit:<8} {}",
                digits(*goal),
                digits(*floor),
                digits(value),
                verdict(*better, value, *goal, *floor)
            );
        }
        if text.is_empty() {
            return text;
        }
        format!("\n{:<54} {:>10} {:>10} {:>12} {:<8} ok\n{text}", "what", "goal", "at least", "measured", "")
    }
}

fn verdict(better: Better, value: f64, goal: f64, floor: f64) -> &'static str {
    let reaches = |limit: f64| if better == More { value >= limit } else { value <= limit };
    match (reaches(goal), reaches(floor)) {
        (true, _) => "goal",
        (false, true) => "ok",
        (false, false) => "no",
    }
}

/// Three digits, or whole numbers.
fn digits(value: f64) -> String {
    match value.abs() {
        0.0..10.0 => format!("{value:.2}"),
        10.0..1000.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}

/// The least, if all were measured.
fn least<const N: usize>(values: [Option<f64>; N]) -> Option<f64> {
    values.into_iter().try_fold(f64::INFINITY, |least, value| Some(least.min(value?)))
}

/// The most, if all were measured.
fn most<const N: usize>(values: [Option<f64>; N]) -> Option<f64> {
    values.into_iter().try_fold(0.0, |most: f64, value| Some(most.max(value?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goals_are_reached_from_the_better_side() {
        assert_eq!(verdict(More, 2.3, 2.2, 1.7), "goal");
        assert_eq!(verdict(More, 1.8, 2.2, 1.7), "ok");
        assert_eq!(verdict(Less, 4.0, 3.0, 5.0), "ok");
        assert_eq!(verdict(Less, 6.0, 3.0, 5.0), "no");
    }

    #[test]
    fn only_what_was_measured_is_judged() {
        let alone = [Figure { name: "recording.percent", value: 2.0, about: String::new() }];
        let table = Measured { rows: &[], alone: &alone }.table();
        assert_eq!(table.lines().count(), 3, "{table}");
        assert!(table.contains("recording at level `switches`") && table.trim_end().ends_with("goal"), "{table}");
        assert_eq!(Measured { rows: &[], alone: &[] }.table(), "");
    }
}
