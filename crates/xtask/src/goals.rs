//! What gilscope wants to reach, and what was measured: one table.

use std::fmt::Write;

use crate::alone::Figure;
use crate::program::Group;
use crate::report::Row;
use crate::series::By::{self, Best, Median};

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

/// One line of the table.
struct Goal {
    what: &'static str,
    unit: &'static str,
    better: Better,
    /// What is wanted.
    goal: Option<f64>,
    /// The least that will do.
    floor: Option<f64>,
    /// The rows that it follows from.
    from: &'static str,
    value: fn(&Measured<'_>, By) -> Option<f64>,
}

/// So that a line of the table is a line here.
const fn goal(
    what: &'static str,
    (unit, better, goal, floor): (&'static str, Better, Option<f64>, Option<f64>),
    from: &'static str,
    value: fn(&Measured<'_>, By) -> Option<f64>,
) -> Goal {
    Goal { what, unit, better, goal, floor, from, value }
}

/// What each of these has to reach. *Below* CPython's memory is a goal, *equal* the floor.
const KERNEL: (&str, Better, Option<f64>, Option<f64>) = ("×", More, Some(1.6), Some(1.2));
const HAND_OVER: (&str, Better, Option<f64>, Option<f64>) = ("", Less, Some(0.3), Some(0.8));
const FREE_LOCK: (&str, Better, Option<f64>, Option<f64>) = ("", Less, Some(0.4), Some(0.5));
const SEQUENCE: (&str, Better, Option<f64>, Option<f64>) = ("", Less, Some(1.03), Some(1.05));
const START_UP: (&str, Better, Option<f64>, Option<f64>) = ("×", More, Some(4.0), Some(2.0));
const MEMORY: (&str, Better, Option<f64>, Option<f64>) = ("", Less, Some(0.999), Some(1.0));

const GOALS: &[Goal] = &[
    goal("one thread: geometric mean", ("×", More, Some(2.2), Some(1.7)), "single", |m, by| m.mean(Group::Single, by)),
    goal("one thread: the worst", ("×", More, Some(1.2), Some(1.0)), "single", |m, by| m.worst(Group::Single, by)),
    goal("recursive calls", KERNEL, "single/fib", |m, by| m.ratio("fib", by)),
    goal("method calls", KERNEL, "single/methods", |m, by| m.ratio("methods", by)),
    goal("generators", KERNEL, "single/generators", |m, by| m.ratio("generators", by)),
    goal("exceptions", KERNEL, "single/exceptions", |m, by| m.ratio("exceptions", by)),
    goal("threads: geometric mean", ("×", More, Some(1.5), None), "threads", |m, by| m.mean(Group::Threads, by)),
    goal("threads: the worst", ("×", More, None, Some(1.0)), "threads", |m, by| m.worst(Group::Threads, by)),
    goal("CPU-bound threads ÷ in sequence", SEQUENCE, "threads/cpu_in_threads, …_sequence", |m, by| {
        Some(m.row("cpu_in_threads")?.gilscope.of(by) / m.row("cpu_in_sequence")?.gilscope.of(by))
    }),
    goal("the same, processor time", SEQUENCE, "threads/cpu_in_threads, …_sequence", |m, by| {
        Some(m.row("cpu_in_threads")?.gilscope.cpu(by) / m.row("cpu_in_sequence")?.gilscope.cpu(by))
    }),
    goal("hand-over by a bare lock ÷ CPython's", HAND_OVER, "probes/hand_over_lock.median_us", |m, by| {
        m.share("hand_over_lock.median_us", by)
    }),
    goal("hand-over by an Event ÷ CPython's", HAND_OVER, "probes/hand_over_event.median_us", |m, by| {
        m.share("hand_over_event.median_us", by)
    }),
    goal("hand-over by a Queue ÷ CPython's", HAND_OVER, "probes/hand_over_queue.median_us", |m, by| {
        m.share("hand_over_queue.median_us", by)
    }),
    goal(
        "free lock: acquire, release ÷ CPython's",
        FREE_LOCK,
        "probes/uncontended_lock.acquire_release_ns",
        |m, by| m.share("uncontended_lock.acquire_release_ns", by),
    ),
    goal("free lock: with ÷ CPython's", FREE_LOCK, "probes/uncontended_lock.with_ns", |m, by| {
        m.share("uncontended_lock.with_ns", by)
    }),
    goal(
        "start and join one thread ÷ CPython's",
        ("", Less, Some(0.5), Some(0.8)),
        "probes/start_join.median_us",
        |m, by| m.share("start_join.median_us", by),
    ),
    goal("5,000 blocked threads", ("MiB", Less, Some(50.0), Some(90.0)), "probes/blocked_threads.mib", |m, by| {
        m.ours("blocked_threads.mib", by)
    }),
    goal(
        "their start and end ÷ CPython's",
        ("", Less, Some(0.2), Some(0.5)),
        "probes/blocked_threads.seconds",
        |m, by| m.share("blocked_threads.seconds", by),
    ),
    goal(
        "fair: lateness beside one, median",
        ("ms", Less, Some(0.15), Some(0.5)),
        "probes/late_sleeper_fair.beside_1_median_ms",
        |m, by| m.ours("late_sleeper_fair.beside_1_median_ms", by),
    ),
    goal(
        "fair: lateness beside four, median",
        ("ms", Less, Some(0.2), Some(1.0)),
        "probes/late_sleeper_fair.beside_4_median_ms",
        |m, by| m.ours("late_sleeper_fair.beside_4_median_ms", by),
    ),
    goal(
        "fair: lateness beside four, p99",
        ("ms", Less, Some(1.0), Some(10.0)),
        "probes/late_sleeper_fair.beside_4_p99_ms",
        |m, by| m.ours("late_sleeper_fair.beside_4_p99_ms", by),
    ),
    goal(
        "fair: speed of CPU-bound threads ÷ py3.13",
        ("", More, Some(0.95), None),
        "probes/late_sleeper{,_fair}.beside_4_ns_per_round",
        |m, by| {
            let [usual, fair] = ["late_sleeper.beside_4_ns_per_round", "late_sleeper_fair.beside_4_ns_per_round"];
            Some(m.ours(usual, by)? / m.ours(fair, by)?)
        },
    ),
    goal(
        "start-up, empty script: more than `true`",
        ("ms", Less, Some(3.0), None),
        "startup/empty, alone/start.true_ms",
        |m, by| Some(m.ours("empty", by)? - m.figure("start.true_ms", by)?),
    ),
    goal(
        "start-up, four imports: more than `true`",
        ("ms", Less, Some(6.0), None),
        "startup/imports, alone/start.true_ms",
        |m, by| Some(m.ours("imports", by)? - m.figure("start.true_ms", by)?),
    ),
    goal("start-up, empty script", START_UP, "startup/empty", |m, by| m.ratio("empty", by)),
    goal("start-up, four imports", START_UP, "startup/imports", |m, by| m.ratio("imports", by)),
    goal("memory of an empty script ÷ CPython's", MEMORY, "startup/empty, peak", |m, _| m.peak_share("empty")),
    goal("memory of a sleeping thread ÷ CPython's", MEMORY, "probes/blocked_threads.kib_each", |m, by| {
        m.share("blocked_threads.kib_each", by)
    }),
    goal("memory of a small instance ÷ CPython's", MEMORY, "probes/instance_memory.bytes_each", |m, by| {
        m.share("instance_memory.bytes_each", by)
    }),
    goal(
        "parse and compile",
        ("lines/s", More, Some(300_000.0), Some(150_000.0)),
        "probes/compile_lines.ns_per_line",
        |m, by| Some(1e9 / m.ours("compile_lines.ns_per_line", by)?),
    ),
    goal(
        "explore: two threads, three increments each",
        ("runs/s", More, Some(500_000.0), Some(200_000.0)),
        "alone/explore.executions_a_second",
        |m, by| m.figure("explore.executions_a_second", by),
    ),
    goal(
        "the same, a choice at every instruction",
        ("runs/s", More, None, None),
        "alone/explore.every_1_executions_a_second",
        |m, by| m.figure("explore.every_1_executions_a_second", by),
    ),
    goal(
        "simulation: speed of CPU-bound threads ÷ real",
        ("", More, Some(0.5), None),
        "alone/simulation.speed",
        |m, by| m.figure("simulation.speed", by),
    ),
    goal(
        "simulation: switches, one each instruction",
        ("/s", More, Some(5e6), None),
        "alone/simulation.switches_a_second",
        |m, by| m.figure("simulation.switches_a_second", by),
    ),
    goal("recording at level `switches`", ("%", Less, Some(3.0), Some(5.0)), "alone/recording.percent", |m, by| {
        m.figure("recording.percent", by)
    }),
];

impl Measured<'_> {
    fn row(&self, name: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.name == name && row.failure.is_none())
    }

    fn of(&self, group: Group, by: By) -> impl Iterator<Item = f64> {
        self.rows.iter().filter(move |row| row.group == group && row.failure.is_none()).map(move |row| row.ratio(by))
    }

    fn mean(&self, group: Group, by: By) -> Option<f64> {
        let logs: Vec<f64> = self.of(group, by).map(f64::ln).collect();
        (!logs.is_empty()).then(|| (logs.iter().sum::<f64>() / logs.len() as f64).exp())
    }

    fn worst(&self, group: Group, by: By) -> Option<f64> {
        self.of(group, by).reduce(f64::min)
    }

    fn ratio(&self, name: &str, by: By) -> Option<f64> {
        self.row(name).map(|row| row.ratio(by))
    }

    /// Ours divided by CPython's.
    fn share(&self, name: &str, by: By) -> Option<f64> {
        self.ratio(name, by).map(f64::recip)
    }

    fn peak_share(&self, name: &str) -> Option<f64> {
        self.row(name).map(|row| row.gilscope.peak() / row.cpython.peak())
    }

    fn ours(&self, name: &str, by: By) -> Option<f64> {
        self.row(name).map(|row| row.gilscope.of(by))
    }

    fn figure(&self, name: &str, by: By) -> Option<f64> {
        self.alone.iter().find(|figure| figure.name == name).map(|figure| figure.value(by))
    }

    /// The table, with a row for each goal of which all was measured.
    pub fn table(&self) -> String {
        let rows: String = GOALS.iter().filter_map(|goal| self.line(goal)).collect();
        if rows.is_empty() {
            return rows;
        }
        let mut text: String =
            "\nby the best runs of both, and by their medians; goal: reached, ok: enough, no: not enough\n".into();
        let _ = writeln!(
            text,
            "{:<46} {:<7} {:>7} {:>8} {:>9} {:<4} {:>9} {:<4} from",
            "what", "", "goal", "at least", "best", "", "medians", ""
        );
        text + &rows
    }

    /// One line; nothing if something for it was not measured.
    fn line(&self, goal: &Goal) -> Option<String> {
        let mut text = format!("{:<46} {:<7} {:>7} {:>8}", goal.what, goal.unit, limit(goal.goal), limit(goal.floor));
        for by in [Best, Median] {
            let value = (goal.value)(self, by)?;
            let _ = write!(text, " {:>9} {:<4}", digits(value), goal.verdict(value));
        }
        let _ = writeln!(text, " {}", goal.from);
        Some(text)
    }
}

impl Goal {
    fn verdict(&self, value: f64) -> &'static str {
        let reaches = |limit: f64| if self.better == More { value >= limit } else { value <= limit };
        match (self.goal.map(reaches), self.floor.map(reaches)) {
            (None, None) => "",
            (Some(true), _) => "goal",
            (_, Some(true)) => "ok",
            _ => "no",
        }
    }
}

