//! Calls.
//!
//! The operands of a call are on the stack as CPython lays them out: callable, self or `Null`, arguments. `base` is the
//! absolute place of the callable, and where the result goes.

mod class;
mod native;

pub(crate) use class::{has_call, metaclass_call};
pub(crate) use native::{Direct, direct, native_trap, quick, quick_with, quick2};

use crate::exit::IoRequest;
use crate::frame::{Frame, NOTHING, OnReturn};
use crate::interp::Interp;
use crate::link::WINDOW;
use crate::native::{CallRequest, Trap};
use crate::object::{Descriptor, InstanceObject};
use crate::run::{arguments, deliver};
use crate::symbol::Symbol;
use crate::thread_state::{Pending, ThreadState};
use crate::value::*;

/// Keyword arguments: a tuple of their names, in the order of the values that follow the positional ones on the stack.
pub(crate) type Keywords = Option<TupleId>;

/// Call `callee(*args)` from the top frame; the result is treated as `on_return` says.
pub(crate) fn start(
    interp: &mut Interp,
    ts: &mut ThreadState,
    callee: Value,
    args: &[Value],
    on_return: OnReturn,
) -> Result<(), Trap> {
    let base = ts.sp() as u32;
    ts.push_all(&[callee, Value::Null]);
    ts.push_all(args);
    match callee {
        Value::Function(id) => function(interp, ts, base, id, None, on_return),
        _ => call(interp, ts, base, on_return),
    }
}

/// Call a method found in the class of `args[0]`, binding it as a special method is bound.
pub(crate) fn start_method(
    interp: &mut Interp,
    ts: &mut ThreadState,
    method: Value,
    args: &[Value],
    on_return: OnReturn,
) -> Result<(), Trap> {
    if let Value::Descriptor(id) = method {
        match interp.heap.descriptors[id] {
            Descriptor::StaticMethod(function) => return start(interp, ts, function, &args[1..], on_return),
            Descriptor::ClassMethod(function) => {
                let mut args = args.to_vec();
                args[0] = Value::Class(interp.class_of(args[0]));
                return start(interp, ts, function, &args, on_return);
            }
            _ => {}
        }
    }
    let binds = matches!(method, Value::Function(_) | Value::Native(_));
    let args = if binds { args } else { &args[1..] };
    start(interp, ts, method, args, on_return)
}

/// Call with `CALL`'s operands: everything above `base`.
pub(crate) fn call(interp: &mut Interp, ts: &mut ThreadState, base: u32, on_return: OnReturn) -> Result<(), Trap> {
    call_with(interp, ts, base, None, on_return)
}

/// `CALL_KW`: the tuple of keyword names is on top.
pub(crate) fn call_keywords(interp: &mut Interp, ts: &mut ThreadState, base: u32) -> Result<(), Trap> {
    let names = match ts.pop() {
        Value::Tuple(tuple) => Some(tuple),
        _ => None,
    };
    call_with(interp, ts, base, names, OnReturn::Native)
}

/// `CALL_FUNCTION_EX`: callable, `Null`, argument tuple, and perhaps a dict of keyword arguments.
#[inline(never)]
pub(crate) fn call_ex(interp: &mut Interp, ts: &mut ThreadState, has_keywords: bool) -> Result<(), Trap> {
    let keywords = if has_keywords { ts.pop() } else { Value::Null };
    let args = ts.pop();
    let base = ts.sp() as u32 - 2;
    match args {
        Value::Tuple(tuple) => ts.push_all(interp.heap.tuple(tuple)),
        Value::Null => {}
        _ => match crate::iteration::iter_to_vec(interp, args) {
            Ok(items) => ts.push_all(&items),
            Err(Trap::Defer) => return spread(interp, ts, base, args, keywords),
            Err(_) => {
                let callee = interp.callable_display(ts.stack[base as usize]);
                let kind = interp.type_name(args).to_string();
                return Err(interp.type_error(format!("{callee} argument after * must be an iterable, not {kind}")));
            }
        },
    }
    let names = spread_keywords(interp, ts, keywords)?;
    call_with(interp, ts, base, names, OnReturn::Native)
}

