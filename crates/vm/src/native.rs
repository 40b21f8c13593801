//! Functions implemented in Rust: their table, their arguments, what they can ask of the run loop.
//!
//! A native never runs script code, never sleeps and never touches the GIL. When an operand needs script code (a user's
//! `__eq__`, a generator, a key function) it returns `Trap::Defer` *before it has changed anything*, and the run loop
//! calls the native's *twin*: a function of the same job written in Python in the hidden library (`lib/_core`).

use crate::exit::{IoRequest, Wait};
use crate::interp::Interp;
use crate::run::consume::Consumer;
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::value::{ClassId, ExceptionId, GeneratorId, Value};
use crate::work::Effort;

/// Why a native gives no value.
#[derive(Debug)]
pub enum Trap {
    /// An exception.
    Raise(ExceptionId),
    /// Script code is needed: call the twin with the same arguments. Nothing has been changed yet.
    Defer,
    /// The result is that of another call.
    Call(Box<CallRequest>),
    /// The thread must wait; its result is decided when it goes on.
    Block(Box<Wait>),
    /// Something must be done without the GIL.
    Io(Box<IoRequest>),
    /// Start an OS thread for this script thread; the result is the value.
    Spawn(gilscope_trace::ThreadId, Value),
    /// Something is to happen to the process.
    Process(crate::ProcessCall),
    /// Give other threads a turn, then return the value.
    Yield(Value),
    /// Let a generator go on with this value; what it yields is the result.
    Resume(GeneratorId, Value),
    /// Raise an exception in a generator, where it stopped; what it yields next is the result.
    Throw(GeneratorId, ExceptionId),
    /// Collect; the result is how many objects CPython's collector would have found. With `true` as `gc.collect()` does,
    /// else only what reference counts would have freed.
    Collect(bool),
    /// The call is over, its result is on the stack, and the thread must give way.
    Switch,
    /// A call has begun or is over, and another instantiation of the run loop must go on.
    Reload,
}

/// A call in place of a result.
#[derive(Debug)]
pub struct CallRequest {
    pub callee: Value,
    pub args: Vec<Value>,
    pub keywords: Vec<(Symbol, Value)>,
}

pub type NativeResult = Result<Value, Trap>;
pub type NativeFn = fn(&mut Interp, Args<'_>) -> NativeResult;
/// A native that looks at the frames of the calling thread (`globals`, `sys._getframe`, `sys.exc_info`).
pub type FrameFn = fn(&mut Interp, &mut ThreadState, &[Value]) -> NativeResult;
/// Reads a computed attribute of `self`.
pub type Getter = fn(&mut Interp, Value) -> NativeResult;
/// Writes a computed attribute of `self`; a `Null` value deletes it.
pub type Setter = fn(&mut Interp, Value, Value) -> Result<(), Trap>;

/// The arguments of a call. Keyword arguments of a native with named parameters have already been put in their slots,
/// with `Null` for those that are absent; `keywords` is filled only for natives that accept any.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    pub values: &'a [Value],
    pub keywords: &'a [(Symbol, Value)],
}

impl<'a> Args<'a> {
    pub fn positional(values: &'a [Value]) -> Args<'a> {
        Args { values, keywords: &[] }
    }

    /// Argument `index` (of a method: 0 is self); `None` when absent.
    #[inline(always)]
    pub fn get(&self, index: usize) -> Option<Value> {
        self.values.get(index).copied().filter(|v| !v.is_null())
    }

    /// Argument `index`, which the table says is required.
    #[inline(always)]
    pub fn at(&self, index: usize) -> Value {
        self.values.get(index).copied().unwrap_or(Value::None)
    }

    /// Argument `index`, or `None` when absent.
    #[inline(always)]
    pub fn or_none(&self, index: usize) -> Value {
        self.get(index).unwrap_or(Value::None)
    }

    #[inline(always)]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

#[derive(Clone, Copy)]
pub enum Implementation {
    Plain(NativeFn),
    Frame(FrameFn),
    /// As `Plain`, but the interpreter takes note of the place of the call first, for the events that the native makes.
    Located(NativeFn),
}

/// A shorter way to the result where the arguments, which come in registers, are of the usual types. `Null`, with nothing
/// changed, where they are not. A call with an argument slice and a `NativeResult` costs forty instructions more.
#[derive(Clone, Copy, Default)]
pub enum Quick {
    #[default]
    Not,
    One(fn(&mut Interp, Value) -> Value),
    Two(fn(&mut Interp, Value, Value) -> Value),
    /// Of a method that `with` calls: whatever comes with self is of no use.
    SelfAlone(fn(&mut Interp, Value) -> Value),
}

/// How the function binds when found in a class.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Binding {
    Function,
    Method,
    Static,
    Class,
}

/// One row of a table of natives.
#[derive(Clone, Copy)]
pub struct NativeDef {
    pub name: &'static str,
    pub implementation: Implementation,
    pub quick: Quick,
    pub binding: Binding,
    /// Least and greatest number of positional arguments, self included for methods. 255: no limit.
    pub min: u8,
    pub max: u8,
    /// Names of the slots, self left out, in order; `""` for positional-only ones. Slots from `max` on are keyword-only.
    pub params: &'static [&'static str],
    /// Any keyword is taken and passed in `Args::keywords`.
    pub any_keywords: bool,
    /// Function of the hidden library that takes over on `Trap::Defer`; empty when there is none.
    pub twin: &'static str,
    /// What it makes of the values of a generator.
    pub consumer: Option<Consumer>,
    /// CPython has an instruction of its own for calling it, without a check point (`CALL_LEN` and the like).
    pub is_quiet: bool,
    /// It makes events: it is `Located` when somebody listens.
    pub makes_events: bool,
}

