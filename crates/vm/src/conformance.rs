//! Operators, methods and formats against the tables in `tests/tables`, which CPython has written.

use crate::arithmetic;
use crate::interp::Interp;
use crate::native::{Args, Implementation, NativeResult, Trap};
use crate::value::Value;
use gilscope_bytecode::BinaryOp;
use num_bigint::BigInt;

/// Reads the literals that `repr` writes.
struct Literal<'a, 'i> {
    interp: &'i mut Interp,
    text: &'a str,
}

impl Literal<'_, '_> {
    fn skip(&mut self) {
        self.text = self.text.trim_start_matches([' ', ',', ':']);
    }

    fn take(&mut self, prefix: &str) -> bool {
        match self.text.strip_prefix(prefix) {
            Some(rest) => {
                self.text = rest;
                true
            }
            None => false,
        }
    }

    fn value(&mut self) -> Value {
        for (name, value) in [
            ("None", Value::None),
            ("True", Value::True),
            ("False", Value::False),
            ("inf", Value::float(f64::INFINITY)),
            ("-inf", Value::float(f64::NEG_INFINITY)),
            ("nan", Value::float(f64::NAN)),
        ] {
            if self.take(name) {
                return value;
            }
        }
        if self.take("bytearray(") {
            let Value::Bytes(id) = self.value() else { panic!("bytearray of {}", self.text) };
            assert!(self.take(")"));
            self.interp.heap.bytes[id].is_bytearray = true;
            return Value::Bytes(id);
        }
        match self.text.as_bytes()[0] {
            b'(' => {
                let items = self.items("(", ")");
                self.interp.heap.new_tuple(&items)
            }
            b'[' => {
                let items = self.items("[", "]");
                self.interp.heap.new_list(items)
            }
            b'{' => self.dict(),
            b'\'' | b'"' => {
                let chars = self.string();
                let text: String = chars.into_iter().map(|c| char::from_u32(c).unwrap()).collect();
                self.interp.str_owned(text)
            }
            b'b' => {
                self.text = &self.text[1..];
                let data: Vec<u8> = self.string().into_iter().map(|c| c as u8).collect();
                self.interp.heap.new_bytes(data)
            }
            _ => self.number(),
        }
    }

    fn items(&mut self, open: &str, close: &str) -> Vec<Value> {
        assert!(self.take(open));
        let mut items = Vec::new();
        loop {
            self.skip();
            if self.take(close) {
                return items;
            }
            items.push(self.value());
        }
    }

    fn dict(&mut self) -> Value {
        let items = self.items("{", "}");
        let Value::Dict(dict) = self.interp.heap.new_dict(Default::default()) else { panic!() };
        for pair in items.chunks(2) {
            self.interp.dict_set(dict, pair[0], pair[1]).unwrap();
        }
        Value::Dict(dict)
    }

    /// The code points of a quoted text.
    fn string(&mut self) -> Vec<u32> {
        let mut chars = self.text.chars();
        let quote = chars.next().unwrap();
        let mut out = Vec::new();
        loop {
            let c = chars.next().expect("closing quote");
            if c == quote {
                break;
            }
            if c != '\\' {
                out.push(c as u32);
                continue;
            }
            let c = chars.next().unwrap();
            let length = match c {
                'x' => 2,
                'u' => 4,
                'U' => 8,
                _ => 0,
            };
            out.push(match c {
                'n' => 10,
                'r' => 13,
                't' => 9,
                c if length == 0 => c as u32,
                _ => u32::from_str_radix(&chars.by_ref().take(length).collect::<String>(), 16).unwrap(),
            });
        }
        self.text = chars.as_str();
        out
    }

    fn number(&mut self) -> Value {
        let end = self.text.find([',', ')', ']', '}', ':', ' ']).unwrap_or(self.text.len());
        let (digits, rest) = self.text.split_at(end);
        self.text = rest;
        match digits.parse::<BigInt>() {
            Ok(int) => self.interp.heap.new_int(int),
            Err(_) => Value::float(digits.parse().unwrap_or_else(|_| panic!("no literal: {digits}"))),
        }
    }
}

fn call_native(interp: &mut Interp, native: Value, values: &[Value]) -> NativeResult {
    let Value::Native(id) = native else { panic!("not a native: {native:?}") };
    let def = interp.natives[id.index()].def;
    let Implementation::Plain(function) = def.implementation else { panic!("{} looks at frames", def.name) };
    assert!(
        values.len() >= def.min as usize && values.len() <= def.max.max(def.slots() as u8) as usize,
        "{}",
        def.name
    );
    function(interp, Args::positional(values))
}

