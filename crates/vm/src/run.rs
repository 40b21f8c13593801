//! The run loop: runs one thread until it has a reason to come back to its driver.
//!
//! The loop holds the current frame's window of the value stack, its program counter and stack pointer in locals.
//! Fast arms work on the window alone. Everything that may push a frame, raise or look at the thread saves the two
//! (`save!`), calls a named function of a sibling file, and enters the top frame anew (`continue 'frame`).

pub(crate) mod arguments;
pub(crate) mod attribute;
pub(crate) mod build;
pub(crate) mod cached;
pub(crate) mod call;
pub(crate) mod consume;
pub(crate) mod deliver;
pub(crate) mod exception;
pub(crate) mod fast;
pub(crate) mod generator;
pub(crate) mod import;
pub(crate) mod operator;
pub(crate) mod schedule;
pub(crate) mod unwind;
pub(crate) mod with;

use crate::code_store::CodeStore;
use crate::exit::Exit;
use crate::frame::{NOTHING, OnReturn};
use crate::interp::Interp;
use crate::iteration::Unpacked;
use crate::link::WINDOW;
use crate::native::{Args, Implementation, Trap};
use crate::object::{Cell, IterObject};
use crate::op::Op;
use crate::run::cached::Known;
use crate::slicing;
use crate::thread_state::ThreadState;
use crate::value::*;
use std::sync::Arc;

/// Why the inner loop came back.
pub(crate) enum Flow {
    Exit(Exit),
    /// The top frame's code must be linked first.
    Link(CodeId),
    /// Code was added: take the store anew.
    Reload,
}

/// How a slice of instructions is watched.
pub(crate) trait Watch {
    /// Whether `schedule::before_instruction` is asked before each instruction.
    const EVERY_INSTRUCTION: bool;
    /// Whether time is virtual: each instruction spends some of a budget, and check points see when it is used up.
    /// (Where every instruction is looked at, that is part of the look.)
    const SPENDS_BUDGET: bool = false;
    /// Whether each instruction may have to be shown to a trace.
    const IS_WATCHED: bool = false;
}

/// Only the eval breaker at the check points of CPython 3.11 and later.
pub(crate) struct CheckPointsOnly;
/// The same check points on virtual time.
pub(crate) struct Simulated;
/// Every instruction: tick counters, and the check points of CPython 3.9.
pub(crate) struct EveryInstruction;
/// The check points of CPython 3.11 and later on any time, and each instruction is shown to a trace.
pub(crate) struct Watched;

impl Watch for CheckPointsOnly {
    const EVERY_INSTRUCTION: bool = false;
}

impl Watch for Simulated {
    const EVERY_INSTRUCTION: bool = false;
    const SPENDS_BUDGET: bool = true;
}

impl Watch for EveryInstruction {
    const EVERY_INSTRUCTION: bool = true;
    const IS_WATCHED: bool = true;
}

impl Watch for Watched {
    const EVERY_INSTRUCTION: bool = false;
    const SPENDS_BUDGET: bool = true;
    const IS_WATCHED: bool = true;
}

impl Interp {
    /// Run thread `id` until it must come back to its driver.
    pub fn run(&mut self, id: gilscope_trace::ThreadId) -> Exit {
        self.unload_locals(id);
        self.current = id;
        let Some(slot) = self.threads.get_mut(id.0 as usize) else {
            return Exit::Finished(Ok(Value::None));
        };
        let mut ts = std::mem::take(slot);
        self.unfold_stack(&mut ts);
        let exit = self.run_thread(&mut ts);
        if self.is_watched() {
            self.show_rest(&ts);
        }
        if matches!(exit, Exit::Block { .. }) {
            self.fold_stack(&mut ts);
        }
        self.threads[id.0 as usize] = ts;
        exit
    }

    pub(crate) fn run_thread(&mut self, ts: &mut ThreadState) -> Exit {
        match self.go_on(ts) {
            Ok(None) => {}
            Ok(Some(exit)) => return exit,
            Err(trap) => {
                if let Err(Flow::Exit(exit)) = unwind::trapped(self, ts, trap) {
                    return exit;
                }
            }
        }
        loop {
            let store = Arc::clone(&self.code);
            let flow = if self.scheduling.counts_instructions() {
                run_frames::<EveryInstruction>(self, ts, &store)
            } else if self.is_watched() {
                run_frames::<Watched>(self, ts, &store)
            } else if self.time.is_on() {
                run_frames::<Simulated>(self, ts, &store)
            } else {
                run_frames::<CheckPointsOnly>(self, ts, &store)
            };
            drop(store);
            match flow {
                Flow::Exit(exit) => return exit,
                Flow::Link(code) => self.link(code),
                Flow::Reload => {}
            }
        }
    }
}

