//! Calling what needs no script code, from inside a native: `key=len`, `key=d.get`, `map(int, …)`.

use crate::interp::Interp;
use crate::native::{Args, Implementation, Native, NativeResult, Trap};
use crate::object::IterObject;
use crate::types;
use crate::value::*;

impl Interp {
    /// Whether `call_plain` can call `callee` with one argument.
    pub(crate) fn calls_natively(&self, callee: Value) -> bool {
        match callee {
            Value::Native(id) => takes(&self.natives[id.index()], 1) && is_pure(&self.natives[id.index()]),
            Value::Method(id) => match self.heap.methods[id].function {
                Value::Native(native) => {
                    takes(&self.natives[native.index()], 2) && is_pure(&self.natives[native.index()])
                }
                _ => false,
            },
            Value::Class(id) => self.heap.classes[id].construct.is_some_and(|n| takes(&self.natives[n.index()], 1)),
            _ => false,
        }
    }

    /// `callee(*args)` of a native; `Defer` when script code, waiting or output would be needed.
    pub(crate) fn call_plain(&mut self, callee: Value, args: &[Value]) -> NativeResult {
        let result = match callee {
            Value::Native(id) => self.call_native(id, args),
            Value::Method(id) => {
                let method = self.heap.methods[id].clone();
                let Value::Native(native) = method.function else { return Err(Trap::Defer) };
                self.call_native(native, &[&[method.receiver], args].concat())
            }
            Value::Class(id) => match self.heap.classes[id].construct {
                Some(native) => self.call_native(native, args),
                None => Err(Trap::Defer),
            },
            _ => Err(Trap::Defer),
        };
        match result {
            Ok(value) => Ok(value),
            Err(Trap::Raise(exception)) => Err(Trap::Raise(exception)),
            Err(_) => Err(Trap::Defer),
        }
    }

    fn call_native(&mut self, id: NativeId, args: &[Value]) -> NativeResult {
        let native = self.natives[id.index()];
        let Implementation::Plain(function) = native.def.implementation else { return Err(Trap::Defer) };
        if !takes(&native, args.len()) {
            return Err(Trap::Defer);
        }
        if let (Some(owner), Some(&receiver)) = (native.owner, args.first())
            && !self.is_instance(receiver, owner)
        {
            return Err(Trap::Defer);
        }
        function(self, Args::positional(args))
    }

    /// The state of an iterator given as an argument, to be put back if the twin must begin anew.
    pub(crate) fn save_iterator(&self, value: Value) -> Vec<(IterId, IterObject)> {
        let mut saved = Vec::new();
        if let Value::Iter(id) = value {
            self.save_states(id, &mut saved);
        }
        saved
    }

    fn save_states(&self, id: IterId, saved: &mut Vec<(IterId, IterObject)>) {
        let state = self.heap.iters[id].clone();
        match &state {
            IterObject::Enumerate { inner, .. } => self.save_states(*inner, saved),
            IterObject::Zip { inner, .. } | IterObject::Map { inner, .. } => {
                inner.iter().for_each(|&i| self.save_states(i, saved));
            }
            _ => {}
        }
        saved.push((id, state));
    }

    /// Put iterators back when the result is `Defer`.
    pub(crate) fn restore_on_defer<T>(
        &mut self,
        saved: Vec<(IterId, IterObject)>,
        result: Result<T, Trap>,
    ) -> Result<T, Trap> {
        if let Err(Trap::Defer) = result {
            for (id, state) in saved {
                self.heap.iters[id] = state;
            }
        }
        result
    }
}

/// Functions of `builtins` that do nothing but give a value: they may be called twice.
const WITHOUT_EFFECTS: &[&str] = &[
    "abs", "ascii", "bin", "chr", "hash", "hex", "id", "len", "max", "min", "oct", "ord", "repr", "round", "sorted",
    "sum",
];

/// Types whose methods change nothing.
const IMMUTABLE: &[ClassId] =
    &[types::STR, types::BYTES, types::INT, types::BOOL, types::FLOAT, types::TUPLE, types::RANGE, types::FROZENSET];

/// Methods of the other types that change nothing.
const QUESTIONS: &[&str] = &["get", "count", "index", "__getitem__", "__contains__", "__len__"];

/// Whether nobody can tell how often the native was called.
fn is_pure(native: &Native) -> bool {
    match native.owner {
        Some(class) => IMMUTABLE.contains(&class) || QUESTIONS.contains(&native.def.name),
        None => native.module == "math" || native.module == "builtins" && WITHOUT_EFFECTS.contains(&native.def.name),
    }
}

/// Whether the native takes so many positional arguments and touches no frame.
fn takes(native: &Native, count: usize) -> bool {
    let def = &native.def;
    let fits = usize::from(def.min) <= count && (def.max == 255 || count <= usize::from(def.max));
    let is_plain = matches!(def.implementation, Implementation::Plain(_));
    fits && is_plain
}
