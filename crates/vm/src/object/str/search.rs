//! Methods of `str` that look for a text in a text.

use super::arguments::{limit, own, text, window};
use super::find;
use crate::interp::Interp;
use crate::native::{Args, NativeResult, Trap};
use crate::value::{StrId, TupleId, Value};
use compact_str::CompactString;

/// Position of the first or last occurrence within the window.
fn position(interp: &mut Interp, args: Args, refusal: &str, last: bool) -> Result<Option<usize>, Trap> {
    let own = own(interp, args);
    let wanted = text(interp, args.at(1), refusal)?;
    let Some((start, end)) = window(interp, args, 2, interp.heap.char_count(own))? else { return Ok(None) };
    let (object, wanted) = (interp.heap.str(own), interp.heap.text(wanted));
    let part = object.substring(start, end);
    let found = if last { find::rfind(part, wanted) } else { find::find(part, wanted) };
    Ok(found.map(|offset| match object.is_ascii() {
        true => start + offset,
        false => start + part.get(..offset).map_or(0, |before| before.chars().count()),
    }))
}

fn found(position: Option<usize>) -> Value {
    Value::Int(position.map_or(-1, |p| p as i64))
}

pub(super) fn find_method(interp: &mut Interp, args: Args) -> NativeResult {
    position(interp, args, "find() argument 1 must be str", false).map(found)
}

/// In a whole ASCII text.
pub(super) fn quick_find(interp: &mut Interp, text: Value, wanted: Value) -> Value {
    let (Value::Str(text), Value::Str(wanted)) = (text, wanted) else { return Value::Null };
    let object = interp.heap.str(text);
    match object.is_ascii() {
        true => found(find::find(object.as_str(), interp.heap.text(wanted))),
        false => Value::Null,
    }
}

pub(super) fn rfind(interp: &mut Interp, args: Args) -> NativeResult {
    position(interp, args, "rfind() argument 1 must be str", true).map(found)
}

fn required(interp: &mut Interp, position: Option<usize>) -> NativeResult {
    match position {
        Some(_) => Ok(found(position)),
        None => Err(interp.value_error("substring not found")),
    }
}

pub(super) fn index(interp: &mut Interp, args: Args) -> NativeResult {
    let position = position(interp, args, "index() argument 1 must be str", false)?;
    required(interp, position)
}

pub(super) fn rindex(interp: &mut Interp, args: Args) -> NativeResult {
    let position = position(interp, args, "rindex() argument 1 must be str", true)?;
    required(interp, position)
}

pub(super) fn count(interp: &mut Interp, args: Args) -> NativeResult {
    let own = own(interp, args);
    let wanted = text(interp, args.at(1), "count() argument 1 must be str")?;
    let Some((start, end)) = window(interp, args, 2, interp.heap.char_count(own))? else {
        return Ok(Value::Int(0));
    };
    let wanted = interp.heap.text(wanted);
    let part = interp.heap.str(own).substring(start, end);
    let count = if wanted.is_empty() { end - start + 1 } else { find::count(part, wanted) };
    Ok(Value::Int(count as i64))
}

type Test = fn(&str, &str) -> bool;

/// `startswith` and `endswith`: a text or a tuple of them.
#[inline]
fn affix(interp: &mut Interp, args: Args, name: &str, test: Test) -> NativeResult {
    let own = own(interp, args);
    let window = window(interp, args, 2, interp.heap.char_count(own))?;
    match interp.payload(args.at(1)) {
        Value::Str(choice) => Ok(Value::bool(affix_is(interp, own, window, choice, test))),
        Value::Tuple(id) => affix_of(interp, own, window, id, name, test),
        _ => {
            let kind = interp.type_name(args.at(1));
            let message = format!("{name} first arg must be str or a tuple of str, not {kind}");
            Err(interp.type_error(message))
        }
    }
}

#[inline]
fn affix_is(interp: &Interp, own: StrId, window: Option<(usize, usize)>, choice: StrId, test: Test) -> bool {
    window.is_some_and(|(start, end)| test(interp.heap.str(own).substring(start, end), interp.heap.text(choice)))
}

fn affix_of(
    interp: &mut Interp,
    own: StrId,
    window: Option<(usize, usize)>,
    choices: TupleId,
    name: &str,
    test: Test,
) -> NativeResult {
    for place in 0..interp.heap.tuple(choices).len() {
        let choice = interp.heap.tuple(choices)[place];
        let Value::Str(choice) = interp.payload(choice) else {
            let kind = interp.class_display(interp.class_of(choice));
            return Err(interp.type_error(format!("tuple for {name} must only contain str, not {kind}")));
        };
        if affix_is(interp, own, window, choice, test) {
            return Ok(Value::True);
        }
    }
    Ok(Value::False)
}

pub(super) fn quick_startswith(interp: &mut Interp, text: Value, choice: Value) -> Value {
    let (Value::Str(text), Value::Str(choice)) = (text, choice) else { return Value::Null };
    Value::bool(interp.heap.text(text).starts_with(interp.heap.text(choice)))
}

pub(super) fn quick_endswith(interp: &mut Interp, text: Value, choice: Value) -> Value {
    let (Value::Str(text), Value::Str(choice)) = (text, choice) else { return Value::Null };
    Value::bool(interp.heap.text(text).ends_with(interp.heap.text(choice)))
}

