//! The methods of `str`, in one table, and its constructor.

use super::arguments::own;
use super::codec::{decode, encode, name_argument, plain_text};
use super::{case, fill, search, split, translate};
use crate::format::{format_template, template::Source};
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::run::consume::Consumer;
use crate::types::STR;
use crate::value::Value;
use compact_str::CompactString;

const CONSTRUCT: NativeDef =
    NativeDef::function("str", construct, 0, 3).params(&["object", "encoding", "errors"]).twin("text.obj_str");

const METHODS: &[NativeDef] = &[
    NativeDef::method("capitalize", case::capitalize, 0, 0),
    NativeDef::method("casefold", case::casefold, 0, 0),
    NativeDef::method("center", fill::center, 1, 2).twin("text.str_center"),
    NativeDef::method("count", search::count, 1, 3),
    NativeDef::method("encode", encode_method, 0, 2).params(&["encoding", "errors"]).quick(quick_encode),
    NativeDef::method("endswith", search::endswith, 1, 3).quick2(search::quick_endswith),
    NativeDef::method("expandtabs", fill::expandtabs, 0, 1).params(&["tabsize"]),
    NativeDef::method("find", search::find_method, 1, 3).quick2(search::quick_find),
    NativeDef::method("format", format, 0, 255).any_keywords().twin("text.str_format"),
    NativeDef::method("format_map", format_map, 1, 1).twin("text.str_format_map"),
    NativeDef::method("index", search::index, 1, 3),
    NativeDef::method("isalnum", case::isalnum, 0, 0).quick(case::quick_isalnum),
    NativeDef::method("isalpha", case::isalpha, 0, 0).quick(case::quick_isalpha),
    NativeDef::method("isascii", case::isascii, 0, 0),
    NativeDef::method("isdecimal", case::isdecimal, 0, 0).quick(case::quick_isdecimal),
    NativeDef::method("isdigit", case::isdigit, 0, 0).quick(case::quick_isdigit),
    NativeDef::method("isidentifier", case::isidentifier, 0, 0),
    NativeDef::method("islower", case::islower, 0, 0),
    NativeDef::method("isnumeric", case::isnumeric, 0, 0).quick(case::quick_isnumeric),
    NativeDef::method("isprintable", case::isprintable, 0, 0),
    NativeDef::method("isspace", case::isspace, 0, 0).quick(case::quick_isspace),
    NativeDef::method("istitle", case::istitle, 0, 0),
    NativeDef::method("isupper", case::isupper, 0, 0),
    NativeDef::method("join", split::join, 1, 1).consumer(Consumer::Again).twin("collect.str_join"),
    NativeDef::method("ljust", fill::ljust, 1, 2).twin("text.str_ljust"),
    NativeDef::method("lower", case::lower, 0, 0).quick(case::quick_lower),
    NativeDef::method("lstrip", fill::lstrip, 0, 1),
    NativeDef::static_method("maketrans", translate::maketrans, 1, 3),
    NativeDef::method("partition", search::partition, 1, 1),
    NativeDef::method("removeprefix", search::removeprefix, 1, 1),
    NativeDef::method("removesuffix", search::removesuffix, 1, 1),
    NativeDef::method("replace", search::replace, 2, 3).params(&["", "", "count"]),
    NativeDef::method("rfind", search::rfind, 1, 3),
    NativeDef::method("rindex", search::rindex, 1, 3),
    NativeDef::method("rjust", fill::rjust, 1, 2).twin("text.str_rjust"),
    NativeDef::method("rpartition", search::rpartition, 1, 1),
    NativeDef::method("rsplit", split::rsplit, 0, 2).params(&["sep", "maxsplit"]),
    NativeDef::method("rstrip", fill::rstrip, 0, 1),
    NativeDef::method("split", split::split, 0, 2).params(&["sep", "maxsplit"]),
    NativeDef::method("splitlines", split::splitlines, 0, 1).params(&["keepends"]),
    NativeDef::method("startswith", search::startswith, 1, 3).quick2(search::quick_startswith),
    NativeDef::method("strip", fill::strip, 0, 1).quick(fill::quick_strip),
    NativeDef::method("swapcase", case::swapcase, 0, 0),
    NativeDef::method("title", case::title, 0, 0),
    NativeDef::method("translate", translate::translate, 1, 1).twin("text.str_translate"),
    NativeDef::method("upper", case::upper, 0, 0).quick(case::quick_upper),
    NativeDef::method("zfill", fill::zfill, 1, 1),
    NativeDef::method("__str__", itself, 0, 0),
    NativeDef::method("__format__", crate::object::int::format, 1, 1),
    NativeDef::method("__getnewargs__", crate::object::int::newargs, 0, 0),
];

