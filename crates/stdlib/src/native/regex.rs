//! `_sre`'s natives: patterns are compiled and searched for. `lib/_sre.py` has the classes that use them.

mod emit;
mod flags;
mod parse;
mod program;
mod source;
mod tree;

use flags::Flags;
use gilscope_vm::cost::Work;
use gilscope_vm::heap::collect::Marker;
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::object::{Layout, Opaque, OpaqueObject};
use gilscope_vm::value::{ClassId, ModuleId};
use gilscope_vm::{Interp, Value, types};
use parse::parse;
use program::{Found, Mode, Program};
use source::Fault;
use std::any::Any;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("compile", compile, 2, 2),
    NativeDef::function("find", find, 5, 5),
    NativeDef::function("find_all", find_all, 5, 5),
];

#[derive(Debug, Clone)]
struct Compiled(Program);

impl Opaque for Compiled {
    fn trace(&self, _marker: &mut Marker) {}

    fn boxed_clone(&self) -> Box<dyn Opaque> {
        Box::new(self.clone())
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

pub(crate) fn init(interp: &mut Interp) -> ModuleId {
    let module = interp.add_module("_regex", FUNCTIONS);
    let class = interp.add_builtin_class("Program", "_regex", types::OBJECT, Layout::Builtin, false);
    interp.set_global(module, "Program", Value::Class(class));
    module
}

fn class(interp: &mut Interp) -> ClassId {
    let module = interp.native_module("_regex");
    match module.and_then(|module| interp.get_global(module, "Program")) {
        Some(Value::Class(class)) => class,
        _ => types::OBJECT,
    }
}

/// `compile(pattern, flags)`: `(warnings, program, flags, groups, names)`; of a pattern that is wrong
/// `(warnings, message, place)`.
fn compile(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (pattern, is_text) = match interp.payload(args.at(0)) {
        Value::Str(id) => (interp.heap.text(id).to_owned(), true),
        // A character for each byte.
        Value::Bytes(id) => (interp.heap.bytes[id].data.iter().map(|&byte| char::from(byte)).collect(), false),
        _ => return Err(interp.type_error("first argument must be string or compiled pattern")),
    };
    let flags = args.at(1).as_int().and_then(|bits| u32::try_from(bits).ok()).unwrap_or(0);
    let (parsed, warnings) = parse(&pattern, Flags::from_bits(flags), is_text);
    let warnings: Vec<Value> = warnings.into_iter().map(|warning| interp.str_owned(warning)).collect();
    let warnings = interp.heap.new_tuple(&warnings);
    let program = match parsed.and_then(Program::new) {
        Ok(program) => program,
        Err(fault) => return refuse(interp, warnings, fault),
    };
    let (flags, groups) = (program.flags.bits(), program.groups);
    let mut names = Vec::new();
    for (name, number) in &program.names {
        let name = interp.str_owned(name.as_str());
        names.push(interp.heap.new_tuple(&[name, Value::Int(*number as i64)]));
    }
    let names = interp.heap.new_tuple(&names);
    let object = OpaqueObject { class: class(interp), content: Some(Box::new(Compiled(program))) };
    interp.heap.charge(pattern.len() * 64 + (4 << 10));
    let program = Value::Opaque(interp.heap.opaques.alloc(object));
    let (flags, groups) = (Value::Int(flags.into()), Value::Int(groups as i64));
    Ok(interp.heap.new_tuple(&[warnings, program, flags, groups, names]))
}

fn refuse(interp: &mut Interp, warnings: Value, fault: Fault) -> NativeResult {
    match fault {
        Fault::Pattern(message, place) => {
            let message = interp.str_owned(message);
            let place = place.map_or(Value::None, |place| Value::Int(place as i64));
            Ok(interp.heap.new_tuple(&[warnings, message, place]))
        }
        Fault::Value(message) => Err(interp.value_error(message)),
        Fault::Overflow(message) => Err(interp.overflow_error(message)),
        Fault::Depth => Err(interp.raise(gilscope_vm::exceptions::RECURSION_ERROR, "maximum recursion depth exceeded")),
    }
}

/// What `find` and `find_all` are given: `(program, string, start, end, …)`, the places in characters.
fn subject(interp: &mut Interp, args: Args<'_>) -> Result<(Value, usize, usize), Trap> {
    let string = interp.payload(args.at(1));
    let place = |value: Value| value.as_int().and_then(|place| usize::try_from(place).ok()).unwrap_or(0);
    let length = match string {
        Value::Str(id) => interp.heap.str(id).as_str().len(),
        Value::Bytes(id) => interp.heap.bytes[id].data.len(),
        _ => return Err(interp.type_error("expected string or bytes-like object")),
    };
    interp.work(Work::Text, length);
    Ok((string, place(args.at(2)), place(args.at(3))))
}

/// Search a text, and give the matches' places in characters.
fn search(
    interp: &mut Interp,
    args: Args<'_>,
    search: impl FnOnce(&Program, &str, usize) -> Result<Vec<Found>, String>,
) -> Result<Vec<Found>, Trap> {
    let (string, start, end) = subject(interp, args)?;
    let Some(program) = program(interp, args) else {
        return Err(interp.type_error("a compiled pattern is required"));
    };
    let result = match string {
        Value::Str(id) => {
            let text = interp.heap.str(id);
            let whole = text.as_str();
            let part = whole.get(..text.byte_offset(end)).unwrap_or(whole);
            search(program, part, text.byte_offset(start)).map(|mut found| {
                if !text.is_ascii() {
                    count_characters(whole, &mut found);
                }
                found
            })
        }
        Value::Bytes(id) => {
            let data = &interp.heap.bytes[id].data;
            let part: String = data.iter().take(end).map(|&byte| char::from(byte)).collect();
            let start = part.char_indices().nth(start).map_or(part.len(), |(place, _)| place);
            search(program, &part, start).map(|mut found| {
                count_characters(&part, &mut found);
                found
            })
        }
        _ => Ok(Vec::new()),
    };
    result.map_err(|error| interp.runtime_error(error))
}

fn program<'i>(interp: &'i Interp, args: Args<'_>) -> Option<&'i Program> {
    match args.at(0) {
        Value::Opaque(id) => interp.heap.opaques[id].get::<Compiled>().map(|compiled| &compiled.0),
        _ => None,
    }
}

/// Makes characters of the bytes that the matches' places are, on one way through the text.
fn count_characters(text: &str, matches: &mut [Found]) {
    let spans = matches.iter_mut().flat_map(|found| found.spans.iter_mut().flatten());
    let mut places: Vec<&mut usize> = spans.flat_map(|(start, end)| [start, end]).collect();
    places.sort_unstable_by_key(|place| **place);
    let (mut byte, mut character) = (0, 0);
    for place in places {
        character += text.get(byte..*place).map_or(0, |between| between.chars().count());
        byte = *place;
        *place = character;
    }
}

/// A match: the group that was closed last, then the start and end of the match and of each group, -1 for those without.
fn places(interp: &mut Interp, found: &Found) -> Value {
    let mut values = vec![Value::Int(found.last as i64)];
    for span in &found.spans {
        let (start, end) = span.map_or((-1, -1), |(start, end)| (start as i64, end as i64));
        values.extend([Value::Int(start), Value::Int(end)]);
    }
    interp.heap.new_tuple(&values)
}

/// `find(program, string, start, end, mode)`: the first match, or `None`. Mode 0 searches, 1 matches, 2 matches all of it.
fn find(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let mode = match args.at(4) {
        Value::Int(1) => Mode::Match,
        Value::Int(2) => Mode::FullMatch,
        _ => Mode::Search,
    };
    let first = |program: &Program, text: &str, start| Ok(program.find(text, start, mode)?.into_iter().collect());
    let found = search(interp, args, first)?;
    Ok(found.first().map_or(Value::None, |found| places(interp, found)))
}

/// `find_all(program, string, start, end, limit)`: a list of the matches, of `limit` of them unless that is 0.
fn find_all(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let limit = args.at(4).as_int().and_then(|limit| usize::try_from(limit).ok()).unwrap_or(0);
    let found = search(interp, args, |program, text, start| program.find_all(text, start, limit))?;
    let matches = found.iter().map(|found| places(interp, found)).collect();
    Ok(interp.heap.new_list(matches))
}
