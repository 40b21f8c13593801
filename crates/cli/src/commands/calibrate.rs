//! `gilscope calibrate`: what instructions and native work take on this machine.
//!
//! A script runs pieces of work in real time, several rounds of them, and prints how long one took. What an instruction
//! takes follows from the median of its piece, less what the other instructions of the piece take.

use crate::{exit, output};
use clap::Args;
use gilscope_vm::cost::{Costs, OpClass, Work};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

#[derive(Debug, Args)]
pub(crate) struct CalibrateArgs {
    /// Write the costs to this file, for `--costs`.
    #[arg(long, short, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
}

const SCRIPT: &str = include_str!("calibrate.py");

/// Measures, prints the table, and writes the file if one is named.
pub(crate) fn run(args: &CalibrateArgs) -> i32 {
    let measured = match measure() {
        Ok(measured) => measured,
        Err(message) => {
            output::complain(&message);
            return exit::FAILURE;
        }
    };
    let costs = costs(&measured);
    if let Some(path) = &args.output
        && let Err(error) = fs::write(path, costs.to_string())
    {
        output::complain(&format_args!("cannot write {}: {error}", path.display()));
        return exit::FAILURE;
    }
    output::print(&table(&costs))
}

/// Nanoseconds of each piece of work.
type Measured = BTreeMap<String, f64>;

/// Runs the script in a process of its own, as any script runs, and takes medians.
fn measure() -> Result<Measured, String> {
    let itself = std::env::current_exe().map_err(|error| error.to_string())?;
    let output = Command::new(itself).args(["run", "-c", SCRIPT]).output().map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(format!("the measuring script failed:\n{}", String::from_utf8_lossy(&output.stderr).trim_end()));
    }
    medians(&String::from_utf8_lossy(&output.stdout)).ok_or_else(|| "the measuring script printed no times".to_owned())
}

/// The median of the times that were printed for each name.
fn medians(printed: &str) -> Option<Measured> {
    let mut times: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for line in printed.lines() {
        let (name, time) = line.split_once(' ')?;
        times.entry(name.to_owned()).or_default().push(time.parse().ok()?);
    }
    let median = |mut times: Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times.get(times.len() / 2).copied()
    };
    times.into_iter().map(|(name, times)| Some((name, median(times)?))).collect()
}

/// The table that follows from the pieces: see `calibrate.py` for what instructions they consist of.
fn costs(measured: &Measured) -> Costs {
    let piece = |name: &str| measured.get(name).copied().unwrap_or_default();
    // A round of an empty loop is FOR_ITER, STORE_FAST, JUMP_BACKWARD; a tenth of it is in each piece of ten.
    let round = piece("empty");
    let of = |name: &str| piece(name) - round / 10.0;
    // LOAD_FAST and STORE_FAST.
    let local = (of("local") / 2.0).max(0.5);
    let stack = of("stack") - local;
    let global = of("global") - local;
    let attribute = of("attribute") - 2.0 * local;
    let jump = of("jump") - local;
    let (back, next) = (round - local - attribute.max(1.0), 2.0 * local);
    let arithmetic = of("arithmetic") - 3.0 * local;
    let item = of("item") - next - local;
    let search = of("search") - next - local;
    let build = of("build") - next;
    // LOAD_FAST, PUSH_NULL, CALL, RESUME, RETURN_CONST, POP_TOP.
    let call = of("call") - local - 2.0 * stack - jump - item;
    let format = of("format") - next;
    let spread = of("spread-call") - 2.0 * local - 3.0 * stack - jump - item;
    let import = of("import") - 2.0 * stack - local;
    // RAISE_VARARGS, PUSH_EXC_INFO, LOAD_GLOBAL, CHECK_EXC_MATCH, POP_JUMP_IF_FALSE, POP_TOP, POP_EXCEPT: two thirds are raising.
    let exception = (piece("exception") - round - global - jump - stack) / 9.0;
    let mut costs = Costs::default();
    let classes = [
        (OpClass::Stack, stack),
        (OpClass::Local, local),
        (OpClass::Jump, jump),
        (OpClass::Loop, back),
        (OpClass::Global, global),
        (OpClass::Attribute, attribute),
        (OpClass::Arithmetic, arithmetic),
        (OpClass::Item, item),
        (OpClass::Search, search),
        (OpClass::Build, build),
        (OpClass::Exception, exception),
        (OpClass::Call, call),
        (OpClass::Format, format),
        (OpClass::SpreadCall, spread),
        (OpClass::Raise, 6.0 * exception),
        (OpClass::Import, import),
        (OpClass::Other, arithmetic),
    ];
    classes.into_iter().for_each(|(class, nanos)| costs.set_instruction(class, nanos.round().clamp(1.0, 1e9) as u32));
    for &work in Work::ALL {
        let picos = (piece(work.name()) * 1000.0).round();
        costs.set_item(work, picos.clamp(1.0, 1e9) as u32);
    }
    costs
}

/// Default against measured, class by class.
fn table(costs: &Costs) -> String {
    let mut text = format!("{:<12} {:>9} {:>9}  nanoseconds of\n", "", "default", "measured");
    for &class in OpClass::ALL {
        let (default, measured) = (class.default_cost(), costs.instruction(class));
        text.push_str(&format!("{:<12} {default:>9} {measured:>9}  {}\n", class.name(), class.about()));
    }
    let nanos = |picos: u32| f64::from(picos) / 1000.0;
    for &work in Work::ALL {
        let (default, measured) = (nanos(work.default_cost()), nanos(costs.item(work)));
        text.push_str(&format!("{:<12} {default:>9.2} {measured:>9.2}  {}\n", work.name(), work.about()));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_taken_of_what_was_printed() {
        let measured = medians("copy 3.0\nscan 1.5\ncopy 1.0\ncopy 90.0\n").expect("times");
        assert_eq!(measured.get("copy"), Some(&3.0));
        assert_eq!(medians("copy\n"), None);
        assert_eq!(medians("copy much\n"), None);
    }

    #[test]
    fn costs_follow_from_the_pieces_and_are_never_nothing() {
        let pieces = [("empty", 10.0), ("local", 5.0), ("stack", 6.0), ("arithmetic", 13.0), ("iterate", 2.25)];
        let measured = pieces.map(|(name, nanos)| (name.to_owned(), nanos)).into();
        let costs = costs(&measured);
        assert_eq!((costs.instruction(OpClass::Local), costs.instruction(OpClass::Stack)), (2, 3));
        assert_eq!(costs.instruction(OpClass::Arithmetic), 6);
        assert_eq!((costs.instruction(OpClass::Import), costs.item(Work::Iterate)), (1, 2250));
        assert_eq!(costs.to_string().parse(), Ok(costs.clone()));
        assert!(table(&costs).lines().any(|line| line.starts_with("iterate          20.00      2.25")));
    }
}