pub(super) fn startswith(interp: &mut Interp, args: Args) -> NativeResult {
    affix(interp, args, "startswith", |text, prefix| text.starts_with(prefix))
}

pub(super) fn endswith(interp: &mut Interp, args: Args) -> NativeResult {
    affix(interp, args, "endswith", |text, suffix| text.ends_with(suffix))
}

pub(super) fn replace(interp: &mut Interp, args: Args) -> NativeResult {
    let own = own(interp, args);
    let old = text(interp, args.at(1), "replace() argument 1 must be str")?;
    let new = text(interp, args.at(2), "replace() argument 2 must be str")?;
    let limit = limit(interp, args.get(3))?;
    let (source, before, after) = (interp.heap.text(own), interp.heap.text(old), interp.heap.text(new));
    let Some(first) = find::find(source, before).filter(|_| limit > 0) else { return Ok(Value::Str(own)) };
    let growth = after.len().saturating_sub(before.len());
    let times = match before.is_empty() {
        true => source.len() + 1,
        false if growth > 0 => find::count(&source[first..], before),
        false => 0,
    };
    let grown = growth.saturating_mul(times.min(limit)).saturating_add(source.len());
    crate::arithmetic::check_size(interp, grown, 1)?;
    let is_ascii = interp.heap.str(own).is_ascii() && interp.heap.str(new).is_ascii();
    let (source, old, new) = (interp.heap.text(own), interp.heap.text(old), interp.heap.text(new));
    let result = match (old.as_bytes(), new.as_bytes()) {
        ([], _) => source.replacen(old, new, limit).into(),
        (&[old], &[new]) if is_ascii && limit == usize::MAX => swapped(source, old, new),
        ([byte], _) => {
            let places = memchr::memchr_iter(*byte, &source.as_bytes()[first..]).map(|place| first + place);
            spliced(source, places.take(limit), 1, new, grown)
        }
        (bytes, _) => spliced(source, find::places(source, old, Some(first)).take(limit), bytes.len(), new, grown),
    };
    Ok(interp.str_known(result, is_ascii))
}

/// An ASCII text with one character in place of another.
fn swapped(source: &str, old: u8, new: u8) -> CompactString {
    let swap = |&byte: &u8| if byte == old { new } else { byte };
    let mut short = [0; 64];
    if let Some(place) = short.get_mut(..source.len()) {
        place.iter_mut().zip(source.as_bytes()).for_each(|(place, byte)| *place = swap(byte));
        return str::from_utf8(place).unwrap_or_default().into();
    }
    let bytes = source.as_bytes().iter().map(swap).collect();
    String::from_utf8(bytes).unwrap_or_default().into()
}

/// `source` with `new` in place of the `width` bytes at each of `places`.
fn spliced(source: &str, places: impl Iterator<Item = usize>, width: usize, new: &str, size: usize) -> CompactString {
    let mut out = String::with_capacity(size);
    let mut start = 0;
    for place in places {
        out.push_str(source.get(start..place).unwrap_or(""));
        out.push_str(new);
        start = place + width;
    }
    out.push_str(source.get(start..).unwrap_or(""));
    out.into()
}

/// `partition` and `rpartition`.
fn parts(interp: &mut Interp, args: Args, last: bool) -> NativeResult {
    let own = own(interp, args);
    let separator = text(interp, args.at(1), "must be str")?;
    let (source, wanted) = (interp.heap.text(own), interp.heap.text(separator));
    if wanted.is_empty() {
        return Err(interp.value_error("empty separator"));
    }
    let split = if last { source.rsplit_once(wanted) } else { source.split_once(wanted) };
    let empty = interp.empty_str;
    let items = match split {
        Some((before, after)) => {
            let (before, after) = (CompactString::from(before), CompactString::from(after));
            [interp.str_owned(before), Value::Str(separator), interp.str_owned(after)]
        }
        None if last => [empty, empty, Value::Str(own)],
        None => [Value::Str(own), empty, empty],
    };
    Ok(interp.heap.new_tuple(&items))
}

pub(super) fn partition(interp: &mut Interp, args: Args) -> NativeResult {
    parts(interp, args, false)
}

pub(super) fn rpartition(interp: &mut Interp, args: Args) -> NativeResult {
    parts(interp, args, true)
}

pub(super) fn removeprefix(interp: &mut Interp, args: Args) -> NativeResult {
    let own = own(interp, args);
    let prefix = text(interp, args.at(1), "removeprefix() argument must be str")?;
    match interp.heap.text(own).strip_prefix(interp.heap.text(prefix)) {
        Some(rest) => {
            let rest = CompactString::from(rest);
            Ok(interp.str_owned(rest))
        }
        None => Ok(Value::Str(own)),
    }
}

pub(super) fn removesuffix(interp: &mut Interp, args: Args) -> NativeResult {
    let own = own(interp, args);
    let suffix = text(interp, args.at(1), "removesuffix() argument must be str")?;
    match interp.heap.text(own).strip_suffix(interp.heap.text(suffix)) {
        Some(rest) => {
            let rest = CompactString::from(rest);
            Ok(interp.str_owned(rest))
        }
        None => Ok(Value::Str(own)),
    }
}