/// `f(**keywords)`: push the values of the dict; give the names.
fn spread_keywords(interp: &mut Interp, ts: &mut ThreadState, keywords: Value) -> Result<Keywords, Trap> {
    let Value::Dict(dict) = interp.payload(keywords) else { return Ok(None) };
    let first = ts.sp();
    // The names take the places of the values until they have a tuple.
    for entry in interp.heap.dicts[dict].iter() {
        ts.push(entry.key);
    }
    let end = ts.sp();
    if first == end {
        return Ok(None);
    }
    for place in first..end {
        let name = interp.payload(ts.stack[place]);
        if !matches!(name, Value::Str(_)) {
            return Err(interp.type_error("keywords must be strings"));
        }
        ts.stack[place] = name;
    }
    let Value::Tuple(names) = interp.heap.new_tuple(&ts.stack[first..end]) else { return Ok(None) };
    for (place, entry) in ts.stack[first..end].iter_mut().zip(interp.heap.dicts[dict].iter()) {
        *place = entry.value;
    }
    Ok(Some(names))
}

/// `f(*iterable)` where script code gives the items: the twin makes a tuple and calls again.
fn spread(interp: &mut Interp, ts: &mut ThreadState, base: u32, args: Value, keywords: Value) -> Result<(), Trap> {
    let callee = ts.stack[base as usize];
    ts.set_sp(base as usize);
    let twin = interp.twin("operate", "call_spread")?;
    let keywords = if keywords.is_null() { Value::None } else { keywords };
    start(interp, ts, twin, &[callee, args, keywords], OnReturn::Native)
}

/// Call whatever is at `base`, with everything above it. The check point of `OnReturn::Native` is for native callees: a
/// function of a script has its own, on entry.
pub(crate) fn call_with(
    interp: &mut Interp,
    ts: &mut ThreadState,
    base: u32,
    keywords: Keywords,
    on_return: OnReturn,
) -> Result<(), Trap> {
    let at = base as usize;
    loop {
        match ts.stack[at] {
            Value::Function(id) => return function(interp, ts, base, id, keywords, on_return.of_function()),
            Value::Native(id) => return native::native(interp, ts, base, id, keywords, on_return),
            Value::Method(id) => {
                let method = interp.heap.methods[id].clone();
                // The `__exit__` of a lock, mostly: a third of what the usual way takes.
                if keywords.is_none()
                    && let Some(value) = native::quick_with(interp, method.function, method.receiver)
                {
                    return deliver::deliver(interp, ts, base, on_return, value);
                }
                replace_callee(ts, at, method.function, Some(method.receiver));
            }
            Value::Class(id) => return class::class(interp, ts, base, id, keywords, on_return),
            Value::Descriptor(id) => match interp.heap.descriptors[id] {
                Descriptor::StaticMethod(function) => replace_callee(ts, at, function, None),
                _ => return Err(interp.not_callable(ts.stack[at])),
            },
            Value::Wrapper(id) => match interp.heap.wrappers[id] {
                crate::object::Wrapper::Alias { origin, .. } if !origin.is_none() => {
                    replace_callee(ts, at, origin, None);
                }
                _ => return Err(interp.not_callable(ts.stack[at])),
            },
            other => match interp.lookup(interp.class_of(other), Symbol::CALL) {
                Some(method @ (Value::Function(_) | Value::Native(_))) => {
                    replace_callee(ts, at, method, Some(other));
                    return call_within_native(interp, ts, base, keywords, on_return);
                }
                Some(method) if !method.is_none() => replace_callee(ts, at, method, None),
                _ => return Err(interp.not_callable(other)),
            },
        }
    }
}

/// Call what is at `base` as part of a native call, whose result it gives.
pub(crate) fn call_within_native(
    interp: &mut Interp,
    ts: &mut ThreadState,
    base: u32,
    keywords: Keywords,
    on_return: OnReturn,
) -> Result<(), Trap> {
    match ts.stack[base as usize] {
        Value::Function(id) => function(interp, ts, base, id, keywords, on_return),
        _ => call_with(interp, ts, base, keywords, on_return),
    }
}

/// Put another callable at `at`, with `receiver` before the arguments.
pub(crate) fn replace_callee(ts: &mut ThreadState, at: usize, callee: Value, receiver: Option<Value>) {
    ts.stack[at] = callee;
    let Some(receiver) = receiver else { return };
    if ts.stack[at + 1].is_null() {
        ts.stack[at + 1] = receiver;
        return;
    }
    // A bound method found as a plain attribute of a class: its receiver goes before the self already there.
    let sp = ts.sp();
    ts.push(Value::Null);
    ts.stack.copy_within(at + 1..sp, at + 2);
    ts.stack[at + 1] = receiver;
}

/// Where the arguments begin: with self if there is one.
fn first_argument(ts: &ThreadState, base: u32) -> usize {
    let at = base as usize + 1;
    if ts.stack[at].is_null() { at + 1 } else { at }
}