impl NativeDef {
    const fn new(name: &'static str, implementation: Implementation, binding: Binding, min: u8, max: u8) -> NativeDef {
        NativeDef {
            name,
            implementation,
            quick: Quick::Not,
            binding,
            min,
            max,
            params: &[],
            any_keywords: false,
            twin: "",
            consumer: None,
            is_quiet: false,
            makes_events: false,
        }
    }

    /// A function of `min` to `max` positional arguments.
    pub const fn function(name: &'static str, f: NativeFn, min: u8, max: u8) -> NativeDef {
        NativeDef::new(name, Implementation::Plain(f), Binding::Function, min, max)
    }

    /// A method; `min` and `max` do not count self, which is argument 0.
    pub const fn method(name: &'static str, f: NativeFn, min: u8, max: u8) -> NativeDef {
        let max = if max == 255 { 255 } else { max + 1 };
        NativeDef::new(name, Implementation::Plain(f), Binding::Method, min + 1, max)
    }

    /// A class method; argument 0 is the class, not counted in `min` and `max`.
    pub const fn class_method(name: &'static str, f: NativeFn, min: u8, max: u8) -> NativeDef {
        let max = if max == 255 { 255 } else { max + 1 };
        NativeDef::new(name, Implementation::Plain(f), Binding::Class, min + 1, max)
    }

    /// A static method.
    pub const fn static_method(name: &'static str, f: NativeFn, min: u8, max: u8) -> NativeDef {
        NativeDef::new(name, Implementation::Plain(f), Binding::Static, min, max)
    }

    /// A function that looks at the calling thread's frames.
    pub const fn frame(name: &'static str, f: FrameFn, min: u8, max: u8) -> NativeDef {
        NativeDef::new(name, Implementation::Frame(f), Binding::Function, min, max)
    }

    /// Name the parameters (self left out).
    pub const fn params(mut self, params: &'static [&'static str]) -> NativeDef {
        self.params = params;
        self
    }

    /// Take any keyword arguments.
    pub const fn any_keywords(mut self) -> NativeDef {
        self.any_keywords = true;
        self
    }

    /// Let a generator feed it (its first argument).
    pub const fn consumer(mut self, consumer: Consumer) -> NativeDef {
        self.consumer = Some(consumer);
        self
    }

    /// Give a short way for calls with one argument (of a method: with self alone).
    pub const fn quick(mut self, f: fn(&mut Interp, Value) -> Value) -> NativeDef {
        self.quick = Quick::One(f);
        self
    }

    /// Give a short way for calls with two arguments (of a method: with self and another).
    pub const fn quick2(mut self, f: fn(&mut Interp, Value, Value) -> Value) -> NativeDef {
        self.quick = Quick::Two(f);
        self
    }

    /// Give a short way for calls by `with`, which looks at self alone.
    pub const fn quick_with(mut self, f: fn(&mut Interp, Value) -> Value) -> NativeDef {
        self.quick = Quick::SelfAlone(f);
        self
    }

    /// No check point after a call.
    pub const fn quiet(mut self) -> NativeDef {
        self.is_quiet = true;
        self
    }

    /// Name the function of the hidden library that does the same for any operand.
    pub const fn twin(mut self, twin: &'static str) -> NativeDef {
        self.twin = twin;
        self
    }

    /// Say that it makes events: that it acquires or releases locks, or writes.
    pub const fn makes_events(mut self) -> NativeDef {
        self.makes_events = true;
        self
    }

    /// Number of slots in which parameters arrive, self included.
    pub fn slots(&self) -> usize {
        let bound = usize::from(matches!(self.binding, Binding::Method | Binding::Class));
        self.params.len() + bound
    }
}

/// A native in the table of an interpreter.
#[derive(Clone, Copy)]
pub struct Native {
    pub def: NativeDef,
    /// The built-in class that self must be an instance of.
    pub owner: Option<ClassId>,
    /// Name of the module that it shows.
    pub module: &'static str,
    /// The twin once looked up.
    pub twin: Value,
    /// What its work grows with.
    pub(crate) effort: Effort,
}