pub(crate) fn install(interp: &mut Interp) {
    interp.add_construct(STR, CONSTRUCT);
    interp.add_methods(STR, METHODS);
    interp.add_methods(STR, crate::object::operator::TEXT);
    interp.add_methods(STR, crate::compare::COMPARISONS);
}

/// `str()`, `str(object)`, `str(bytes, encoding, errors)`.
fn construct(interp: &mut Interp, args: Args) -> NativeResult {
    if args.get(1).is_none() && args.get(2).is_none() {
        return match args.get(0) {
            Some(value) => interp.str_value(value),
            None => Ok(interp.empty_str),
        };
    }
    let encoding = name_argument(interp, args.get(1), "utf-8", "str() argument 'encoding'")?;
    let errors = name_argument(interp, args.get(2), "strict", "str() argument 'errors'")?;
    match args.get(0).map(|value| (interp.payload(value), value)) {
        None => Ok(interp.empty_str),
        Some((Value::Bytes(id), _)) => {
            let data = interp.heap.bytes[id].data.clone();
            let text = decode(interp, &data, &encoding, &errors)?;
            Ok(interp.str_owned(text))
        }
        Some((Value::Str(_), _)) => Err(interp.type_error("decoding str is not supported")),
        Some((_, value)) => {
            let kind = interp.type_name(value);
            let message = format!("decoding to str: need a bytes-like object, {kind} found");
            Err(interp.type_error(message))
        }
    }
}

fn itself(interp: &mut Interp, args: Args) -> NativeResult {
    Ok(Value::Str(own(interp, args)))
}

fn quick_encode(interp: &mut Interp, text: Value) -> Value {
    let Value::Str(id) = text else { return Value::Null };
    let data = interp.heap.text(id).as_bytes().to_vec();
    interp.heap.new_bytes(data)
}

/// Whether the bytes of a text are what `encode` is asked for, without a look at them.
fn is_plain(interp: &Interp, args: Args) -> bool {
    let Some(encoding) = args.get(1) else { return args.len() == 1 };
    let Value::Str(encoding) = encoding else { return false };
    let ascii = || interp.heap.str(own(interp, args)).is_ascii();
    args.get(2).is_none() && plain_text(interp.heap.text(encoding), ascii)
}

fn encode_method(interp: &mut Interp, args: Args) -> NativeResult {
    if is_plain(interp, args) {
        let data = interp.heap.text(own(interp, args)).as_bytes().to_vec();
        return Ok(interp.heap.new_bytes(data));
    }
    let encoding = name_argument(interp, args.get(1), "utf-8", "encode() argument 'encoding'")?;
    let errors = name_argument(interp, args.get(2), "strict", "encode() argument 'errors'")?;
    let text = interp.heap.text(own(interp, args)).to_string();
    let data = encode(interp, &text, &encoding, &errors)?;
    Ok(interp.heap.new_bytes(data))
}

fn format(interp: &mut Interp, args: Args) -> NativeResult {
    let template = CompactString::from(interp.heap.text(own(interp, args)));
    let rest = Args { values: args.values.get(1..).unwrap_or_default(), keywords: args.keywords };
    format_template(interp, &template, &Source { args: rest, mapping: None })
}

fn format_map(interp: &mut Interp, args: Args) -> NativeResult {
    let template = interp.heap.text(own(interp, args)).to_string();
    let Value::Dict(mapping) = args.at(1) else { return Err(Trap::Defer) };
    let source = Source { args: Args::positional(&[]), mapping: Some(mapping) };
    format_template(interp, &template, &source)
}
