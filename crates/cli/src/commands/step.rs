//! `gilscope step`: goes through an execution step by step, in both directions.

use super::replay;
use crate::config::{self, Plan};
use crate::recording::{Failure, Recording, is_trace};
use crate::simulation::{self, quoted};
use crate::step_args::StepArgs;
use crate::{exit, output};
use gilscope_engine::simulated::{Settings, Simulation};
use gilscope_engine::{Config, Program};
use gilscope_gil::{GilModel, SwitchInterval};
use gilscope_trace::{Level, NullSink};
use gilscope_tui::{App, Command, Execution, Filed, Live, Palette};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Opens the stepper, or prints the steps; says with which status to exit.
pub(crate) fn run(args: &StepArgs) -> i32 {
    let has_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    if !args.plain && !has_terminal {
        output::complain(&"the stepper needs a terminal; --plain prints the steps as text");
        return exit::USAGE;
    }
    let execution = match open(args) {
        Ok(execution) => execution,
        Err(status) => return status,
    };
    let has_colour = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let mut app = App::new(execution, Palette { has_colour });
    if let Some(at) = args.at {
        app.open_at(at);
    }
    let shown = if args.plain { plain(args, &mut app) } else { interactive(args, &mut app) };
    match shown {
        Ok(()) => exit::SUCCESS,
        Err(error) => Failure::Output(error).report(),
    }
}

/// The trace that was given, or a simulation of the script.
fn open(args: &StepArgs) -> Result<Box<dyn Execution>, i32> {
    let path = args.program.first().map(PathBuf::from).unwrap_or_default();
    if is_trace(&path) { recorded(args) } else { simulated(args, path) }
}

fn recorded(args: &StepArgs) -> Result<Box<dyn Execution>, i32> {
    let recording = Recording::of(&args.program, &args.lock)?;
    let mut events = Vec::new();
    let replayed = recording.replay(|_, event| {
        events.push(event.clone());
        Ok(())
    });
    let catalogue = replayed.map_err(|failure| failure.report())?;
    let file = args.program.first().map(|file| file.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Box::new(Filed::new(quoted(&file), recording.header, catalogue, events)))
}

fn simulated(args: &StepArgs, path: PathBuf) -> Result<Box<dyn Execution>, i32> {
    let program = if path == Path::new("-") { Program::Stdin } else { Program::File(path) };
    let arguments = config::strings(&args.program);
    let config = match &args.schedule {
        Some(schedule) => replay::prepare(schedule, program, arguments).map_err(|failure| failure.report())?,
        None => Plan::new(program, arguments, &args.lock).config,
    };
    let settings = config.simulation.clone().unwrap_or_default();
    let settings = Settings { echo: false, keeps_events: true, work_limit: None, picks: Vec::new(), ..settings };
    let loaded = gilscope_engine::load(&config.program).map_err(|error| output::fail_to_load(&error))?;
    let header = gilscope_engine::header(&config, &loaded, Level::Switches, Some(settings.facts()));
    let command = command(args, &config);
    let script = loaded.filename.clone();
    let simulation = Simulation::new(&config, Arc::new(NullSink), settings, loaded).map_err(|error| {
        output::complain(&error);
        exit::USAGE
    })?;
    Ok(Box::new(Live::new(simulation, header, config.arguments, &script, command)))
}

/// The command that opens the same execution again.
fn command(args: &StepArgs, config: &Config) -> Command {
    let mut options = String::new();
    let defaults = Settings::default();
    let settings = config.simulation.as_ref().unwrap_or(&defaults);
    match (config.model.ticks(), config.model.name) {
        (Some(ticks), "every") => options.push_str(&format!(" --every {ticks}")),
        (_, name) if name != GilModel::default().name => options.push_str(&format!(" --model {name}")),
        _ => {}
    }
    if config.switch_interval != SwitchInterval::DEFAULT && config.model.name != "every" {
        options.push_str(&format!(" --switch-interval {}us", config.switch_interval.as_micros()));
    }
    if settings.seed != defaults.seed {
        options.push_str(&format!(" --seed {}", settings.seed));
    }
    if settings.cpus != defaults.cpus {
        options.push_str(&format!(" --cpus {}", settings.cpus));
    }
    if settings.policy != defaults.policy {
        options.push_str(&format!(" --policy {}", quoted(&settings.policy)));
    }
    if settings.wake_latency != defaults.wake_latency {
        options.push_str(&format!(" --wake-latency {}us", settings.wake_latency.as_micros()));
    }
    if args.schedule.is_some() && !settings.moves.is_empty() {
        let schedule = args.schedule.as_deref().unwrap_or_default();
        options = format!(" --schedule {}", quoted(schedule));
    }
    Command { options, program: simulation::words(config) }
}

fn plain(args: &StepArgs, app: &mut App) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    gilscope_tui::plain(app, args.by.into(), args.lines, &mut out)?;
    out.flush()
}

fn interactive(args: &StepArgs, app: &mut App) -> io::Result<()> {
    gilscope_tui::run(app, args.mouse)?;
    match app.last_copied() {
        Some(command) => writeln!(io::stdout(), "{command}"),
        None => Ok(()),
    }
}
