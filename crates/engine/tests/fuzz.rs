//! Scripts that call everything with everything, from several threads: the machine survives, collects at any moment, and does
//! the same each time.

use gilscope_engine::simulated::{Ending, Settings, Simulation};
use gilscope_engine::{Config, Loaded, Program};
use gilscope_gil::GilModel;
use gilscope_trace::NullSink;
use std::sync::Arc;

const SCRIPT: &str = include_str!("fuzz/hostile_calls.py");

/// How many executions there are, if `GILSCOPE_FUZZ` does not say.
const RUNS: u64 = 24;

/// Calls in each of the three threads; and where each costs a collection or more.
const CALLS: u64 = 250;
const CALLS_COLLECTING: u64 = 40;

fn runs() -> u64 {
    #[expect(clippy::disallowed_methods, reason = "how long to search is no part of an execution")]
    std::env::var("GILSCOPE_FUZZ").ok().and_then(|number| number.parse().ok()).unwrap_or(RUNS)
}

fn simulation(run: u64, calls: u64) -> Simulation {
    let arguments = ["-c".to_owned(), run.to_string(), calls.to_string()];
    let mut config = Config::new(Program::Code(SCRIPT.to_owned()), arguments.to_vec());
    let models = GilModel::PRESETS;
    config.model = models[run as usize % models.len()];
    let policy = if run.is_multiple_of(3) { "random:5" } else { "os" };
    let settings =
        Settings { seed: run, policy: policy.to_owned(), step_limit: Some(2_000_000), ..Settings::default() };
    let loaded = Loaded {
        text: SCRIPT.to_owned(),
        filename: "hostile_calls.py".to_owned(),
        file: None,
        import_dir: "/nonexistent".to_owned(),
    };
    Simulation::new(&config, Arc::new(NullSink), settings, loaded).expect("a policy")
}

fn finish(mut simulation: Simulation) -> (Ending, u64, Vec<u8>) {
    let ending = simulation.run();
    let written = simulation.output().iter().flat_map(|piece| piece.bytes.to_vec()).collect();
    (ending, simulation.steps(), written)
}

#[test]
fn hostile_calls_do_no_harm_and_are_the_same_each_time() {
    for run in 0..runs() {
        let (first, second) = (finish(simulation(run, CALLS)), finish(simulation(run, CALLS)));
        assert_eq!((&first.0, first.1), (&second.0, second.1), "run {run}");
        assert_eq!(String::from_utf8_lossy(&first.2), String::from_utf8_lossy(&second.2), "run {run}");
    }
}

/// What is found dead too early shows at once. (Addresses differ from those of an execution that collects more rarely, and
/// with them the order of sets.)
#[test]
fn hostile_calls_do_no_harm_while_memory_is_always_collected() {
    for run in 0..runs().div_ceil(5) {
        let mut collecting = simulation(run, CALLS_COLLECTING);
        collecting.collect_always();
        finish(collecting);
    }
}
