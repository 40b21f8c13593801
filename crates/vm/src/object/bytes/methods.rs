//! The methods of `bytes` and `bytearray`, in tables.

use super::arguments::{byte, bytes_like, data, is_array, own};
use super::construct::{bytearray, bytes, bytes_from, from_hex};
use super::{search, text};
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::object::operator;
use crate::object::str::codec::{decode, name_argument};
use crate::run::consume::Consumer;
use crate::types::{BYTEARRAY, BYTES};
use crate::value::Value;

const CONSTRUCT_BYTES: NativeDef =
    NativeDef::function("bytes", bytes, 0, 3).params(&["source", "encoding", "errors"]).twin("collect.bytes_from");
const CONSTRUCT_BYTEARRAY: NativeDef = NativeDef::function("bytearray", bytearray, 0, 3)
    .params(&["source", "encoding", "errors"])
    .twin("collect.bytearray_from");

const METHODS: &[NativeDef] = &[
    NativeDef::method("capitalize", text::capitalize, 0, 0),
    NativeDef::method("center", text::center, 1, 2),
    NativeDef::method("count", search::count, 1, 3),
    NativeDef::method("decode", decode_method, 0, 2).params(&["encoding", "errors"]),
    NativeDef::method("endswith", search::endswith, 1, 3),
    NativeDef::method("expandtabs", text::expandtabs, 0, 1).params(&["tabsize"]),
    NativeDef::method("find", search::find_method, 1, 3),
    NativeDef::class_method("fromhex", from_hex, 1, 1),
    NativeDef::method("hex", hex, 0, 2).params(&["sep", "bytes_per_sep"]),
    NativeDef::method("index", search::index, 1, 3),
    NativeDef::method("isalnum", text::isalnum, 0, 0),
    NativeDef::method("isalpha", text::isalpha, 0, 0),
    NativeDef::method("isascii", text::isascii, 0, 0),
    NativeDef::method("isdigit", text::isdigit, 0, 0),
    NativeDef::method("islower", text::islower, 0, 0),
    NativeDef::method("isspace", text::isspace, 0, 0),
    NativeDef::method("istitle", text::istitle, 0, 0),
    NativeDef::method("isupper", text::isupper, 0, 0),
    NativeDef::method("join", search::join, 1, 1).consumer(Consumer::Again).twin("collect.bytes_join"),
    NativeDef::method("ljust", text::ljust, 1, 2),
    NativeDef::method("lower", text::lower, 0, 0),
    NativeDef::method("lstrip", text::lstrip, 0, 1),
    NativeDef::static_method("maketrans", maketrans, 2, 2),
    NativeDef::method("partition", search::partition, 1, 1),
    NativeDef::method("removeprefix", search::removeprefix, 1, 1),
    NativeDef::method("removesuffix", search::removesuffix, 1, 1),
    NativeDef::method("replace", search::replace, 2, 3),
    NativeDef::method("rfind", search::rfind_method, 1, 3),
    NativeDef::method("rindex", search::rindex, 1, 3),
    NativeDef::method("rjust", text::rjust, 1, 2),
    NativeDef::method("rpartition", search::rpartition, 1, 1),
    NativeDef::method("rsplit", text::rsplit, 0, 2).params(&["sep", "maxsplit"]),
    NativeDef::method("rstrip", text::rstrip, 0, 1),
    NativeDef::method("split", text::split, 0, 2).params(&["sep", "maxsplit"]),
    NativeDef::method("splitlines", text::splitlines, 0, 1).params(&["keepends"]),
    NativeDef::method("startswith", search::startswith, 1, 3),
    NativeDef::method("strip", text::strip, 0, 1),
    NativeDef::method("swapcase", text::swapcase, 0, 0),
    NativeDef::method("title", text::title, 0, 0),
    NativeDef::method("translate", translate, 1, 2).params(&["", "delete"]),
    NativeDef::method("upper", text::upper, 0, 0),
    NativeDef::method("zfill", text::zfill, 1, 1),
];