#[allow(clippy::cognitive_complexity)]
fn run_frames<W: Watch>(interp: &mut Interp, ts: &mut ThreadState, store: &CodeStore) -> Flow {
    'frame: loop {
        let Some(&frame) = ts.frames.last() else {
            return Flow::Exit(Exit::Finished(Ok(ts.result)));
        };
        let Some(code) = store.find(frame.code) else { return Flow::Reload };
        let ops = &code.ops[..];
        let mut pc = frame.pc as usize;
        let mut sp = (frame.sp - frame.window) as u8;
        macro_rules! window {
            () => {
                match ts.stack.get_mut(frame.window as usize..).and_then(|s| s.first_chunk_mut::<WINDOW>()) {
                    Some(window) => window,
                    None => return Flow::Exit(Exit::Finished(Ok(Value::None))),
                }
            };
        }
        let mut window = window!();

        macro_rules! save {
            () => {
                if let Some(top) = ts.frames.last_mut() {
                    top.pc = pc as u32;
                    top.sp = frame.window + sp as u32;
                }
            };
        }
        macro_rules! trapped {
            ($trap:expr) => {{
                save!();
                match unwind::trapped(interp, ts, $trap) {
                    Ok(()) => continue 'frame,
                    Err(flow) => return flow,
                }
            }};
        }
        // Leave the window to a named function that works on the saved frame.
        macro_rules! cold {
            ($call:expr) => {{
                save!();
                match $call {
                    Ok(()) => continue 'frame,
                    Err(trap) => match unwind::trapped(interp, ts, trap) {
                        Ok(()) => continue 'frame,
                        Err(flow) => return flow,
                    },
                }
            }};
        }
        macro_rules! push {
            ($value:expr) => {{
                window[sp as usize] = $value;
                sp = sp.wrapping_add(1);
            }};
        }
        macro_rules! pop {
            () => {{
                sp = sp.wrapping_sub(1);
                window[sp as usize]
            }};
        }
        macro_rules! top {
            ($depth:expr) => {
                window[sp.wrapping_sub($depth) as usize]
            };
        }
        // Look at the eval breaker with the frame as it will go on.
        // Look up at a check point. An exception that comes in there is raised by the instruction before `$raised_at`.
        macro_rules! check {
            ($raised_at:expr) => {
                if interp.breaker.is_rung()
                    || interp.heap.debt > interp.heap.limit
                    || (W::SPENDS_BUDGET && interp.time.left <= 0)
                {
                    save!();
                    match schedule::check_point(interp, ts) {
                        Ok(None) => continue 'frame,
                        Ok(Some(exit)) => return Flow::Exit(exit),
                        Err(trap) => {
                            pc = $raised_at;
                            trapped!(trap)
                        }
                    }
                }
            };
        }
        // Step a native iterator: `$put` is what is done with the `$value`. Ranges and lists are stepped here, where the
        // value does not go through memory.
        macro_rules! iterate {
            ($id:expr, $target:expr, |$value:ident| $put:expr) => {{
                match &mut interp.heap.iters[$id] {
                    IterObject::Range { next, step, left } => {
                        if *left == 0 {
                            pc = $target as usize + 1;
                            continue;
                        }
                        *left -= 1;
                        let $value = Value::Int(*next);
                        *next = next.wrapping_add(*step);
                        $put;
                        continue;
                    }
                    IterObject::List { list, next } => {
                        if let Some(&$value) = interp.heap.lists[*list].items.get(*next) {
                            *next += 1;
                            $put;
                            continue;
                        }
                    }
                    _ => {}
                }
                match crate::iteration::iter_next(interp, $id) {
                    Ok(Some($value)) => $put,
                    Ok(None) => pc = $target as usize + 1,
                    Err(trap) => cold!(generator::iter_trap(interp, ts, trap)),
                }
                continue;
            }};
        }
        // Step to the next value of an iterator that is no native one.
        macro_rules! step {
            () => {{
                if let Value::Generator(id) = top!(1) {
                    save!();
                    if generator::step_into(interp, ts, id, frame.window + sp as u32, OnReturn::ForIter) {
                        continue 'frame;
                    }
                }
                cold!(generator::for_iter(interp, ts))
            }};
        }
        // Return `$value` from the frame.
        macro_rules! leave {
            ($value:expr) => {{
                let value = $value;
                if frame.generator == NOTHING
                    && let Some(place) = deliver::place(frame.on_return, frame.base, value)
                {
                    ts.frames.pop();
                    if frame.on_return != OnReturn::Init {
                        ts.stack[place as usize] = value;
                    }
                    if let Some(caller) = ts.frames.last_mut() {
                        caller.sp = place + 1;
                    }
                    continue 'frame;
                }
                cold!(deliver::return_value(interp, ts, value))
            }};
        }
        // Yield `$value` from the frame.
        macro_rules! give {
            ($value:expr) => {{
                let value = $value;
                if let OnReturn::Consume(consumer) = frame.on_return
                    && consume::take(interp, ts, consumer, frame.base, value)
                {
                    window = window!();
                    push!(Value::None);
                    continue;
                }
                if generator::step_out(interp, ts, &frame, (pc, frame.window + sp as u32), code.shift, value) {
                    continue 'frame;
                }
                window = window!();
                push!(value);
                cold!(generator::yield_value(interp, ts))
            }};
        }
        macro_rules! jump_if {
            ($when:pat, $target:expr) => {{
                let value = pop!();
                if matches!(value, $when) {
                    pc = $target as usize;
                }
            }};
        }

        loop {
            if (W::SPENDS_BUDGET || W::EVERY_INSTRUCTION) && interp.time.steps_left == 0 {
                save!();
                return Flow::Exit(Exit::Pause);
            }
            let was_shown = W::IS_WATCHED && interp.was_shown();
            if W::EVERY_INSTRUCTION && !was_shown && schedule::before_instruction(interp, code, pc) {
                save!();
                match schedule::instruction_exit(interp, ts) {
                    Ok(Some(exit)) => return Flow::Exit(exit),
                    Ok(None) => continue 'frame,
                    Err(trap) => {
                        pc += 1;
                        trapped!(trap)
                    }
                }
            }
            if W::IS_WATCHED && !was_shown && interp.is_watched() {
                save!();
                interp.show_instruction(ts, code, pc);
                continue 'frame;
            }
            let op = ops[pc];
            if W::SPENDS_BUDGET {
                interp.time.step(code.costs.get(pc).copied().unwrap_or(0));
            }
            pc += 1;
            match op {
                Op::Link => return Flow::Link(frame.code),
                Op::Nop => {}
                Op::ResumeQuiet => {}
                Op::Resume => {
                    if !W::EVERY_INSTRUCTION {
                        check!(pc);
                    }
                }
                Op::ResumeQuietPop => {
                    sp = sp.wrapping_sub(1);
                    pc += 1;
                }
                Op::ResumePop => {
                    let pop = pc;
                    sp = sp.wrapping_sub(1);
                    pc += 1;
                    check!(pop);
                }
                Op::PopTop => sp = sp.wrapping_sub(1),
                Op::PushNull => push!(Value::Null),
                Op::Copy(depth) => push!(top!(depth)),
                Op::Swap(depth) => window.swap(sp.wrapping_sub(1) as usize, sp.wrapping_sub(depth) as usize),
                Op::LoadConst(index) => push!(code.constants[index as usize]),
                Op::LoadFast(local) => push!(window[local as usize]),
                Op::LoadFastCheck(local) => {
                    let value = window[local as usize];
                    if value.is_null() {
                        let trap = interp.unbound_local(code, local as u32);
                        trapped!(trap);
                    }
                    push!(value);
                }
                Op::LoadFastAndClear(local) => cold!(fast::load_and_clear(ts, code, local)),
                Op::StoreFast(local) => window[local as usize] = pop!(),
                Op::DeleteFast(local) => {
                    if window[local as usize].is_null() {
                        let trap = interp.unbound_local(code, local as u32);
                        trapped!(trap);
                    }
                    window[local as usize] = Value::Null;
                }
                Op::LoadFastWide(local) => cold!(fast::load_wide(interp, ts, code, local)),
                Op::StoreFastWide(local) => cold!(fast::store_wide(ts, code, local)),
                Op::DeleteFastWide(local) => cold!(fast::delete_wide(interp, ts, code, local)),
                Op::LoadGlobal(slot) => {
                    let value = fast::global(interp, slot);
                    if value.is_null() {
                        let trap = interp.unbound_global(slot);
                        trapped!(trap);
                    }
                    push!(value);
                }
                Op::LoadGlobalNull(slot) => {
                    let value = fast::global(interp, slot);
                    if value.is_null() {
                        let trap = interp.unbound_global(slot);
                        trapped!(trap);
                    }
                    push!(value);
                    push!(Value::Null);
                }
                Op::StoreGlobal(slot) => interp.globals[slot as usize] = pop!(),
                Op::DeleteGlobal(slot) => {
                    if interp.globals[slot as usize].is_null() {
                        let trap = interp.unbound_global(slot);
                        trapped!(trap);
                    }
                    interp.globals[slot as usize] = Value::Null;
                }
                Op::LoadName(name) => cold!(attribute::load_name(interp, ts, code, name)),
                Op::StoreName(name) => cold!(attribute::store_name(interp, ts, code, name)),
                Op::DeleteName(name) => cold!(attribute::delete_name(interp, ts, code, name)),
                Op::LoadLocals => cold!(attribute::load_locals(ts, code)),
                Op::LoadFromDictOrGlobals(name) => cold!(attribute::load_dict_or_global(interp, ts, code, name)),
                Op::LoadFromDictOrDeref(local) => cold!(attribute::load_dict_or_deref(interp, ts, code, local)),
                Op::MakeCell(local) => cold!(fast::make_cell(interp, ts, code, local)),
                Op::CopyFreeVars(count) => cold!(fast::copy_free_vars(interp, ts, code, count)),
                Op::LoadDeref(local) => {
                    let index = local as usize;
                    if let (0, Some(Value::Cell(cell))) = (code.shift, window.get(index).copied()) {
                        let Cell { content } = interp.heap.cells[cell];
                        if !content.is_null() {
                            push!(content);
                            continue;
                        }
                    }
                    cold!(fast::load_deref(interp, ts, code, local))
                }
                Op::StoreDeref(local) => {
                    let index = local as usize;
                    if let (0, Some(Value::Cell(cell))) = (code.shift, window.get(index).copied()) {
                        interp.heap.cells[cell].content = pop!();
                        continue;
                    }
                    cold!(fast::store_deref(interp, ts, code, local))
                }
                Op::DeleteDeref(local) => cold!(fast::delete_deref(interp, ts, code, local)),
                Op::LoadAttr(site) => {
                    match cached::load(interp, site, top!(1)) {
                        Known::Value(value) => {
                            top!(1) = value;
                            continue;
                        }
                        Known::Getter(id) => {
                            save!();
                            let base = frame.window + sp as u32 - 1;
                            if call::enter_at(interp, ts, store, id, (base, base as usize), 1, OnReturn::Push) {
                                continue 'frame;
                            }
                        }
                        _ => {}
                    }
                    cold!(attribute::load_attr(interp, ts, site))
                }
                Op::LoadMethod(site) => {
                    let object = top!(1);
                    let (value, receiver) = match cached::load(interp, site, object) {
                        Known::Method(function) => (function, object),
                        Known::Value(value) => (value, Value::Null),
                        _ => cold!(attribute::load_method(interp, ts, site)),
                    };
                    top!(1) = value;
                    push!(receiver);
                }
                Op::StoreAttr(site) => {
                    if cached::store(interp, site, top!(1), top!(2)) {
                        sp = sp.wrapping_sub(2);
                        continue;
                    }
                    cold!(attribute::store_attr(interp, ts, site))
                }
                Op::DeleteAttr(site) => cold!(attribute::delete_attr(interp, ts, site)),
                Op::LoadSuperAttr { name, method } => {
                    cold!(attribute::load_super_attr(interp, ts, code.names[name as usize], method))
                }
                Op::Binary(operator) => {
                    if let Some(value) = fast::binary(operator, top!(2), top!(1)) {
                        sp = sp.wrapping_sub(1);
                        top!(1) = value;
                        continue;
                    }
                    if let Some(joined) = fast::join(interp, operator, top!(2), top!(1)) {
                        sp = sp.wrapping_sub(1);
                        top!(1) = joined;
                        continue;
                    }
                    cold!(operator::binary(interp, ts, operator))
                }
                Op::Subscript => {
                    if let (Value::List(list), Value::Int(index)) = (top!(2), top!(1))
                        && let Some(&value) = interp.heap.lists[list].items.get(index as usize)
                    {
                        sp = sp.wrapping_sub(1);
                        top!(1) = value;
                        continue;
                    }
                    if let Value::Dict(dict) = top!(2)
                        && let Ok(Some(value)) = interp.dict_get(dict, top!(1))
                    {
                        sp = sp.wrapping_sub(1);
                        top!(1) = value;
                        continue;
                    }
                    if let Some(value) = slicing::plain_item(interp, top!(2), top!(1)) {
                        sp = sp.wrapping_sub(1);
                        top!(1) = value;
                        continue;
                    }
                    cold!(operator::subscript(interp, ts))
                }
                Op::StoreSubscript => {
                    if let (Value::List(list), Value::Int(index)) = (top!(2), top!(1))
                        && let Some(place) = interp.heap.lists[list].items.get_mut(index as usize)
                    {
                        *place = top!(3);
                        sp = sp.wrapping_sub(3);
                        continue;
                    }
                    if let Value::Dict(dict) = top!(2)
                        && let Ok(()) = interp.dict_set(dict, top!(1), top!(3))
                    {
                        sp = sp.wrapping_sub(3);
                        continue;
                    }
                    cold!(operator::store_subscript(interp, ts))
                }
                Op::DeleteSubscript => cold!(operator::delete_subscript(interp, ts)),
                Op::BinarySlice => {
                    if let Some(value) = slicing::plain_slice(interp, top!(3), top!(2), top!(1), Value::None) {
                        sp = sp.wrapping_sub(2);
                        top!(1) = value;
                        continue;
                    }
                    cold!(operator::slice(interp, ts))
                }
                Op::StoreSlice => {
                    if slicing::store_plain_slice(interp, top!(3), top!(2), top!(1), top!(4)).is_some() {
                        sp = sp.wrapping_sub(4);
                        continue;
                    }
                    cold!(operator::store_slice(interp, ts))
                }
                Op::SubscriptSlice(count) => {
                    let step = if count == 3 { top!(1) } else { Value::None };
                    let first = sp.wrapping_sub(count);
                    let (start, stop) = (window[first as usize], window[first.wrapping_add(1) as usize]);
                    let container = window[first.wrapping_sub(1) as usize];
                    if let Some(value) = slicing::plain_slice(interp, container, start, stop, step) {
                        sp = first;
                        top!(1) = value;
                        pc += 1;
                        continue;
                    }
                    cold!(build::slice(interp, ts, count))
                }
                Op::BuildSlice(count) => cold!(build::slice(interp, ts, count)),
                Op::Compare(operator, to_bool) => {
                    if let Some(result) = fast::compare(operator, top!(2), top!(1)) {
                        sp = sp.wrapping_sub(1);
                        top!(1) = Value::bool(result);
                        continue;
                    }
                    cold!(operator::compare(interp, ts, operator, to_bool))
                }
                Op::Is(inverted) => {
                    let (a, b) = (top!(2), top!(1));
                    sp = sp.wrapping_sub(1);
                    top!(1) = Value::bool(operator::is(interp, a, b) != inverted);
                }
                Op::Contains(inverted) => {
                    let container = top!(1);
                    if let Value::Set(_) | Value::Dict(_) | Value::Str(_) | Value::Tuple(_) | Value::List(_) = container
                        && let Ok(found) = crate::contains::contains(interp, container, top!(2))
                    {
                        sp = sp.wrapping_sub(1);
                        top!(1) = Value::bool(found != inverted);
                        continue;
                    }
                    cold!(operator::contains(interp, ts, inverted))
                }
                Op::Negative => {
                    if let Value::Int(i) = top!(1)
                        && let Some(negated) = i.checked_neg()
                    {
                        top!(1) = Value::Int(negated);
                        continue;
                    }
                    cold!(operator::unary(interp, ts, operator::Unary::Negative))
                }
                Op::Invert => cold!(operator::unary(interp, ts, operator::Unary::Invert)),
                Op::Not => match top!(1) {
                    Value::True => top!(1) = Value::False,
                    Value::False => top!(1) = Value::True,
                    _ => cold!(operator::not(interp, ts)),
                },
                Op::ToBool => match top!(1) {
                    Value::True | Value::False => {}
                    Value::None => top!(1) = Value::False,
                    Value::Int(i) => top!(1) = Value::bool(i != 0),
                    Value::List(id) => top!(1) = Value::bool(!interp.heap.lists[id].items.is_empty()),
                    _ => cold!(operator::to_bool(interp, ts)),
                },
                Op::PopJumpIfFalse(target) => jump_if!(Value::False, target),
                Op::PopJumpIfTrue(target) => jump_if!(Value::True, target),
                Op::PopJumpIfNone(target) => jump_if!(Value::None, target),
                Op::PopJumpIfNotNone(target) => {
                    if !pop!().is_none() {
                        pc = target as usize;
                    }
                }
                Op::Jump(target) => pc = target as usize,
                Op::JumpBackward(target) => {
                    let after = pc;
                    pc = target as usize;
                    if !W::EVERY_INSTRUCTION {
                        check!(after);
                    }
                }
                Op::GetIter => match top!(1) {
                    Value::List(list) => top!(1) = interp.heap.new_iter(IterObject::List { list, next: 0 }),
                    Value::Iter(_) | Value::Generator(_) => {}
                    _ => cold!(operator::get_iter(interp, ts)),
                },
                Op::ForIter(target) => {
                    if let Value::Iter(id) = top!(1) {
                        iterate!(id, target, |value| push!(value));
                    }
                    step!()
                }
                Op::GetYieldFromIter => cold!(generator::get_yield_from_iter(interp, ts)),
                Op::Send => {
                    if let (Value::Generator(id), Value::None) = (top!(2), top!(1)) {
                        save!();
                        let base = frame.window + sp as u32 - 1;
                        if generator::step_into(interp, ts, id, base, OnReturn::Send) {
                            continue 'frame;
                        }
                    }
                    cold!(generator::send(interp, ts))
                }
                Op::EndSend => {
                    let result = pop!();
                    top!(1) = result;
                }
                Op::YieldValue => {
                    let value = pop!();
                    give!(value)
                }
                Op::YieldFast(local) => {
                    pc += 1;
                    give!(window[local as usize])
                }
                Op::ReturnGenerator => cold!(generator::return_generator(interp, ts)),
                Op::CleanupThrow => cold!(generator::cleanup_throw(interp, ts)),
                Op::ReturnValue => {
                    let value = pop!();
                    leave!(value)
                }
                Op::ReturnConst(index) => {
                    let value = code.constants[index as usize];
                    leave!(value)
                }
                Op::Call(argc) => {
                    let base = sp.wrapping_sub(argc).wrapping_sub(2);
                    let callee = window[base as usize];
                    let native_id = match callee {
                        Value::Native(id) => Some(id),
                        // `type(x)`: library code asks it often.
                        Value::Class(crate::types::TYPE) if argc == 1 => {
                            let class = interp.class_of(top!(1));
                            window[base as usize] = Value::Class(class);
                            sp = base.wrapping_add(1);
                            continue;
                        }
                        Value::Class(id) => interp.heap.classes[id].construct,
                        _ => None,
                    };
                    if let Some(id) = native_id {
                        let native = &interp.natives[id.index()];
                        let has_self = !window[base.wrapping_add(1) as usize].is_null();
                        let start = base.wrapping_add(2 - has_self as u8);
                        let count = argc.wrapping_add(has_self as u8);
                        if let Implementation::Plain(function) = native.def.implementation
                            && native.def.min <= count
                            && count <= native.def.max
                            && (native.owner.is_none() || !matches!(window[start as usize], Value::Instance(_)))
                            && (native.owner.is_none() || has_self)
                            && let Some(values) = window.get(start as usize..sp as usize)
                        {
                            let is_quiet = native.def.is_quiet;
                            match function(interp, Args::positional(values)) {
                                Ok(value) => {
                                    window[base as usize] = value;
                                    sp = base.wrapping_add(1);
                                    if !W::EVERY_INSTRUCTION && !is_quiet {
                                        check!(pc);
                                    }
                                    continue;
                                }
                                Err(Trap::Raise(exception)) => trapped!(Trap::Raise(exception)),
                                Err(trap) => {
                                    let base = frame.window + base as u32;
                                    cold!(call::native_trap(interp, ts, id, base, None, OnReturn::Push, trap))
                                }
                            }
                        }
                        if let Implementation::Located(_) = native.def.implementation {
                            save!();
                            let base = frame.window + base as u32;
                            match call::located(interp, ts, base, !W::EVERY_INSTRUCTION) {
                                Ok(None) => continue 'frame,
                                Ok(Some(exit)) => return Flow::Exit(exit),
                                Err(trap) => match unwind::trapped(interp, ts, trap) {
                                    Ok(()) => continue 'frame,
                                    Err(flow) => return flow,
                                },
                            }
                        }
                    }
                    save!();
                    let base = frame.window + base as u32;
                    let has_entered = match callee {
                        Value::Function(id) => call::enter_simple(interp, ts, store, id, base, argc),
                        Value::Class(id) => call::enter_init(interp, ts, store, id, base, argc),
                        Value::Method(_) => match call::unbind(interp, ts, base) {
                            Some(id) => call::enter_simple(interp, ts, store, id, base, argc),
                            None => false,
                        },
                        _ => false,
                    };
                    if has_entered {
                        continue 'frame;
                    }
                    cold!(call::call(interp, ts, base, OnReturn::Push))
                }
                Op::CallKw(argc) => {
                    let base = frame.window + sp.wrapping_sub(argc).wrapping_sub(3) as u32;
                    cold!(call::call_keywords(interp, ts, base))
                }
                Op::CallEx(has_keywords) => cold!(call::call_ex(interp, ts, has_keywords)),
                Op::MakeFunction => cold!(build::function(interp, ts)),
                Op::SetFunctionAttribute(which) => cold!(build::function_attribute(interp, ts, which)),
                Op::LoadBuildClass => {
                    let value = interp.builtin_named("__build_class__");
                    push!(value);
                }
                Op::LoadAssertionError => push!(Value::Class(crate::exceptions::ASSERTION_ERROR)),
                Op::BuildTuple(count) => {
                    let start = sp.wrapping_sub(count);
                    let value = match window.get(start as usize..sp as usize) {
                        Some(items) => interp.heap.new_tuple(items),
                        None => interp.empty_tuple,
                    };
                    sp = start;
                    push!(value);
                }
                Op::BuildList(count) => {
                    let start = sp.wrapping_sub(count);
                    let items = window.get(start as usize..sp as usize).unwrap_or_default();
                    let list = interp.heap.new_list_with(items.len(), |list| list.extend_from_slice(items));
                    sp = start;
                    push!(list);
                }
                Op::BuildSet(count) => cold!(build::set(interp, ts, count)),
                Op::BuildMap(count) => cold!(build::map(interp, ts, count)),
                Op::BuildConstKeyMap(count) => cold!(build::const_key_map(interp, ts, count)),
                Op::BuildString(count) => cold!(build::string(interp, ts, count)),
                Op::ListAppend(depth) => {
                    let value = pop!();
                    if let Value::List(list) = top!(depth) {
                        interp.list_append(list, value);
                    }
                }
                Op::ListExtend(depth) => cold!(build::list_extend(interp, ts, depth)),
                Op::SetAdd(depth) => cold!(build::set_add(interp, ts, depth)),
                Op::SetUpdate(depth) => cold!(build::set_update(interp, ts, depth)),
                Op::MapAdd(depth) => cold!(build::map_add(interp, ts, depth)),
                Op::DictUpdate(depth) => cold!(build::dict_update(interp, ts, depth)),
                Op::DictMerge(depth) => cold!(build::dict_merge(interp, ts, depth)),
                Op::UnpackSequence(count) => {
                    if let Value::Tuple(tuple) = top!(1) {
                        let items = interp.heap.tuple(tuple);
                        if items.len() == count as usize {
                            sp = sp.wrapping_sub(1);
                            for &item in items.iter().rev() {
                                push!(item);
                            }
                            continue;
                        }
                    }
                    cold!(build::unpack_sequence(interp, ts, count))
                }
                Op::UnpackEx(before, after) => cold!(build::unpack_ex(interp, ts, before, after)),
                Op::FormatSimple => cold!(build::format_simple(interp, ts)),
                Op::FormatWithSpec => cold!(build::format_with_spec(interp, ts)),
                Op::ConvertValue(kind) => cold!(build::convert(interp, ts, kind)),
                Op::ImportName(name) => cold!(import::import_name(interp, ts, code, name)),
                Op::ImportFrom(name) => cold!(import::import_from(interp, ts, code.names[name as usize])),
                Op::BeforeWith => cold!(with::before_with(interp, ts)),
                Op::WithExceptStart => cold!(with::except_start(interp, ts)),
                Op::PushExcInfo => {
                    let exception = top!(1);
                    top!(1) = ts.handled;
                    ts.handled = exception;
                    push!(exception);
                }
                Op::PopExcept => ts.handled = pop!(),
                Op::CheckExcMatch => cold!(exception::check_match(interp, ts)),
                Op::CheckEgMatch => cold!(exception::check_group_match(interp, ts)),
                Op::Reraise => {
                    let exception = pop!();
                    save!();
                    match unwind::reraise(interp, ts, exception) {
                        Ok(()) => continue 'frame,
                        Err(flow) => return flow,
                    }
                }
                Op::RaiseVarargs(count) => cold!(exception::raise_varargs(interp, ts, count)),
                Op::Intrinsic1(number) => cold!(build::intrinsic1(interp, ts, code, number)),
                Op::Intrinsic2(number) => cold!(build::intrinsic2(interp, ts, number)),
                Op::SetupAnnotations => cold!(attribute::setup_annotations(interp, ts, code)),
                Op::LoadFastLoadFast(a, b) => {
                    push!(window[a as usize]);
                    push!(window[b as usize]);
                    pc += 1;
                }
                Op::StoreFastLoadFast(a, b) => {
                    window[a as usize] = top!(1);
                    top!(1) = window[b as usize];
                    pc += 1;
                }
                // Where the fast path of a superinstruction does not apply, its operands are pushed and the plain
                // instruction, which still stands in its place, is run next: it raises and unwinds as ever.
                Op::BinaryFastFast(operator, a, b) => {
                    let (a, b) = (window[a as usize], window[b as usize]);
                    if let Some(value) = fast::binary(operator, a, b) {
                        push!(value);
                        pc += 2;
                        continue;
                    }
                    push!(a);
                    push!(b);
                    pc += 1;
                }
                Op::BinaryFastConst(operator, a, k) => {
                    let (a, b) = (window[a as usize], code.constants[k as usize]);
                    if let Some(value) = fast::binary(operator, a, b) {
                        push!(value);
                        pc += 2;
                        continue;
                    }
                    push!(a);
                    push!(b);
                    pc += 1;
                }
                Op::BinaryFast(operator, b) => {
                    let b = window[b as usize];
                    if let Some(value) = fast::binary(operator, top!(1), b) {
                        top!(1) = value;
                        pc += 1;
                        continue;
                    }
                    push!(b);
                }
                Op::BinaryConst(operator, k) => {
                    let b = code.constants[k as usize];
                    if let Some(value) = fast::binary(operator, top!(1), b) {
                        top!(1) = value;
                        pc += 1;
                        continue;
                    }
                    push!(b);
                }
                Op::BinaryFastFastStore(operator, a, b, target) => {
                    let (a, b) = (window[a as usize], window[b as usize]);
                    if let Some(value) = fast::binary(operator, a, b) {
                        window[target as usize] = value;
                        pc += 3;
                        continue;
                    }
                    push!(a);
                    push!(b);
                    pc += 1;
                }
                Op::BinaryFastConstStore(operator, a, k, target) => {
                    let (a, b) = (window[a as usize], code.constants[k as usize]);
                    if let Some(value) = fast::binary(operator, a, b) {
                        window[target as usize] = value;
                        pc += 3;
                        continue;
                    }
                    push!(a);
                    push!(b);
                    pc += 1;
                }
                Op::BinaryStore(operator, target) => {
                    if let Some(value) = fast::binary(operator, top!(2), top!(1)) {
                        sp = sp.wrapping_sub(2);
                        window[target as usize] = value;
                        pc += 1;
                        continue;
                    }
                    cold!(operator::binary(interp, ts, operator))
                }
                Op::BinaryGlobalConst(operator, k, slot) => {
                    let (a, b) = (interp.globals[slot as usize], code.constants[k as usize]);
                    if let Some(value) = fast::binary(operator, a, b) {
                        interp.globals[slot as usize] = value;
                        pc += 3;
                        continue;
                    }
                    if a.is_null() {
                        let trap = interp.unbound_global(slot);
                        trapped!(trap);
                    }
                    push!(a);
                    push!(b);
                    pc += 1;
                }
                Op::CompareFastFastJump(operator, a, b, target) => {
                    let (a, b) = (window[a as usize], window[b as usize]);
                    if let Some(result) = fast::compare(operator, a, b) {
                        pc = if result { pc + 3 } else { target as usize };
                        continue;
                    }
                    push!(a);
                    push!(b);
                    pc += 1;
                }
                Op::CompareFastConstJump(operator, a, k, target) => {
                    let (a, b) = (window[a as usize], code.constants[k as usize]);
                    if let Some(result) = fast::compare(operator, a, b) {
                        pc = if result { pc + 3 } else { target as usize };
                        continue;
                    }
                    push!(a);
                    push!(b);
                    pc += 1;
                }
                Op::CompareConstJump(operator, k, target) => {
                    let b = code.constants[k as usize];
                    if let Some(result) = fast::compare(operator, top!(1), b) {
                        sp = sp.wrapping_sub(1);
                        pc = if result { pc + 2 } else { target as usize };
                        continue;
                    }
                    push!(b);
                }
                Op::CompareJump(operator, target) => {
                    if let Some(result) = fast::compare(operator, top!(2), top!(1)) {
                        sp = sp.wrapping_sub(2);
                        pc = if result { pc + 1 } else { target as usize };
                        continue;
                    }
                    cold!(operator::compare(interp, ts, operator, true))
                }
                Op::ForIterStore(local, target) => {
                    if let Value::Iter(id) = top!(1) {
                        iterate!(id, target, |value| {
                            window[local as usize] = value;
                            pc += 1;
                        });
                    }
                    step!()
                }
                Op::ForIterUnpack(count, target) => {
                    if let Value::Iter(id) = top!(1)
                        && let Some(places) = window.get_mut(sp as usize..sp as usize + count as usize)
                    {
                        match crate::iteration::next_unpacked(interp, id, places) {
                            Ok(Unpacked::Parts) => {
                                sp = sp.wrapping_add(count);
                                pc += 1;
                            }
                            Ok(Unpacked::Whole(value)) => push!(value),
                            Ok(Unpacked::End) => pc = target as usize + 1,
                            Err(trap) => cold!(generator::iter_trap(interp, ts, trap)),
                        }
                        continue;
                    }
                    step!()
                }
                Op::StoreFastStoreFast(a, b) => {
                    window[a as usize] = pop!();
                    window[b as usize] = pop!();
                    pc += 1;
                }
                Op::LoadFastAttr(local, site) => {
                    let object = window[local as usize];
                    if let Some(value) = cached::slot(interp, site, object) {
                        push!(value);
                        pc += 1;
                        continue;
                    }
                    push!(object);
                }
                Op::CopyLoadAttr(site) => {
                    let object = top!(1);
                    if let Some(value) = cached::slot(interp, site, object) {
                        push!(value);
                        pc += 1;
                        continue;
                    }
                    push!(object);
                }
                Op::SwapStoreAttr(site) => {
                    if cached::store(interp, site, top!(2), top!(1)) {
                        sp = sp.wrapping_sub(2);
                        pc += 1;
                        continue;
                    }
                    window.swap(sp.wrapping_sub(1) as usize, sp.wrapping_sub(2) as usize);
                }
                Op::LoadFastMethod(local, site) => {
                    let object = window[local as usize];
                    if let Known::Method(function) = cached::load(interp, site, object) {
                        push!(function);
                        push!(object);
                        pc += 1;
                        continue;
                    }
                    push!(object);
                }
                Op::ReturnFast(local) => {
                    let value = window[local as usize];
                    pc += 1;
                    leave!(value)
                }
                Op::SubscriptFastFast(a, b) => {
                    let (container, key) = (window[a as usize], window[b as usize]);
                    if let (Value::List(list), Value::Int(index)) = (container, key)
                        && let Some(&value) = interp.heap.lists[list].items.get(index as usize)
                    {
                        push!(value);
                        pc += 2;
                        continue;
                    }
                    push!(container);
                    push!(key);
                    pc += 1;
                }
                Op::StoreSubscriptFastFast(a, b) => {
                    let (container, key) = (window[a as usize], window[b as usize]);
                    if let (Value::List(list), Value::Int(index)) = (container, key)
                        && let Some(place) = interp.heap.lists[list].items.get_mut(index as usize)
                    {
                        *place = pop!();
                        pc += 2;
                        continue;
                    }
                    push!(container);
                    push!(key);
                    pc += 1;
                }
                Op::StoreFastAttr(value, object, site) => {
                    let (value, object) = (window[value as usize], window[object as usize]);
                    if cached::store(interp, site, object, value) {
                        pc += 2;
                        continue;
                    }
                    push!(value);
                    push!(object);
                    pc += 1;
                }
                Op::DictMergeCallEx => {
                    // Into an empty dict: the call can have the other one as it is.
                    if let (Value::Dict(merged), Value::Dict(only)) = (top!(2), top!(1))
                        && interp.heap.dicts[merged].is_empty()
                    {
                        sp = sp.wrapping_sub(1);
                        top!(1) = Value::Dict(only);
                        pc += 1;
                        cold!(call::call_ex(interp, ts, true))
                    }
                    cold!(build::dict_merge(interp, ts, 1))
                }
                Op::Unsupported => {
                    let trap = interp.raise(crate::exceptions::SYSTEM_ERROR, "expression too complex");
                    trapped!(trap);
                }
            }
        }
    }
}
