//! The command lines of `trace` and `export`.

use crate::args::LockArgs;
use crate::duration::parse_moment;
use crate::program_args::ViewedArgs;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use gilscope_trace::{ReleaseReason, Timestamp};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct TraceArgs {
    #[command(flatten)]
    pub(crate) form: FormArgs,

    #[command(flatten)]
    pub(crate) part: PartArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,

    #[command(flatten)]
    pub(crate) lock: LockArgs,

    /// Write the report to this file, so that standard output is the script's alone.
    #[arg(short, long, value_name = "OUT", value_hint = clap::ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) program: ViewedArgs,
}

/// How the execution is shown. Without any of these, as a ledger: one entry per switch.
#[derive(Debug, Args)]
#[command(next_help_heading = "The form")]
pub(crate) struct FormArgs {
    /// A column per thread, an event per line.
    #[arg(long, group = "form", conflicts_with = "json")]
    pub(crate) columns: bool,

    /// A drawing: a lane per thread, the GIL on top.
    #[arg(long, group = "form", conflicts_with = "reason")]
    pub(crate) timeline: bool,

    /// What each thread's time went into, why there were switches, and what stands out.
    #[arg(long, group = "form", conflicts_with = "reason")]
    pub(crate) summary: bool,

    /// JSON, an object per line: the switches, or the summary, or the stretches of the timeline.
    ///
    /// What the script prints goes to standard error then, unless OUT is given.
    #[arg(long)]
    pub(crate) json: bool,

    /// Do not show it, but check that it adds up: that nothing is missing, and that each event can follow those before.
    ///
    /// The exit status is 1 if it does not, and the first event that breaks a rule is named.
    #[arg(long, group = "form", conflicts_with_all = ["json", "reason", "thread", "from", "to"])]
    pub(crate) check: bool,

    /// In the ledger, also show where a thread gave the GIL up and was the next to take it.
    #[arg(long, conflicts_with = "form")]
    pub(crate) all: bool,
}

/// Which part of the execution is shown.
#[derive(Debug, Args)]
#[command(next_help_heading = "The part")]
pub(crate) struct PartArgs {
    /// Only this thread, by name or number; may be given several times.
    #[arg(long, value_name = "NAME|ID")]
    pub(crate) thread: Vec<String>,

    /// Only what happened from this moment on: 1.5s, 20ms, 300us.
    #[arg(long, value_name = "TIME", value_parser = parse_moment)]
    pub(crate) from: Option<Timestamp>,

    /// Only what happened up to this moment.
    #[arg(long, value_name = "TIME", value_parser = parse_moment)]
    pub(crate) to: Option<Timestamp>,

    /// Only switches for this reason; may be given several times.
    #[arg(long, value_name = "R", value_parser = reason_parser())]
    pub(crate) reason: Vec<ReleaseReason>,
}

/// What the text may look like.
#[derive(Debug, Args)]
#[command(next_help_heading = "The look")]
pub(crate) struct LookArgs {
    /// How wide, in columns; by default as the terminal, or 80.
    #[arg(long, value_name = "N")]
    pub(crate) width: Option<usize>,

    /// Use no characters but ASCII.
    #[arg(long)]
    pub(crate) ascii: bool,

    /// Whether to use colours; `auto` is on a terminal, unless NO_COLOR is set.
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// The format to write.
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: ExportFormat,

    /// The file to write; by default standard output, and what the script prints there goes to standard error.
    #[arg(short, long, value_name = "OUT", value_hint = clap::ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) part: WindowArgs,

    #[command(flatten)]
    pub(crate) lock: LockArgs,

    #[command(flatten)]
    pub(crate) program: ViewedArgs,
}

/// From when to when.
#[derive(Debug, Args)]
#[command(next_help_heading = "The part")]
pub(crate) struct WindowArgs {
    /// Only what happened from this moment on: 1.5s, 20ms, 300us.
    #[arg(long, value_name = "TIME", value_parser = parse_moment)]
    pub(crate) from: Option<Timestamp>,

    /// Only what happened up to this moment.
    #[arg(long, value_name = "TIME", value_parser = parse_moment)]
    pub(crate) to: Option<Timestamp>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// Protocol buffers for ui.perfetto.dev.
    Perfetto,
    /// JSON for chrome://tracing, and for Perfetto and Speedscope, too.
    Chrome,
    /// A row per stretch of time, for spreadsheets and data frames.
    Csv,
    /// A drawing.
    Svg,
}

fn reason_parser() -> impl TypedValueParser<Value = ReleaseReason> {
    PossibleValuesParser::new(ReleaseReason::ALL.iter().map(|reason| reason.name())).try_map(|name| {
        let reason = ReleaseReason::ALL.iter().copied().find(|reason| reason.name() == name);
        reason.ok_or("no such reason")
    })
}
