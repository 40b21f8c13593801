//! `gilscope demo`: the programs of `scripts/`, which are part of the binary.

use super::run::execute;
use crate::args::DemoArgs;
use crate::{exit, output, program_args};
use gilscope_engine::Program;

struct Demo {
    name: &'static str,
    text: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/demos.rs"));

/// Lists the programs, or runs or prints the one that is named.
pub(crate) fn run(args: DemoArgs) -> i32 {
    let Some(name) = &args.name else { return output::print(&list()) };
    let mut arguments = program_args::argv(name, &args.args);
    let wanted = &mut arguments[0];
    let name = wanted.strip_suffix(".py").unwrap_or(wanted).replace('-', "_");
    let Some(demo) = DEMOS.iter().find(|demo| demo.name == name) else {
        output::complain(&format_args!("there is no demonstration '{wanted}'; `gilscope demo` lists them"));
        return exit::USAGE;
    };
    if args.show {
        return output::print(demo.text);
    }
    *wanted = format!("{}.py", demo.name);
    let program = Program::Embedded { name: wanted.clone(), text: demo.text.to_owned() };
    execute(program, arguments, &args.lock)
}

fn list() -> String {
    let width = DEMOS.iter().map(|demo| demo.name.len()).max().unwrap_or(0);
    let mut text =
        String::from("Programs to run with `gilscope demo NAME`, and to read with `gilscope demo --show NAME`:\n\n");
    for demo in DEMOS {
        text.push_str(&format!("  {:<width$}  {}\n", demo.name, first_line(demo.text)));
    }
    text
}

/// What the program says about itself: the first line of its docstring or of its comment.
fn first_line(text: &str) -> &str {
    let line = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with("#!")).unwrap_or_default();
    line.trim_matches(['"', '\'', '#', ' ', '\t'])
}
