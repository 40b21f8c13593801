//! `gilscope step`: goes through an execution step by step, in both directions.

use crate::recording::{Failure, Recording};
use crate::step_args::StepArgs;
use crate::{exit, output};
use gilscope_tui::{App, Execution, Filed, Palette};
use std::io::{self, IsTerminal, Write};

/// Opens the stepper, or prints the steps; says with which status to exit.
pub(crate) fn run(args: &StepArgs) -> i32 {
    if !args.plain && !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        output::complain(&"the stepper needs a terminal; --plain prints the steps as text");
        return exit::USAGE;
    }
    let execution = match recorded(args) {
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

/// The trace that was given, or one of a run of the script.
fn recorded(args: &StepArgs) -> Result<Box<dyn Execution>, i32> {
    let recording = Recording::of(&args.program, &args.lock)?;
    let mut events = Vec::new();
    let replayed = recording.replay(|_, event| {
        events.push(event.clone());
        Ok(())
    });
    let catalogue = replayed.map_err(|failure| failure.report())?;
    let file = args.program.first().map(|file| file.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Box::new(Filed::new(file, recording.header, catalogue, events)))
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
