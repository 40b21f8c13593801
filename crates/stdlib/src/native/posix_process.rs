//! `posix`: processes.

use super::multiprocessing::process_table::{self, NoChild};
use super::multiprocessing::{changes, look_again, not_simulated};
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::streams::io_trap;
use gilscope_vm::{Interp, ProcessCall, Reply, Value};

pub(super) const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("getpid", |i, _| Ok(Value::Int(i.host.process_id().into())), 0, 0),
    NativeDef::function("getppid", getppid, 0, 0),
    NativeDef::function("fork", fork, 0, 0),
    NativeDef::function("waitpid", waitpid, 2, 2),
    NativeDef::function("_kill", kill, 2, 2),
    NativeDef::function("_exit", exit, 1, 1).params(&["status"]),
];

/// The option of `waitpid` not to wait.
pub(super) const WNOHANG: i64 = 1;

const ESRCH: i32 = 3;
const ECHILD: i32 = 10;

fn getppid(interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    let parent = if interp.time.is_on() { 1 } else { interp.host.parent_process_id() };
    Ok(Value::Int(parent.into()))
}

fn fork(interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    if interp.time.is_on() {
        return Err(not_simulated(interp));
    }
    Err(Trap::Process(ProcessCall::Fork))
}

fn exit(_interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let status = args.at(0).as_int().unwrap_or(1);
    Err(Trap::Process(ProcessCall::End(((status & 0xff) as i32) << 8)))
}

fn two_integers(interp: &mut Interp, args: Args<'_>) -> Result<(i64, i64), Trap> {
    match [0, 1].map(|index| interp.payload(args.at(index)).as_int()) {
        [Some(first), Some(second)] => Ok((first, second)),
        _ => Err(interp.type_error("an integer is required")),
    }
}

/// `waitpid(pid, options)`: pid and status.
fn waitpid(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (child, options) = two_integers(interp, args)?;
    let state = interp.heap.new_tuple(&[Value::Int(child), Value::Int(options)]);
    look(interp, state, Reply::Done)
}

fn look(interp: &mut Interp, state: Value, _reply: Reply) -> NativeResult {
    let since = changes();
    let Value::Tuple(id) = state else { return Ok(Value::None) };
    let [child, options] = [0, 1].map(|index| interp.heap.tuple(id)[index].as_int().unwrap_or(0));
    let child = if child == -1 { None } else { Some(u32::try_from(child).unwrap_or(0)) };
    match process_table::reap(interp.host.process_id(), child) {
        Ok(Some((number, status))) => {
            Ok(interp.heap.new_tuple(&[Value::Int(number.into()), Value::Int(status.into())]))
        }
        Ok(None) if options & WNOHANG != 0 => Ok(interp.heap.new_tuple(&[Value::Int(0), Value::Int(0)])),
        Ok(None) => Err(look_again(interp, since, None, state, look)),
        Err(NoChild) => Err(interp.os_error(ECHILD, "No child processes", None)),
    }
}

/// `_kill(pid, signal)`: another process.
fn kill(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (number, signal) = two_integers(interp, args)?;
    let send = move || {
        let is_there = u32::try_from(number).is_ok_and(|number| process_table::kill(number, signal as i32));
        match is_there {
            true => Reply::Done,
            false => Reply::Failed { errno: ESRCH, message: "No such process".to_owned(), filename: None },
        }
    };
    Err(io_trap("kill", send, Value::None, sent))
}

fn sent(interp: &mut Interp, _state: Value, reply: Reply) -> NativeResult {
    interp.check_reply(&reply)?;
    Ok(Value::None)
}
