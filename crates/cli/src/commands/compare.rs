//! `gilscope compare`: how long a script takes under several models and numbers of cores, in simulations.

use super::trace::look;
use crate::compare_args::CompareArgs;
use crate::{exit, output};
use gilscope_analysis::{Phase, Summary, Summing};
use gilscope_engine::simulated::{Ending, Settings, Simulation};
use gilscope_engine::{Config, Loaded, Program};
use gilscope_gil::{GilModel, Locks, Trigger};
use gilscope_trace::{Event, Sink};
use gilscope_view::{CompareRow, Comparison};
use parking_lot::Mutex;
use std::fs;
use std::sync::Arc;

/// Of the work, so much must be waiting for it to be called so; and so little for it to be called computing.
const WAITING: f64 = 0.8;
const COMPUTING: f64 = 0.2;

/// Adds a simulation up.
#[derive(Default)]
struct Sums(Mutex<Summing>);

impl Sink for Sums {
    fn record(&self, event: &Event) {
        self.0.lock().observe(event);
    }
}

/// Compares; says with which status to exit.
pub(crate) fn run(args: &CompareArgs) -> i32 {
    let program = Program::File(args.program.path());
    let loaded = match gilscope_engine::load(&program) {
        Ok(loaded) => loaded,
        Err(error) => return output::fail_to_load(&error),
    };
    let mut base = Config::new(program, args.program.argv());
    base.switch_interval = args.switch_interval;
    match compare(args, &base, &loaded) {
        Ok(comparison) => show(args, &comparison),
        Err(message) => {
            output::complain(&message);
            exit::FAILURE
        }
    }
}

fn show(args: &CompareArgs, comparison: &Comparison) -> i32 {
    if let Some(path) = &args.svg
        && let Err(error) = fs::write(path, comparison.svg())
    {
        output::complain(&format_args!("cannot write {}: {error}", path.display()));
        return exit::FAILURE;
    }
    output::print(&comparison.text(&look(&args.look, true)))
}

fn compare(args: &CompareArgs, base: &Config, loaded: &Loaded) -> Result<Comparison, String> {
    let reference = simulate(base, loaded, &GilModel::PY3_13, 1, args)?;
    let time = reference.time();
    let away = time[Phase::Sleep] + time[Phase::Io];
    let sequential = time[Phase::Holding] + away;
    let mut rows = Vec::new();
    for model in &args.models {
        for &cpus in &args.cpus {
            let summary = simulate(base, loaded, model, cpus, args)?;
            rows.push(CompareRow::new(model.name, cpus, &summary));
        }
    }
    let script = args.program.argv().into_iter().next().unwrap_or_default();
    let mut comparison =
        Comparison { script, baseline: Some(("in sequence".to_owned(), sequential)), rows, explanation: String::new() };
    let share = away.as_secs_f64() / sequential.as_secs_f64().max(1e-9);
    comparison.explanation = explain(&comparison, &args.models, share);
    Ok(comparison)
}

fn simulate(
    base: &Config,
    loaded: &Loaded,
    model: &GilModel,
    cpus: u32,
    args: &CompareArgs,
) -> Result<Summary, String> {
    let costs = args.costs.clone().unwrap_or_default();
    let settings = Settings { seed: args.seed, cpus, costs, ..Settings::default() };
    let config = Config { model: *model, ..base.clone() };
    let sums = Arc::new(Sums::default());
    let mut simulation =
        Simulation::new(&config, sums.clone(), settings, loaded.clone()).map_err(|error| error.to_string())?;
    match simulation.run() {
        Ending::Exited { status: 0 } => Ok(std::mem::take(&mut *sums.0.lock()).finish()),
        Ending::Exited { status } => {
            let last = simulation.output().last().map(|piece| String::from_utf8_lossy(&piece.bytes).into_owned());
            let last = last.unwrap_or_default();
            Err(format!("under {} on {cpus}, the script ends with status {status}:\n{}", model.name, last.trim_end()))
        }
        _ => {
            let report = simulation.report().unwrap_or_default();
            Err(format!("under {} on {cpus}: {}", model.name, report.trim_end()))
        }
    }
}

