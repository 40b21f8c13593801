//! An interpreter without a world around it, for unit tests.

mod containers;

use crate::host::*;
use crate::interp::Interp;
use crate::native::{Args, Implementation, NativeResult, Trap};
use crate::value::Value;
use gilscope_bytecode::Code;
use gilscope_gil::EvalBreaker;
use gilscope_trace::ThreadId;
use std::sync::Arc;

/// A host that has no modules, no clock and no other threads.
struct NoWorld;

impl Host for NoWorld {
    fn wake(&self, _thread: ThreadId) -> bool {
        false
    }

    fn monotonic(&self) -> u64 {
        0
    }

    fn wall_clock(&self) -> u64 {
        0
    }

    fn process_time(&self) -> u64 {
        0
    }

    fn load_module(&self, _name: &str, _search: &[String]) -> Result<LoadedModule, LoadError> {
        Err(LoadError::NotFound)
    }

    fn compile(&self, _source: &str, filename: &str, _mode: CompileMode) -> Result<Arc<Code>, SyntaxFault> {
        Err(SyntaxFault {
            class: "SyntaxError",
            message: "no compiler".to_string(),
            filename: filename.to_string(),
            line: 1,
            offset: 1,
            text: None,
            end_line: 1,
            end_offset: 1,
        })
    }

    fn hidden_library(&self, _file: &str) -> Option<(&'static str, Arc<Code>)> {
        None
    }

    fn hidden_file_of(&self, _function: &str) -> Option<&'static str> {
        None
    }

    fn take_interrupt(&self) -> bool {
        false
    }

    fn source(&self, _filename: &str) -> Option<Arc<str>> {
        None
    }

    fn caret_anchors(&self, _segment: &str) -> Option<CaretAnchors> {
        None
    }

    fn entropy(&self) -> [u8; 32] {
        [0; 32]
    }

    fn environment(&self) -> Vec<(String, String)> {
        Vec::new()
    }

    fn set_switch_interval(&self, _microseconds: u64) {}

    fn switch_interval(&self) -> u64 {
        5000
    }

    fn interrupt_main(&self) {}
}

/// A fresh interpreter.
pub(crate) fn interp() -> Box<Interp> {
    Interp::new(Arc::new(NoWorld), EvalBreaker::default(), &gilscope_gil::GilModel::PY3_13, &[])
}

/// Reads a Python literal: numbers, strings, `None`, `True`, `False`, and containers of them.
pub(crate) fn literal(interp: &mut Interp, text: &str) -> Value {
    let mut reader = Literal { text, at: 0 };
    reader.value(interp)
}

struct Literal<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Literal<'a> {
    fn rest(&mut self) -> &'a str {
        let rest = self.text[self.at..].trim_start();
        self.at = self.text.len() - rest.len();
        rest
    }

    fn eat(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    fn value(&mut self, interp: &mut Interp) -> Value {
        let constants =
            [("None", Value::None), ("True", Value::True), ("False", Value::False), ("nan", Value::float(f64::NAN))];
        for (name, value) in constants {
            if self.eat(name) {
                return value;
            }
        }
        if self.eat("range(") {
            let args = self.items(interp, ")").0;
            let args = if let [stop] = args[..] { vec![Value::Int(0), stop, Value::Int(1)] } else { args };
            return interp.new_range(args[0], args[1], args.get(2).copied().unwrap_or(Value::Int(1)));
        }
        if self.eat("slice(") {
            let args = self.items(interp, ")").0;
            return interp.heap.new_slice(args[0], args[1], args[2]);
        }
        if self.eat("frozenset(") {
            let args = self.items(interp, ")").0;
            let mut set = crate::object::SetObject::new(true);
            if let Some(&items) = args.first() {
                assert!(crate::containers::set_extend(interp, &mut set, items).is_ok());
            }
            return interp.heap.new_set(set);
        }
        if self.eat("set()") {
            return interp.heap.new_set(Default::default());
        }
        if self.eat("[") {
            let items = self.items(interp, "]").0;
            return interp.heap.new_list(items);
        }
        if self.eat("(") {
            let (items, comma) = self.items(interp, ")");
            return if items.len() == 1 && !comma { items[0] } else { interp.heap.new_tuple(&items) };
        }
        if self.eat("{") {
            return self.braces(interp);
        }
        if self.rest().starts_with(['\'', '"']) {
            return self.string(interp);
        }
        self.number(interp)
    }

    /// Items up to `close`, and whether the last was followed by a comma.
    fn items(&mut self, interp: &mut Interp, close: &str) -> (Vec<Value>, bool) {
        let (mut items, mut comma) = (Vec::new(), false);
        while !self.eat(close) {
            items.push(self.value(interp));
            comma = self.eat(",");
        }
        (items, comma)
    }

    fn braces(&mut self, interp: &mut Interp) -> Value {
        let (mut keys, mut values) = (Vec::new(), Vec::new());
        while !self.eat("}") {
            keys.push(self.value(interp));
            if self.eat(":") {
                values.push(self.value(interp));
            }
            self.eat(",");
        }
        if keys.len() > values.len() {
            let constant = interp.frozenset_constant(&keys);
            let set = crate::containers::set_from(interp, constant).unwrap_or_default();
            return interp.heap.new_set(set);
        }
        let dict = interp.heap.new_dict(Default::default());
        for (key, value) in keys.into_iter().zip(values) {
            assert!(crate::subscript::set_item(interp, dict, key, value).is_ok());
        }
        dict
    }

    fn string(&mut self, interp: &mut Interp) -> Value {
        let rest = self.rest();
        let quote = &rest[..1];
        let end = rest[1..].find(quote).unwrap_or(0) + 1;
        self.at += end + 1;
        interp.str(&rest[1..end])
    }

    fn number(&mut self, interp: &mut Interp) -> Value {
        let rest = self.rest();
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !"+-.".contains(c)).unwrap_or(rest.len());
        self.at += end;
        let text = &rest[..end];
        assert!(!text.is_empty(), "no literal at {rest:?}");
        match text.parse::<num_bigint::BigInt>() {
            Ok(big) => interp.heap.new_int(big),
            Err(_) => Value::float(text.parse().unwrap_or(f64::NAN)),
        }
    }
}

/// `receiver.name(*args)`, or `name(receiver, *args)` of a builtin function or type, called natively.
pub(crate) fn call(interp: &mut Interp, receiver: Value, name: &str, args: &[Value]) -> NativeResult {
    let mut values = vec![receiver];
    values.extend_from_slice(args);
    let symbol = interp.symbols.intern(name);
    let mut callee = interp.lookup(interp.class_of(receiver), symbol);
    if callee.is_none() {
        callee = interp.get_global(interp.builtins, name);
    }
    if let Some(Value::Class(class)) = callee {
        callee = interp.heap.classes[class].construct.map(Value::Native);
    }
    let Some(Value::Native(id)) = callee else { return Err(Trap::Defer) };
    let native = interp.natives[id.index()];
    let Implementation::Plain(function) = native.def.implementation else { return Err(Trap::Defer) };
    function(interp, Args::positional(&values))
}

/// The `repr` of a result, or the exception as `Type: message`.
pub(crate) fn shown(interp: &mut Interp, result: NativeResult) -> String {
    match result {
        Ok(value) => interp.repr(value).unwrap_or_else(|_| "no repr".to_string()),
        Err(Trap::Raise(exception)) => {
            let class = interp.heap.exceptions[exception].class;
            let text = interp.str_of(Value::Exception(exception)).unwrap_or_default();
            format!("{}: {text}", interp.heap.classes[class].name)
        }
        Err(_) => "deferred".to_string(),
    }
}