fn class_named(interp: &mut Interp, name: &str) -> crate::value::ClassId {
    let row = crate::types::BUILTIN_TYPES.iter().position(|row| row.name == name);
    let _ = interp;
    crate::value::ClassId::from_index(row.unwrap_or_else(|| panic!("no type {name}")))
}

fn run(interp: &mut Interp, what: &str, args: &[Value]) -> NativeResult {
    if let Some(symbol) = what.strip_prefix("binary ") {
        let op = BinaryOp::ALL.iter().find(|op| op.text() == symbol).unwrap();
        return arithmetic::binary_op(interp, *op, args[0], args[1]);
    }
    if let Some((class, method)) = what.split_once('.') {
        let class = class_named(interp, class);
        let name = interp.symbols.intern(method);
        let found = interp.lookup(class, name).unwrap_or_else(|| panic!("no {what}"));
        let Value::Descriptor(id) = found else { return call_native(interp, found, args) };
        return match interp.heap.descriptors[id] {
            crate::object::Descriptor::StaticMethod(native) => call_native(interp, native, args),
            crate::object::Descriptor::ClassMethod(native) => {
                let values = [&[Value::Class(class)], args].concat();
                call_native(interp, native, &values)
            }
            _ => panic!("{what}"),
        };
    }
    let text = |interp: &mut Interp, text: Result<String, Trap>| text.map(|text| interp.str_owned(text));
    match what {
        "unary -" => arithmetic::negate(interp, args[0]),
        "unary +" => arithmetic::positive(interp, args[0]),
        "unary ~" => arithmetic::invert(interp, args[0]),
        "unary abs" => arithmetic::absolute(interp, args[0]),
        "unary hash" => interp.hash(args[0]).map(|hash| Value::Int(hash as i64)),
        "unary repr" => interp.repr(args[0]).and_then(|t| text(interp, Ok(t))),
        "unary ascii" => interp.ascii(args[0]).and_then(|t| text(interp, Ok(t))),
        "unary round" => arithmetic::round_number(interp, args[0], Value::None),
        "round" => arithmetic::round_number(interp, args[0], args[1]),
        "pow" => arithmetic::power(interp, args[0], args[1], args[2]),
        "divmod" => arithmetic::divide_with_remainder(interp, args[0], args[1]),
        "format" => match args[1] {
            Value::Str(spec) => crate::format::format_value(interp, args[0], Some(spec)),
            _ => panic!(),
        },
        "hex" | "oct" | "bin" => {
            let radix = [("hex", 16), ("oct", 8), ("bin", 2)].into_iter().find(|(name, _)| *name == what).unwrap().1;
            interp.prefixed(args[0], radix).and_then(|t| text(interp, Ok(t)))
        }
        "chr" => crate::object::str::chr(interp, args[0]),
        "ord" => crate::object::str::ord(interp, args[0]),
        _ => {
            let class = class_named(interp, what.trim_start_matches("unary "));
            let construct = interp.heap.classes[class].construct.unwrap_or_else(|| panic!("no {what}"));
            call_native(interp, Value::Native(construct), args)
        }
    }
}

/// The result as the tables show it.
fn show(interp: &mut Interp, result: NativeResult) -> String {
    match result {
        Ok(value) => match interp.ascii(value) {
            Ok(text) => text,
            Err(trap @ Trap::Raise(_)) => show(interp, Err(trap)),
            Err(trap) => format!("{trap:?}"),
        },
        Err(Trap::Raise(exception)) => {
            let value = Value::Exception(exception);
            let name = interp.type_name(value).to_string();
            let message = crate::repr::exception_text(interp, value).unwrap_or_else(|trap| format!("{trap:?}"));
            let message = interp.str_owned(message);
            let quoted = interp.ascii(message).unwrap_or_default();
            format!("! {name}: {}", &quoted[1..quoted.len() - 1])
        }
        Err(trap) => format!("{trap:?}"),
    }
}

/// Fields with attributes are the twin's.
fn is_excepted(shown: &str) -> bool {
    shown == "Defer"
}

fn check(table: &str) {
    let mut interp = crate::testing::interp();
    let mut wrong = Vec::new();
    for row in table.lines() {
        let [what, args, expected] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let args = match (Literal { interp: &mut interp, text: args }).value() {
            Value::Tuple(id) => interp.heap.tuple(id).to_vec(),
            _ => panic!("{row}"),
        };
        let result = run(&mut interp, what, &args);
        let shown = show(&mut interp, result);
        if shown != expected && !is_excepted(&shown) {
            wrong.push(format!("{row}\n    is: {shown}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), table.lines().count(), wrong.join("\n"));
}

macro_rules! tables {
    ($( $name:ident )*) => { $(
        #[test]
        fn $name() {
            check(include_str!(concat!("../tests/tables/", stringify!($name), ".txt")));
        }
    )* };
}

tables! { operators formats percents texts templates numbers }
