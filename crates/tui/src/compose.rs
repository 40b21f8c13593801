//! Makes the moment that is to be shown from the execution and its history.

use crate::execution::Execution;
use crate::history::History;
use crate::lanes::Lanes;
use crate::listing::{self, Position};
use crate::mark::Mark;
use crate::moment::{FrameRow, Listing, Moment, OutputRow, ThreadRow, ValueRow};
use crate::why::Teller;
use gilscope_analysis::Situation;
use gilscope_engine::step::Call;
use gilscope_trace::{EventKind, Stream, ThreadId, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;

/// So many lines of output are kept for the pane, and as many pieces of output are looked through for them.
const OUTPUT: usize = 400;

/// What the user looks at, and how.
#[derive(Debug, Clone)]
pub struct View {
    /// How many events have happened.
    pub events: usize,
    pub selected: ThreadId,
    pub is_expanded: bool,
    /// The stretch of the timeline; all of it if none is chosen.
    pub zoom: Option<(Timestamp, Timestamp)>,
    /// The shared values before the last move.
    pub values_before: BTreeMap<String, String>,
}

/// The moment at which an execution stands. The lanes are those of the timeline, in which the moment is marked here.
pub fn moment(execution: &dyn Execution, history: &History, view: &View, lanes: Lanes) -> Moment {
    let situation = history.situation(view.events);
    let teller = Teller { catalogue: execution.catalogue(), header: execution.header() };
    let positions = positions(execution, &situation);
    let calls = execution.calls(view.selected);
    let time = time(execution, history, view.events);
    Moment {
        title: title(execution),
        step: execution.step(),
        last_step: execution.last_step(),
        is_complete: execution.is_complete(),
        is_trace: !execution.is_live(),
        time,
        threads: threads(execution, &teller, &situation, &positions),
        selected: Some(view.selected),
        holder: situation.holder,
        listing: listing(execution, view, &positions, &calls),
        lanes: lanes.at(time),
        stack: stack(&calls),
        operands: calls.iter().rfind(|call| !call.is_library).map(|call| call.operands.clone()).unwrap_or_default(),
        values: values(execution, &view.values_before),
        output: output(history, view.events),
        why: why(execution, &teller, history, &situation, view),
        choices: execution.decisions().len(),
        problems: execution.problems().len(),
    }
}

/// When it is: the clock goes on between events, and jumps where nobody runs.
pub fn time(execution: &dyn Execution, history: &History, events: usize) -> Timestamp {
    let last = events.checked_sub(1).and_then(|last| history.events().get(last));
    let at_event = last.filter(|last| last.step == execution.step() || !execution.is_live());
    at_event.map_or(execution.now(), |last| last.event.time.max(execution.now()))
}

fn title(execution: &dyn Execution) -> String {
    let header = execution.header();
    let script = listing::name(&header.script);
    match &header.simulation {
        Some(facts) => {
            let cores = if facts.cpus == 1 { "core" } else { "cores" };
            format!("{script}  {}, {} {cores}, seed {}", header.model, facts.cpus, facts.seed)
        }
        None => format!("{script}  {}, recorded", header.model),
    }
}

/// Where each thread is.
pub fn positions(execution: &dyn Execution, situation: &Situation) -> Vec<Position> {
    let position = |(&thread, standing): (&ThreadId, &gilscope_analysis::Standing)| {
        if let Some(spot) = execution.spot(thread) {
            let (function, file) = (spot.code.qualname.to_string(), Arc::clone(&spot.code.filename));
            return Some(Position { thread, function, file, line: spot.line, spot: Some(spot) });
        }
        let (code, line) = execution.catalogue().locate(standing.place?)?;
        Some(Position { thread, function: code.name.to_string(), file: Arc::clone(&code.file), line, spot: None })
    };
    situation.threads.iter().filter_map(position).collect()
}

fn threads(
    execution: &dyn Execution,
    teller: &Teller<'_>,
    situation: &Situation,
    positions: &[Position],
) -> Vec<ThreadRow> {
    let places: BTreeMap<ThreadId, &Position> = positions.iter().map(|position| (position.thread, position)).collect();
    let row = |(&id, standing): (&ThreadId, &gilscope_analysis::Standing)| ThreadRow {
        id,
        name: execution.catalogue().thread_name(id),
        mark: Mark::of(standing.doing),
        state: teller.state(situation, id, execution.sleeps_until(id)),
        place: places.get(&id).map(|position| (position.function.clone(), position.line)),
    };
    situation.threads.iter().map(row).collect()
}

fn listing(execution: &dyn Execution, view: &View, positions: &[Position], calls: &[Call]) -> Listing {
    let call = calls.iter().rfind(|call| !call.is_library).or(calls.last());
    if let (true, Some(call)) = (view.is_expanded, call) {
        let text = execution.source(&call.code.filename);
        let rule = execution.check_points();
        return listing::bytecode(&call.code, call.instruction, text.as_deref(), rule, positions);
    }
    let own = positions.iter().find(|position| position.thread == view.selected);
    let (file, line) = own.map_or((execution.script(), 1), |position| (Arc::clone(&position.file), position.line));
    let text = execution.source(&file).unwrap_or_else(|| Arc::from("(the source is not here)"));
    listing::source(&file, &text, line, positions)
}

fn stack(calls: &[Call]) -> Vec<FrameRow> {
    let row = |call: &Call| FrameRow {
        function: call.code.qualname.to_string(),
        line: call.line(),
        // Of the library's inside, the names of the functions are enough.
        locals: if call.is_library { Vec::new() } else { call.locals.clone() },
    };
    calls.iter().rev().map(row).collect()
}

fn values(execution: &dyn Execution, before: &BTreeMap<String, String>) -> Vec<ValueRow> {
    let row = |(name, value): (String, String)| {
        let old = match before.get(&name) {
            Some(old) if *old != value => Some(old.clone()),
            None if !before.is_empty() => Some("unbound".to_owned()),
            _ => None,
        };
        ValueRow { name, value, before: old }
    };
    execution.shared().into_iter().map(row).collect()
}

/// The last lines of output, each with the thread that began it.
pub fn output(history: &History, events: usize) -> Vec<OutputRow> {
    let pieces = history.outputs_until(events);
    let mut rows: Vec<OutputRow> = Vec::new();
    let mut is_open = false;
    for &index in &pieces[pieces.len().saturating_sub(OUTPUT)..] {
        let Some(recorded) = history.events().get(index) else { continue };
        let EventKind::TextWritten { stream, text } = &recorded.event.kind else { continue };
        for line in text.split_inclusive('\n') {
            push_line(&mut rows, is_open, recorded.event.thread, *stream, line.trim_end_matches('\n'));
            is_open = !line.ends_with('\n');
        }
    }
    rows.drain(..rows.len().saturating_sub(OUTPUT));
    rows
}

fn push_line(rows: &mut Vec<OutputRow>, is_open: bool, thread: ThreadId, stream: Stream, text: &str) {
    match rows.last_mut() {
        Some(last) if is_open => last.text.push_str(text),
        _ => rows.push(OutputRow { thread, stream, text: text.replace('\t', "    ") }),
    }
}

fn why(
    execution: &dyn Execution,
    teller: &Teller<'_>,
    history: &History,
    situation: &Situation,
    view: &View,
) -> Vec<String> {
    let mut lines = Vec::new();
    let here = execution.step();
    lines.extend(execution.problems().iter().filter(|problem| problem.step == here).map(|p| format!("! {}", p.text)));
    let last = view.events.checked_sub(1).and_then(|last| history.events().get(last));
    let event = last.map(|last| teller.event(&last.event, &history.events()[..view.events - 1]));
    let chain = teller.chain(situation, view.selected);
    // Where there is a problem and little room, why a thread waits matters more than what happened last.
    let (first, second) = if lines.is_empty() { (event, chain) } else { (chain, event) };
    lines.extend(first.into_iter().chain(second));
    lines
}