const BYTES_METHODS: &[NativeDef] = &[
    NativeDef::method("__bytes__", copy_as_bytes, 0, 0),
    NativeDef::method("__getnewargs__", crate::object::int::newargs, 0, 0),
];

/// Those that change a `bytearray`.
const ARRAY_METHODS: &[NativeDef] = &[
    NativeDef::method("append", append, 1, 1),
    NativeDef::method("clear", clear, 0, 0),
    NativeDef::method("copy", copy, 0, 0),
    NativeDef::method("extend", extend, 1, 1).twin("collect.bytearray_extend"),
    NativeDef::method("insert", insert, 2, 2),
    NativeDef::method("pop", pop, 0, 1),
    NativeDef::method("remove", remove, 1, 1),
    NativeDef::method("reverse", reverse, 0, 0),
    NativeDef::method("__setitem__", set_item, 2, 2),
    NativeDef::method("__delitem__", del_item, 1, 1),
];

pub(crate) fn install(interp: &mut Interp) {
    interp.add_construct(BYTES, CONSTRUCT_BYTES);
    interp.add_construct(BYTEARRAY, CONSTRUCT_BYTEARRAY);
    for class in [BYTES, BYTEARRAY] {
        interp.add_methods(class, METHODS);
        interp.add_methods(class, operator::TEXT);
        interp.add_methods(class, crate::compare::COMPARISONS);
    }
    interp.add_methods(BYTES, BYTES_METHODS);
    interp.add_methods(BYTEARRAY, ARRAY_METHODS);
    interp.add_methods(BYTEARRAY, operator::IN_PLACE);
}

fn decode_method(interp: &mut Interp, args: Args) -> NativeResult {
    let encoding = name_argument(interp, args.get(1), "utf-8", "decode() argument 'encoding'")?;
    let errors = name_argument(interp, args.get(2), "strict", "decode() argument 'errors'")?;
    let data = data(interp, args).to_vec();
    let text = decode(interp, &data, &encoding, &errors)?;
    Ok(interp.str_owned(text))
}

fn separator(interp: &mut Interp, sep: Value) -> Result<char, Trap> {
    let (first, rest) = match interp.payload(sep) {
        Value::Str(id) => {
            let mut text = interp.heap.text(id).chars();
            (text.next(), text.next())
        }
        Value::Bytes(id) => {
            let mut data = interp.heap.bytes[id].data.iter().map(|&b| char::from(b));
            (data.next(), data.next())
        }
        _ => return Err(interp.type_error("sep must be str or bytes.")),
    };
    match (first, rest) {
        (Some(one), None) => Ok(one),
        _ => Err(interp.value_error("sep must be length 1.")),
    }
}

/// `hex(sep, bytes_per_sep)`: groups are counted from the right, from the left when the number is negative.
fn hex(interp: &mut Interp, args: Args) -> NativeResult {
    let separator = args.get(1).map(|sep| separator(interp, sep)).transpose()?;
    let group = match args.get(2) {
        Some(size) => interp.size_of_value(size)?,
        None => 1,
    };
    let data = data(interp, args);
    let mut out = String::with_capacity(data.len() * 2);
    let size = group.unsigned_abs() as usize;
    for (i, byte) in data.iter().enumerate() {
        let boundary = match group {
            0 => false,
            1.. => (data.len() - i).is_multiple_of(size),
            _ => i.is_multiple_of(size),
        };
        if let (true, true, Some(separator)) = (i > 0, boundary, separator) {
            out.push(separator);
        }
        out.push_str(&format!("{byte:02x}"));
    }
    Ok(interp.str_owned(out))
}

