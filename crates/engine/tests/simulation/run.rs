//! Runs a script in a simulation.

use gilscope_engine::simulated::{Ending, Settings, Simulation};
use gilscope_engine::{Config, Loaded, Program};
use gilscope_gil::GilModel;
use gilscope_trace::{Event, NullSink, Stream};
use std::sync::Arc;

/// What is left of a simulation.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub ending: Ending,
    pub output: String,
    pub errors: String,
    pub events: Vec<Event>,
    pub report: Option<String>,
    /// Virtual seconds.
    pub took: f64,
    pub picks: Vec<u32>,
}

pub fn model(name: &str) -> GilModel {
    name.parse().expect("a model")
}

pub fn prepare(script: &str, model: GilModel, settings: Settings) -> Simulation {
    let mut config = Config::new(Program::Code(script.to_owned()), vec!["-c".to_owned()]);
    config.model = model;
    let loaded = Loaded {
        text: script.to_owned(),
        filename: "script.py".to_owned(),
        file: None,
        import_dir: "/nonexistent".to_owned(),
    };
    Simulation::new(&config, Arc::new(NullSink), settings, loaded).expect("a policy")
}

pub fn finish(mut simulation: Simulation) -> Run {
    let ending = simulation.run();
    let text = |stream| {
        let pieces = simulation.output().iter().filter(|piece| piece.stream == stream);
        pieces.map(|piece| String::from_utf8_lossy(&piece.bytes).into_owned()).collect::<String>()
    };
    let (output, errors) = (text(Stream::Output), text(Stream::Error));
    Run {
        ending,
        output,
        errors,
        report: simulation.report(),
        took: simulation.now().0 as f64 * 1e-9,
        picks: simulation.picks().iter().map(|thread| thread.0).collect(),
        events: simulation.take_events(),
    }
}

pub fn run(script: &str, model: GilModel, settings: Settings) -> Run {
    finish(prepare(script, model, settings))
}

/// The first number in the output of a script that must end well.
pub fn number(script: &str, model: GilModel, settings: Settings) -> f64 {
    let run = run(script, model, settings);
    assert_eq!(run.ending, Ending::Exited { status: 0 }, "{}{:?}", run.errors, run.report);
    run.output.split_whitespace().next().and_then(|word| word.parse().ok()).expect("a number")
}
