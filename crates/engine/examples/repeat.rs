//! Simulates scripts under many seeds, each seed twice, and prints a digest of each execution: its trace and its output.
//!
//! `repeat SEEDS SCRIPT…`. `cargo xtask determinism` compares what builds of it print. Seeds go round the models, so that
//! with eight of them or more a script is run under each.
#![allow(clippy::print_stdout, reason = "it is a program")]

use gilscope_engine::simulated::{Settings, Simulation};
use gilscope_engine::{Config, Loaded, Program, header};
use gilscope_gil::GilModel;
use gilscope_trace::{Level, TraceWriter};
use sha2::{Digest, Sha256};
use std::error::Error;
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes that the writer of a trace and the one who reads them afterwards share.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What an execution leaves: the bytes of its trace and of its output, and how it ended.
#[derive(PartialEq)]
struct Execution {
    trace: Vec<u8>,
    output: Vec<u8>,
}

fn simulate(name: &str, text: &str, seed: u64, model: GilModel) -> Result<Execution, Box<dyn Error>> {
    let mut config = Config::new(Program::Embedded { name: name.to_owned(), text: text.to_owned() }, vec![name.into()]);
    config.model = model;
    let loaded = gilscope_engine::load(&config.program)?;
    let loaded = Loaded { import_dir: "/nonexistent".to_owned(), ..loaded };
    let settings = Settings { seed, ..Settings::default() };
    let bytes = Shared::default();
    let header = header(&config, &loaded, Level::Switches, Some(settings.facts()));
    let writer = Arc::new(TraceWriter::new(Box::new(bytes.clone()), &header)?);
    let mut simulation = Simulation::new(&config, writer.clone(), settings, loaded)?;
    let ending = simulation.run();
    writer.finish()?;
    let mut output = format!("{ending:?}\n{}\n", simulation.report().unwrap_or_default()).into_bytes();
    simulation.output().iter().for_each(|piece| output.extend_from_slice(&piece.bytes));
    let trace = std::mem::take(&mut *bytes.0.lock().unwrap_or_else(PoisonError::into_inner));
    Ok(Execution { trace, output })
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let seeds: u64 = arguments.next().ok_or("how many seeds?")?.parse()?;
    let mut out = io::stdout().lock();
    for path in arguments {
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        let name = Path::new(&path).file_name().unwrap_or_default().to_string_lossy().into_owned();
        for (seed, model) in (0..seeds).zip(GilModel::PRESETS.iter().cycle()) {
            let first = simulate(&name, &text, seed, *model)?;
            if first != simulate(&name, &text, seed, *model)? {
                return Err(format!("{name} under {}, seed {seed}: the second run is not the first", model.name).into());
            }
            writeln!(out, "{name} {seed} {} {} {}", model.name, digest(&first.trace), digest(&first.output))?;
        }
    }
    Ok(())
}