/// Push a frame for a function; bind its arguments in place.
pub(crate) fn function(
    interp: &mut Interp,
    ts: &mut ThreadState,
    base: u32,
    id: FunctionId,
    keywords: Keywords,
    on_return: OnReturn,
) -> Result<(), Trap> {
    let start = first_argument(ts, base);
    let count = ts.sp() - start;
    let code_id = interp.heap.functions[id].code;
    let code = interp.code.get(code_id);
    let (locals, shift, simple) = (code.locals as usize, code.shift as usize, code.simple_args as usize);
    if ts.frames.len() > interp.recursion_limit {
        return Err(interp.recursion_error(ts));
    }
    let window = start + shift;
    if ts.stack.len() < window + WINDOW {
        ts.stack.resize(window + 2 * WINDOW, Value::Null);
    }
    if keywords.is_some() || count != simple {
        arguments::bind(interp, ts, id, start, count, keywords)?;
    } else {
        // `bind` clears the other locals itself.
        ts.stack[start + count..start + locals].fill(Value::Null);
    }
    ts.frames.push(Frame {
        code: code_id,
        pc: 0,
        window: window as u32,
        sp: (start + locals) as u32,
        base,
        function: id.0 as u32,
        generator: NOTHING,
        on_return,
    });
    Ok(())
}

/// Call with keyword arguments from the top frame.
pub(crate) fn start_keywords(
    interp: &mut Interp,
    ts: &mut ThreadState,
    request: CallRequest,
    on_return: OnReturn,
) -> Result<(), Trap> {
    let base = ts.sp() as u32;
    ts.push(request.callee);
    ts.push(Value::Null);
    ts.push_all(&request.args);
    let names: Vec<Value> = request.keywords.iter().map(|k| interp.symbol_str(k.0)).collect();
    request.keywords.iter().for_each(|k| ts.push(k.1));
    let names = match interp.heap.new_tuple(&names) {
        Value::Tuple(tuple) if !names.is_empty() => Some(tuple),
        _ => None,
    };
    call_within_native(interp, ts, base, names, on_return)
}

impl Interp {
    /// A fresh instance of a class without a built-in base.
    #[inline]
    pub fn new_instance(&mut self, class: ClassId) -> Value {
        let value = self.new_plain_instance(class);
        if self.heap.classes[class].flags.finalizable {
            self.heap.add_finalizable(value);
        }
        value
    }

    /// The same where the class has no `__del__`.
    #[inline]
    pub(crate) fn new_plain_instance(&mut self, class: ClassId) -> Value {
        self.heap.charge(96);
        let shape = self.heap.classes[class].shape;
        Value::Instance(self.heap.instances.alloc(InstanceObject { class, shape, ..InstanceObject::default() }))
    }

    /// The symbol with the text of a str.
    pub(crate) fn symbol_of(&mut self, name: Value) -> Option<Symbol> {
        match self.payload(name) {
            Value::Str(id) => Some(self.symbols.intern(self.heap.str(id).as_str())),
            _ => None,
        }
    }

    #[cold]
    fn not_callable(&mut self, value: Value) -> Trap {
        let message = format!("'{}' object is not callable", self.class_display(self.class_of(value)));
        self.type_error(message)
    }

    /// How messages name a callable: its qualified name with parentheses.
    pub(crate) fn callable_display(&mut self, value: Value) -> String {
        match value {
            Value::Function(id) => {
                let code = self.heap.functions[id].code;
                let module = self.code.get(code).module;
                match self.get_global(module, "__name__").and_then(|name| self.text(name)) {
                    Some(module) if module != "builtins" => format!("{module}.{}()", self.function_display(id)),
                    _ => format!("{}()", self.function_display(id)),
                }
            }
            Value::Native(id) => format!("{}()", self.natives[id.index()].def.name),
            Value::Method(id) => self.callable_display(self.heap.methods[id].function),
            Value::Class(id) => format!("{}()", self.heap.classes[id].name),
            _ => format!("{} object", self.type_name(value)),
        }
    }

    #[cold]
    fn recursion_error(&mut self, ts: &ThreadState) -> Trap {
        let _ = ts;
        self.raise(crate::exceptions::RECURSION_ERROR, "maximum recursion depth exceeded")
    }
}

impl IoRequest {
    /// Take it apart for the thread and for the driver.
    pub(crate) fn split(self) -> (crate::exit::IoWork, Pending) {
        (self.work, Pending::Io { then: self.then, state: self.state, reply: None })
    }
}
