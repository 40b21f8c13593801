//! `posix`: what `os` and `os.path` need of the operating system. Whatever touches the disk is done without the GIL.

use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::streams::{io_trap, reply_of};
use gilscope_vm::value::ModuleId;
use gilscope_vm::{Interp, Reply, Value};
use std::fs::{self, File, Metadata};
use std::io::{self, IsTerminal, Read};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, symlink};
use std::path::Path;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("getcwd", getcwd, 0, 0),
    NativeDef::function("chdir", |i, a| change(i, a, "chdir", |p| std::env::set_current_dir(p)), 1, 1)
        .params(&["path"]),
    NativeDef::function("listdir", listdir, 0, 1).params(&["path"]),
    NativeDef::function("mkdir", mkdir, 1, 2).params(&["path", "mode"]),
    NativeDef::function("rmdir", |i, a| change(i, a, "rmdir", |p| fs::remove_dir(p)), 1, 1).params(&["path"]),
    NativeDef::function("unlink", |i, a| change(i, a, "unlink", |p| fs::remove_file(p)), 1, 1).params(&["path"]),
    NativeDef::function("rename", |i, a| change_two(i, a, "rename", |p, q| fs::rename(p, q)), 2, 2)
        .params(&["src", "dst"]),
    NativeDef::function("symlink", |i, a| change_two(i, a, "symlink", |p, q| symlink(p, q)), 2, 2)
        .params(&["src", "dst"]),
    NativeDef::function("readlink", readlink, 1, 1).params(&["path"]),
    NativeDef::function("_stat", stat, 2, 2),
    NativeDef::function("getuid", |i, _| Ok(owner(i, |m| m.uid())), 0, 0),
    NativeDef::function("getgid", |i, _| Ok(owner(i, |m| m.gid())), 0, 0),
    NativeDef::function("cpu_count", cpu_count, 0, 0),
    NativeDef::function("urandom", urandom, 1, 1),
    NativeDef::function("isatty", isatty, 1, 1),
    NativeDef::function("strerror", strerror, 1, 1),
    NativeDef::function("sched_yield", |_, _| Err(Trap::Yield(Value::None)), 0, 0),
];

pub(crate) fn init(interp: &mut Interp) -> ModuleId {
    let module = interp.add_module("posix", FUNCTIONS);
    interp.extend_module("posix", super::posix_process::FUNCTIONS);
    interp.set_global(module, "WNOHANG", Value::Int(super::posix_process::WNOHANG));
    let environ = interp.heap.new_dict(Default::default());
    if let Value::Dict(id) = environ {
        for (name, value) in interp.host.environment() {
            let (name, value) = (interp.heap.new_str(name), interp.heap.new_str(value));
            // A str key needs no script code.
            let _ = interp.dict_set(id, name, value);
        }
    }
    interp.set_global(module, "environ", environ);
    module
}

/// A path argument; `os` has turned path objects into text.
fn path_of(interp: &mut Interp, value: Value) -> Result<String, Trap> {
    let Some(path) = interp.text(value).map(str::to_string) else {
        let message = format!("expected str, bytes or os.PathLike object, not {}", interp.type_name(value));
        return Err(interp.type_error(message));
    };
    if path.contains('\0') {
        return Err(interp.value_error("embedded null byte"));
    }
    Ok(path)
}

/// An error as a reply that names the file.
fn failed(error: &io::Error, path: &str) -> Reply {
    match reply_of(error) {
        Reply::Failed { errno, message, .. } => Reply::Failed { errno, message, filename: Some(path.to_string()) },
        reply => reply,
    }
}

fn nothing(interp: &mut Interp, _state: Value, reply: Reply) -> NativeResult {
    interp.check_reply(&reply)?;
    Ok(Value::None)
}

fn change(interp: &mut Interp, args: Args<'_>, label: &'static str, act: fn(&Path) -> io::Result<()>) -> NativeResult {
    let path = path_of(interp, args.at(0))?;
    let run = move || match act(Path::new(&path)) {
        Ok(()) => Reply::Done,
        Err(error) => failed(&error, &path),
    };
    Err(io_trap(label, run, Value::None, nothing))
}

type ActOnTwo = fn(&Path, &Path) -> io::Result<()>;

fn change_two(interp: &mut Interp, args: Args<'_>, label: &'static str, act: ActOnTwo) -> NativeResult {
    let (from, to) = (path_of(interp, args.at(0))?, path_of(interp, args.at(1))?);
    let run = move || match act(Path::new(&from), Path::new(&to)) {
        Ok(()) => Reply::Done,
        Err(error) => failed(&error, &from),
    };
    Err(io_trap(label, run, Value::None, nothing))
}

fn mkdir(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let path = path_of(interp, args.at(0))?;
    let mode = args.get(1).and_then(|v| v.as_int()).unwrap_or(0o777) as u32;
    let run = move || match fs::DirBuilder::new().mode(mode).create(&path) {
        Ok(()) => Reply::Done,
        Err(error) => failed(&error, &path),
    };
    Err(io_trap("mkdir", run, Value::None, nothing))
}

fn getcwd(interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    match std::env::current_dir() {
        Ok(path) => Ok(interp.heap.new_str(path.to_string_lossy())),
        Err(error) => {
            interp.check_reply(&reply_of(&error))?;
            Ok(Value::None)
        }
    }
}