fn limit(limit: Option<f64>) -> String {
    limit.map_or_else(|| "–".into(), |limit| limit.to_string())
}

/// Three digits, or whole numbers.
fn digits(value: f64) -> String {
    match value.abs() {
        0.0..10.0 => format!("{value:.2}"),
        10.0..1000.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(better: Better, limits: (Option<f64>, Option<f64>), value: f64) -> &'static str {
        goal("", ("", better, limits.0, limits.1), "", |_, _| None).verdict(value)
    }

    #[test]
    fn goals_are_reached_from_the_better_side() {
        assert_eq!(verdict(More, (Some(2.2), Some(1.7)), 2.3), "goal");
        assert_eq!(verdict(More, (Some(2.2), Some(1.7)), 1.8), "ok");
        assert_eq!(verdict(Less, (Some(3.0), Some(5.0)), 4.0), "ok");
        assert_eq!(verdict(Less, (Some(3.0), Some(5.0)), 6.0), "no");
    }

    #[test]
    fn where_there_is_one_limit_it_alone_counts() {
        assert_eq!(verdict(More, (Some(0.95), None), 0.94), "no");
        assert_eq!(verdict(More, (None, Some(1.0)), 1.1), "ok");
        assert_eq!(verdict(More, (None, None), 1.1), "");
    }

    #[test]
    fn only_what_was_measured_is_judged() {
        let alone = [Figure::made_up("recording.percent", 2.0)];
        let table = Measured { rows: &[], alone: &alone }.table();
        let line = table.lines().last().unwrap_or_default();
        assert_eq!(table.lines().count(), 4, "{table}");
        assert!(
            line.starts_with("recording at level `switches`") && line.ends_with("alone/recording.percent"),
            "{table}"
        );
        assert!(line.contains("2.00 goal"), "{table}");
        assert_eq!(Measured { rows: &[], alone: &[] }.table(), "");
    }
}
