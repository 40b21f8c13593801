//! `gilscope export`: writes an execution in the formats of other viewers.

use crate::exit;
use crate::output::{self, Destination};
use crate::recording::{Failure, Recording};
use crate::trace_args::{ExportArgs, ExportFormat};
use gilscope_analysis::Timeline;
use gilscope_trace::Timestamp;
use gilscope_view::View;
use gilscope_view::export::{Chrome, Csv, Export, Perfetto};
use std::io::{self, IsTerminal, Write};

/// Exports an execution; says with which status to exit.
pub(crate) fn run(args: &ExportArgs) -> i32 {
    if args.format == ExportFormat::Perfetto && args.output.is_none() && io::stdout().is_terminal() {
        output::complain(&"this format is not for terminals: name a file with -o");
        return exit::USAGE;
    }
    attempt(args).unwrap_or_else(|status| status)
}

fn attempt(args: &ExportArgs) -> Result<i32, i32> {
    let destination = Destination::choose(args.output.as_deref(), true)?;
    let recording = Recording::of(&args.program, &args.lock)?;
    match write(&recording, args, &mut destination.open()?) {
        Ok(()) => Ok(recording.status),
        Err(failure) => Err(failure.report()),
    }
}

fn write(recording: &Recording, args: &ExportArgs, out: &mut dyn Write) -> Result<(), Failure> {
    let window = (args.part.from.unwrap_or_default(), args.part.to.unwrap_or(Timestamp(u64::MAX)));
    let header = recording.header.clone();
    match args.format {
        ExportFormat::Perfetto => write_tracks(recording, Export::new(header, window, Perfetto::default()), out)?,
        ExportFormat::Chrome => write_tracks(recording, Export::new(header, window, Chrome::default()), out)?,
        ExportFormat::Csv => write_tracks(recording, Export::new(header, window, Csv::default()), out)?,
        ExportFormat::Svg => draw(recording, window, out)?,
    }
    Ok(out.flush()?)
}

fn write_tracks(recording: &Recording, mut view: impl View, out: &mut dyn Write) -> Result<(), Failure> {
    view.begin(&recording.catalogue()?, out)?;
    let catalogue = recording.replay(|catalogue, event| view.observe(catalogue, event, out))?;
    Ok(view.finish(&catalogue, out)?)
}

fn draw(recording: &Recording, (from, to): (Timestamp, Timestamp), out: &mut dyn Write) -> Result<(), Failure> {
    let mut timeline = Timeline::new(from, to);
    let catalogue = recording.replay(|_, event| {
        timeline.observe(event);
        Ok(())
    })?;
    timeline.finish();
    Ok(out.write_all(gilscope_view::svg(&recording.header, &catalogue, &timeline).as_bytes())?)
}