fn maketrans(interp: &mut Interp, args: Args) -> NativeResult {
    let (from, to) = (bytes_like(interp, args.at(0))?, bytes_like(interp, args.at(1))?);
    if from.len() != to.len() {
        return Err(interp.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.into_iter().zip(to) {
        table[from as usize] = to;
    }
    Ok(interp.heap.new_bytes(table))
}

fn translate(interp: &mut Interp, args: Args) -> NativeResult {
    let table = match args.at(1) {
        Value::None => (0..=255).collect(),
        table => bytes_like(interp, table)?,
    };
    if table.len() != 256 {
        return Err(interp.value_error("translation table must be 256 characters long"));
    }
    let gone = match args.get(2) {
        Some(gone) => bytes_like(interp, gone)?,
        None => Vec::new(),
    };
    let kept = data(interp, args).iter().filter(|b| !gone.contains(b));
    let (data, kind) = (kept.map(|&b| table[b as usize]).collect(), is_array(interp, args));
    Ok(interp.new_bytes_like(data, kind))
}

fn copy_as_bytes(interp: &mut Interp, args: Args) -> NativeResult {
    Ok(interp.payload(args.at(0)))
}

fn append(interp: &mut Interp, args: Args) -> NativeResult {
    let byte = byte(interp, args.at(1))?;
    let own = own(interp, args);
    interp.heap.charge(1);
    interp.heap.bytes[own].data.push(byte);
    Ok(Value::None)
}

fn clear(interp: &mut Interp, args: Args) -> NativeResult {
    let own = own(interp, args);
    interp.heap.bytes[own].data.clear();
    Ok(Value::None)
}

fn copy(interp: &mut Interp, args: Args) -> NativeResult {
    let data = data(interp, args).to_vec();
    Ok(interp.new_bytes_like(data, true))
}

fn extend(interp: &mut Interp, args: Args) -> NativeResult {
    if interp.text(args.at(1)).is_some() {
        return Err(interp.type_error("expected iterable of integers; got: 'str'"));
    }
    if !crate::iteration::is_iterable(interp, args.at(1)) {
        let message = format!("can't extend bytearray with {}", interp.type_name(args.at(1)));
        return Err(interp.type_error(message));
    }
    let data = bytes_from(interp, args.at(1))?;
    let own = own(interp, args);
    interp.heap.charge(data.len());
    interp.heap.bytes[own].data.extend_from_slice(&data);
    Ok(Value::None)
}

/// A position counted from the end when negative, brought to one of `0..=length`.
fn place(index: i64, length: usize) -> usize {
    let length = length as i64;
    (if index < 0 { index.saturating_add(length).max(0) } else { index.min(length) }) as usize
}

fn insert(interp: &mut Interp, args: Args) -> NativeResult {
    let index = interp.size_of_value(args.at(1))?;
    let byte = byte(interp, args.at(2))?;
    let own = own(interp, args);
    let data = &mut interp.heap.bytes[own].data;
    data.insert(place(index, data.len()), byte);
    Ok(Value::None)
}

fn pop(interp: &mut Interp, args: Args) -> NativeResult {
    let index = match args.get(1) {
        Some(index) => interp.size_of_value(index)?,
        None => -1,
    };
    let own = own(interp, args);
    let length = interp.heap.bytes[own].data.len() as i64;
    if length == 0 {
        return Err(interp.index_error("pop from empty bytearray"));
    }
    let index = if index < 0 { index.saturating_add(length) } else { index };
    if !(0..length).contains(&index) {
        return Err(interp.index_error("pop index out of range"));
    }
    Ok(Value::Int(interp.heap.bytes[own].data.remove(index as usize).into()))
}

fn remove(interp: &mut Interp, args: Args) -> NativeResult {
    let byte = byte(interp, args.at(1))?;
    let own = own(interp, args);
    match interp.heap.bytes[own].data.iter().position(|&b| b == byte) {
        Some(place) => {
            interp.heap.bytes[own].data.remove(place);
            Ok(Value::None)
        }
        None => Err(interp.value_error("value not found in bytearray")),
    }
}

fn reverse(interp: &mut Interp, args: Args) -> NativeResult {
    let own = own(interp, args);
    interp.heap.bytes[own].data.reverse();
    Ok(Value::None)
}

fn set_item(interp: &mut Interp, args: Args) -> NativeResult {
    crate::subscript::set_item(interp, args.at(0), args.at(1), args.at(2)).map(|()| Value::None)
}

fn del_item(interp: &mut Interp, args: Args) -> NativeResult {
    crate::subscript::del_item(interp, args.at(0), args.at(1)).map(|()| Value::None)
}
