//! `gilscope trace`: shows every hand-over of the interpreter lock.

use crate::output::{self, Destination};
use crate::recording::{Failure, Recording};
use crate::trace_args::{Color, LookArgs, PartArgs, TraceArgs};
use anstream::{AutoStream, ColorChoice};
use gilscope_analysis::{Summing, Timeline};
use gilscope_trace::Catalogue;
use gilscope_view::{Columns, Filter, JsonLines, Ledger, Look, Report, Sources, View, json};
use std::io::{self, IsTerminal, Write};

/// Shows an execution; says with which status to exit.
pub(crate) fn run(args: &TraceArgs) -> i32 {
    attempt(args).unwrap_or_else(|status| status)
}

fn attempt(args: &TraceArgs) -> Result<i32, i32> {
    let destination = Destination::choose(args.output.as_deref(), args.form.json)?;
    let recording = Recording::of(&args.program, &args.lock)?;
    if args.form.check {
        return Ok(super::check::run(&recording));
    }
    let is_for_stdout = matches!(destination, Destination::Stdout);
    if recording.is_of_script && is_for_stdout {
        // Set apart from what the script printed.
        output::print("\n");
    }
    match show(&recording, args, &mut destination.open()?, look(&args.look, is_for_stdout)) {
        Ok(()) => Ok(recording.status),
        Err(failure) => Err(failure.report()),
    }
}

fn show(recording: &Recording, args: &TraceArgs, out: &mut dyn Write, look: Look) -> Result<(), Failure> {
    let filter = filter(&args.part);
    if !filter.threads.is_empty() {
        let catalogue = recording.catalogue()?;
        for unknown in filter.unknown_threads(&catalogue) {
            let names: Vec<String> = catalogue.threads().map(|(_, facts)| facts.name.to_string()).collect();
            output::complain(&format_args!("there is no thread '{unknown}'; there are: {}", names.join(", ")));
        }
    }
    let form = &args.form;
    if form.timeline {
        timeline(recording, &filter, look, form.json, out)?;
    } else if form.summary {
        summary(recording, &filter, look, form.json, out)?;
    } else {
        let header = recording.header.clone();
        let (mut view, names): (Box<dyn View>, Catalogue) = if form.json {
            (Box::new(JsonLines::new(header, filter).with_returns(form.all)), Catalogue::default())
        } else if form.columns {
            (Box::new(Columns::new(header, filter, look, Sources::default())), recording.catalogue()?)
        } else {
            let ledger = Ledger::new(header, filter, look, Sources::default());
            (Box::new(ledger.with_returns(form.all)), Catalogue::default())
        };
        view.begin(&names, out)?;
        let catalogue = recording.replay(|catalogue, event| view.observe(catalogue, event, out))?;
        view.finish(&catalogue, out)?;
    }
    Ok(out.flush()?)
}

fn timeline(
    recording: &Recording,
    filter: &Filter,
    look: Look,
    json: bool,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let (from, to) = filter.window();
    let mut timeline = Timeline::new(from, to);
    let catalogue = recording.replay(|_, event| {
        timeline.observe(event);
        Ok(())
    })?;
    timeline.finish();
    if json {
        return Ok(json::timeline(&recording.header, &catalogue, filter, &timeline, out)?);
    }
    let text = gilscope_view::lanes(&recording.header, &catalogue, &timeline, filter, &look);
    Ok(out.write_all(text.as_bytes())?)
}

fn summary(recording: &Recording, filter: &Filter, look: Look, json: bool, out: &mut dyn Write) -> Result<(), Failure> {
    let (from, to) = filter.window();
    let mut summing = Summing::within(from, to);
    let catalogue = recording.replay(|_, event| {
        summing.observe(event);
        Ok(())
    })?;
    let (summary, header) = (summing.finish(), &recording.header);
    if json {
        return Ok(writeln!(out, "{}", json::summary(header, &catalogue, filter, &summary))?);
    }
    let report = Report { header, catalogue: &catalogue, filter, look: &look };
    Ok(out.write_all(report.text(&summary, &mut Sources::default()).as_bytes())?)
}

fn filter(part: &PartArgs) -> Filter {
    Filter { threads: part.thread.clone(), from: part.from, to: part.to, reasons: part.reason.clone() }
}

pub(crate) fn look(args: &LookArgs, is_for_stdout: bool) -> Look {
    let stdout = io::stdout();
    let is_terminal = is_for_stdout && stdout.is_terminal();
    let terminal = is_terminal.then(terminal_size::terminal_size).flatten();
    let width = args.width.or(terminal.map(|(width, _)| usize::from(width.0)));
    let colour = match args.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => is_for_stdout && AutoStream::choice(&stdout) != ColorChoice::Never,
    };
    Look { width: width.unwrap_or(Look::default().width), colour, ascii: args.ascii }
}