fn listdir(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let path = match args.or_none(0) {
        Value::None => ".".to_string(),
        path => path_of(interp, path)?,
    };
    let run = move || match names_in(&path) {
        Ok(names) => Reply::Names(names),
        Err(error) => failed(&error, &path),
    };
    Err(io_trap("listdir", run, Value::None, list_of_names))
}

fn names_in(path: &str) -> io::Result<Vec<String>> {
    fs::read_dir(path)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

fn list_of_names(interp: &mut Interp, _state: Value, reply: Reply) -> NativeResult {
    interp.check_reply(&reply)?;
    let Reply::Names(names) = reply else { return Ok(Value::None) };
    let names = names.into_iter().map(|name| interp.heap.new_str(name)).collect();
    Ok(interp.heap.new_list(names))
}

fn readlink(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let path = path_of(interp, args.at(0))?;
    let run = move || match fs::read_link(&path) {
        Ok(target) => Reply::Names(vec![target.to_string_lossy().into_owned()]),
        Err(error) => failed(&error, &path),
    };
    Err(io_trap("readlink", run, Value::None, first_name))
}

fn first_name(interp: &mut Interp, _state: Value, reply: Reply) -> NativeResult {
    interp.check_reply(&reply)?;
    match reply {
        Reply::Names(names) => Ok(interp.heap.new_str(names.into_iter().next().unwrap_or_default())),
        _ => Ok(Value::None),
    }
}

/// `_stat(path, follow)`: mode, inode, device, links, user, group, size and three times in nanoseconds.
fn stat(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let path = path_of(interp, args.at(0))?;
    let follow = args.at(1) == Value::True;
    let run = move || {
        let found = if follow { fs::metadata(&path) } else { fs::symlink_metadata(&path) };
        match found {
            Ok(facts) => Reply::Bytes(numbers(&facts).into_iter().flat_map(i64::to_le_bytes).collect()),
            Err(error) => failed(&error, &path),
        }
    };
    Err(io_trap("stat", run, Value::None, tuple_of_numbers))
}

fn numbers(facts: &Metadata) -> [i64; 10] {
    let nanos = |seconds: i64, rest: i64| seconds.saturating_mul(1_000_000_000).saturating_add(rest);
    [
        facts.mode().into(),
        facts.ino() as i64,
        facts.dev() as i64,
        facts.nlink() as i64,
        facts.uid().into(),
        facts.gid().into(),
        facts.size() as i64,
        nanos(facts.atime(), facts.atime_nsec()),
        nanos(facts.mtime(), facts.mtime_nsec()),
        nanos(facts.ctime(), facts.ctime_nsec()),
    ]
}

fn tuple_of_numbers(interp: &mut Interp, _state: Value, reply: Reply) -> NativeResult {
    interp.check_reply(&reply)?;
    let Reply::Bytes(bytes) = reply else { return Ok(Value::None) };
    let (numbers, _) = bytes.as_chunks::<8>();
    let numbers: Vec<Value> = numbers.iter().map(|n| Value::Int(i64::from_le_bytes(*n))).collect();
    Ok(interp.heap.new_tuple(&numbers))
}

/// The user and the group of a simulated process.
const SIMULATED_OWNER: u32 = 1000;

/// Whose process it is, as its entry in `/proc` says.
fn owner(interp: &Interp, of: fn(&Metadata) -> u32) -> Value {
    let machines = || fs::metadata("/proc/self").map_or(0, |facts| of(&facts));
    Value::Int(if interp.time.is_on() { SIMULATED_OWNER } else { machines() }.into())
}

fn cpu_count(interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    Ok(interp.host.cpu_count().map_or(Value::None, |n| Value::Int(n as i64)))
}

fn urandom(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Some(size) = args.at(0).as_int() else {
        let message = format!("'{}' object cannot be interpreted as an integer", interp.type_name(args.at(0)));
        return Err(interp.type_error(message));
    };
    if size < 0 {
        return Err(interp.value_error("negative argument not allowed"));
    }
    if size > 1 << 30 {
        return Err(interp.raise(gilscope_vm::exceptions::MEMORY_ERROR, ""));
    }
    let mut bytes = vec![0; size as usize];
    if interp.time.is_on() {
        bytes.chunks_mut(32).for_each(|part| part.copy_from_slice(&interp.host.entropy()[..part.len()]));
        return Ok(interp.heap.new_bytes(bytes));
    }
    match File::open("/dev/urandom").and_then(|mut source| source.read_exact(&mut bytes)) {
        Ok(()) => Ok(interp.heap.new_bytes(bytes)),
        Err(error) => {
            interp.check_reply(&reply_of(&error))?;
            Ok(Value::None)
        }
    }
}

/// Simulations write line by line, as on a terminal, and have no terminal: where output goes must not show.
fn isatty(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::bool(match args.at(0) {
        _ if interp.time.is_on() => false,
        Value::Int(0) => io::stdin().is_terminal(),
        Value::Int(1) => io::stdout().is_terminal(),
        Value::Int(2) => io::stderr().is_terminal(),
        _ => false,
    }))
}

fn strerror(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let error = io::Error::from_raw_os_error(args.at(0).as_int().unwrap_or(0) as i32);
    match reply_of(&error) {
        Reply::Failed { message, .. } => Ok(interp.heap.new_str(message)),
        _ => Ok(Value::None),
    }
}