/// What is to be learned, in a sentence or two. `away` is the part of the work that is sleeping and I/O.
fn explain(comparison: &Comparison, models: &[GilModel], away: f64) -> String {
    let widest = |wanted: &dyn Fn(&GilModel) -> bool| {
        let model = models.iter().rev().find(|model| wanted(model))?;
        let rows = comparison.rows.iter().filter(|row| row.model == model.name);
        rows.max_by_key(|row| row.cpus).map(|row| (row.cpus, comparison.ratio(row)))
    };
    let with = widest(&|model| model.locks == Locks::One && model.trigger == Trigger::Interval);
    let without = widest(&|model| model.locks != Locks::One);
    let mut text = match (with, without) {
        (Some((cores, with)), Some((_, without))) if away < COMPUTING => format!(
            "The threads compute, and under a GIL only one of them does at a time: ×{with:.2} on {}; without it, \
             ×{without:.2}.",
            of_cores(cores)
        ),
        (Some((cores, with)), Some((_, without))) if away < WAITING => format!(
            "{:.0} % of the work is sleeping and I/O, which overlap under every model; the rest is computing, which \
             overlaps only without a GIL: ×{with:.2} with it on {}, ×{without:.2} without.",
            away * 100.0,
            of_cores(cores)
        ),
        _ if away >= WAITING => "The threads mostly sleep or wait for I/O, and a thread that waits does not hold the \
                                 GIL: threads help under every model."
            .to_owned(),
        _ => String::new(),
    };
    text.push_str(&old_gil(comparison));
    text
}

/// The old GIL on several cores against the same on one.
fn old_gil(comparison: &Comparison) -> String {
    let rows = || comparison.rows.iter().filter(|row| row.model == GilModel::PY2_7.name);
    let one = rows().find(|row| row.cpus == 1);
    let most = rows().max_by(|a, b| a.total.cmp(&b.total));
    match (one, most) {
        (Some(one), Some(most)) if most.total > one.total + one.total / 4 => format!(
            " The old GIL is slowed down by a second core, because threads fight for it at every of its many releases: \
             ×{:.2} on one, ×{:.2} on {}.",
            comparison.ratio(one),
            comparison.ratio(most),
            most.cpus
        ),
        _ => String::new(),
    }
}

fn of_cores(cores: u32) -> String {
    if cores == 1 { "one core".to_owned() } else { format!("{cores} cores") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn row(model: &str, cpus: u32, milliseconds: u64) -> CompareRow {
        CompareRow {
            model: model.to_owned(),
            cpus,
            total: Duration::from_millis(milliseconds),
            held: Duration::ZERO,
            waited: Duration::ZERO,
            blocked: Duration::ZERO,
            slept: Duration::ZERO,
            io: Duration::ZERO,
            switches: 0,
        }
    }

    #[test]
    fn the_explanation_fits_the_figures() {
        let models = [GilModel::PY2_7, GilModel::PY3_13, GilModel::FREE_THREADED];
        let rows =
            vec![row("py2.7", 1, 1000), row("py2.7", 2, 2500), row("py3.13", 2, 1010), row("free-threaded", 2, 510)];
        let baseline = Some(("in sequence".to_owned(), Duration::from_secs(1)));
        let comparison = Comparison { script: "s.py".into(), baseline, rows, explanation: String::new() };
        let text = explain(&comparison, &models, 0.0);
        assert!(text.starts_with("The threads compute"), "{text}");
        assert!(text.contains("×1.01 on 2 cores; without it, ×0.51"), "{text}");
        assert!(text.contains("×1.00 on one, ×2.50 on 2"), "{text}");
        assert!(explain(&comparison, &models, 0.9).starts_with("The threads mostly sleep"));
    }
}
