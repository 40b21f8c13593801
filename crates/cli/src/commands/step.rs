//! `gilscope step`: goes through an execution step by step, in both directions.

use super::replay;
use crate::config::Plan;
use crate::recording::{Failure, Recording, is_trace};
use crate::simulation::{self, quoted};
use crate::step_args::StepArgs;
use crate::{exit, output};
use gilscope_engine::simulated::{Settings, Simulation};
use gilscope_engine::{Config, LoadError, Program};
use gilscope_gil::{GilModel, SwitchInterval};
use gilscope_sched::PolicyError;
use gilscope_trace::{Event, Header, Level, NullSink};
use gilscope_tui::{App, Command, Execution, Filed, Live, Palette};
use gilscope_vm::cost::Costs;
use std::io::{self, IsTerminal, Write};
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

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
    let path = args.program.path();
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
    if let Some(execution) = simulated_again(&recording.header, &events) {
        return Ok(Box::new(execution));
    }
    let file = args.program.path().display().to_string();
    Ok(Box::new(Filed::new(quoted(&file), recording.header, catalogue, events)))
}

/// The simulation that a trace is of, if its script is still there and does the same again.
fn simulated_again(header: &Header, events: &[Event]) -> Option<Live> {
    let facts = header.simulation.as_ref()?;
    let script = header.script.to_string();
    let mut config = Config::new(Program::File(script.clone().into()), vec![script]);
    config.model = match (NonZeroU32::new(header.ticks), header.model.parse()) {
        (_, Ok(model)) => model,
        (Some(ticks), Err(_)) => GilModel::every(ticks),
        (None, Err(_)) => return None,
    };
    config.switch_interval = Duration::from_nanos(header.interval);
    config.simulation = Some(Settings {
        seed: facts.seed,
        cpus: facts.cpus,
        policy: facts.policy.to_string(),
        wake_latency: Duration::from_nanos(facts.wake_latency),
        costs: Arc::new(Costs::from_code(&facts.costs).ok()?),
        ..Settings::default()
    });
    let mut execution = live(&config).ok()?;
    let is_same = execution.header().script_hash == header.script_hash && execution.repeats(events);
    is_same.then_some(execution)
}

fn simulated(args: &StepArgs, path: PathBuf) -> Result<Box<dyn Execution>, i32> {
    let program = if path == Path::new("-") { Program::Stdin } else { Program::File(path) };
    let arguments = args.program.argv();
    let config = match &args.schedule {
        Some(schedule) => replay::prepare(schedule, program, arguments).map_err(|failure| failure.report())?,
        None => Plan::new(program, arguments, &args.lock).config,
    };
    match live(&config) {
        Ok(execution) => Ok(Box::new(execution)),
        Err(Failed::Load(error)) => Err(output::fail_to_load(&error)),
        Err(Failed::Policy(error)) => {
            output::complain(&error);
            Err(exit::USAGE)
        }
    }
}

/// Why there is no simulation.
enum Failed {
    Load(LoadError),
    Policy(PolicyError),
}

fn live(config: &Config) -> Result<Live, Failed> {
    let settings = config.simulation.clone().unwrap_or_default();
    let settings = Settings { echo: false, keeps_events: true, work_limit: None, picks: Vec::new(), ..settings };
    let loaded = gilscope_engine::load(&config.program).map_err(Failed::Load)?;
    let header = gilscope_engine::header(config, &loaded, Level::Switches, Some(settings.facts()));
    let script = loaded.filename.clone();
    let simulation = Simulation::new(config, Arc::new(NullSink), settings, loaded).map_err(Failed::Policy)?;
    Ok(Live::new(simulation, header, config.arguments.clone(), &script, command(config)))
}

/// The command that opens the same execution again.
fn command(config: &Config) -> Command {
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
    if settings.costs != defaults.costs {
        options.push_str(&format!(" --costs {}", settings.costs.code()));
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
