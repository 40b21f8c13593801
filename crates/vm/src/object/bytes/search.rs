//! Methods of `bytes` that look for bytes in bytes.

use super::arguments::{bytes_like, data, find, is_array, own, pattern, rfind};
use crate::interp::Interp;
use crate::native::{Args, NativeResult, Trap};
use crate::object::str::arguments::{limit, window};
use crate::value::Value;

fn position(interp: &mut Interp, args: Args, last: bool) -> Result<Option<usize>, Trap> {
    let wanted = pattern(interp, args.at(1))?;
    let Some((start, end)) = window(interp, args, 2, data(interp, args).len())? else { return Ok(None) };
    let part = data(interp, args).get(start..end).unwrap_or_default();
    let found = if last { rfind(part, &wanted) } else { find(part, &wanted) };
    Ok(found.map(|offset| start + offset))
}

fn found(position: Option<usize>) -> Value {
    Value::Int(position.map_or(-1, |p| p as i64))
}

pub(super) fn find_method(interp: &mut Interp, args: Args) -> NativeResult {
    position(interp, args, false).map(found)
}

pub(super) fn rfind_method(interp: &mut Interp, args: Args) -> NativeResult {
    position(interp, args, true).map(found)
}

fn required(interp: &mut Interp, position: Option<usize>) -> NativeResult {
    match position {
        Some(_) => Ok(found(position)),
        None => Err(interp.value_error("subsection not found")),
    }
}

pub(super) fn index(interp: &mut Interp, args: Args) -> NativeResult {
    let position = position(interp, args, false)?;
    required(interp, position)
}

pub(super) fn rindex(interp: &mut Interp, args: Args) -> NativeResult {
    let position = position(interp, args, true)?;
    required(interp, position)
}

/// Positions of `wanted`, which is not empty, that do not overlap.
fn occurrences(data: &[u8], wanted: &[u8]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(offset) = data.get(start..).and_then(|rest| find(rest, wanted)) {
        found.push(start + offset);
        start += offset + wanted.len();
    }
    found
}

pub(super) fn count(interp: &mut Interp, args: Args) -> NativeResult {
    let wanted = pattern(interp, args.at(1))?;
    let Some((start, end)) = window(interp, args, 2, data(interp, args).len())? else { return Ok(Value::Int(0)) };
    let part = data(interp, args).get(start..end).unwrap_or_default();
    let count = if wanted.is_empty() { part.len() + 1 } else { occurrences(part, &wanted).len() };
    Ok(Value::Int(count as i64))
}

fn affix(interp: &mut Interp, args: Args, name: &str, test: fn(&[u8], &[u8]) -> bool) -> NativeResult {
    let choices = match interp.payload(args.at(1)) {
        Value::Bytes(_) => vec![args.at(1)],
        Value::Tuple(id) => interp.heap.tuple(id).to_vec(),
        _ => {
            let kind = interp.type_name(args.at(1));
            let message = format!("{name} first arg must be bytes or a tuple of bytes, not {kind}");
            return Err(interp.type_error(message));
        }
    };
    let Some((start, end)) = window(interp, args, 2, data(interp, args).len())? else { return Ok(Value::False) };
    for choice in choices {
        let choice = bytes_like(interp, choice)?;
        if test(data(interp, args).get(start..end).unwrap_or_default(), &choice) {
            return Ok(Value::True);
        }
    }
    Ok(Value::False)
}

pub(super) fn startswith(interp: &mut Interp, args: Args) -> NativeResult {
    affix(interp, args, "startswith", |data, prefix| data.starts_with(prefix))
}

pub(super) fn endswith(interp: &mut Interp, args: Args) -> NativeResult {
    affix(interp, args, "endswith", |data, suffix| data.ends_with(suffix))
}

pub(super) fn replace(interp: &mut Interp, args: Args) -> NativeResult {
    let old = bytes_like(interp, args.at(1))?;
    let new = bytes_like(interp, args.at(2))?;
    let limit = limit(interp, args.get(3))?;
    let (source, kind) = (data(interp, args).to_vec(), is_array(interp, args));
    let places: Vec<usize> = match old.is_empty() {
        true => (0..=source.len()).take(limit).collect(),
        false => occurrences(&source, &old).into_iter().take(limit).collect(),
    };
    crate::arithmetic::check_size(interp, new.len(), places.len().max(1))?;
    let mut out = Vec::with_capacity(source.len());
    let mut next = 0;
    for place in places {
        out.extend_from_slice(source.get(next..place).unwrap_or_default());
        out.extend_from_slice(&new);
        next = place + old.len();
    }
    out.extend_from_slice(source.get(next..).unwrap_or_default());
    Ok(interp.new_bytes_like(out, kind))
}

fn parts(interp: &mut Interp, args: Args, last: bool) -> NativeResult {
    let separator = bytes_like(interp, args.at(1))?;
    if separator.is_empty() {
        return Err(interp.value_error("empty separator"));
    }
    let (source, kind) = (data(interp, args).to_vec(), is_array(interp, args));
    let place = if last { rfind(&source, &separator) } else { find(&source, &separator) };
    let pieces = match place {
        Some(place) => [source[..place].to_vec(), separator.clone(), source[place + separator.len()..].to_vec()],
        None if last => [Vec::new(), Vec::new(), source],
        None => [source, Vec::new(), Vec::new()],
    };
    let items = pieces.map(|piece| interp.new_bytes_like(piece, kind));
    Ok(interp.heap.new_tuple(&items))
}

pub(super) fn partition(interp: &mut Interp, args: Args) -> NativeResult {
    parts(interp, args, false)
}

pub(super) fn rpartition(interp: &mut Interp, args: Args) -> NativeResult {
    parts(interp, args, true)
}

pub(super) fn removeprefix(interp: &mut Interp, args: Args) -> NativeResult {
    let prefix = bytes_like(interp, args.at(1))?;
    let source = data(interp, args);
    let rest = source.strip_prefix(&prefix[..]).unwrap_or(source).to_vec();
    let kind = is_array(interp, args);
    Ok(interp.new_bytes_like(rest, kind))
}

pub(super) fn removesuffix(interp: &mut Interp, args: Args) -> NativeResult {
    let suffix = bytes_like(interp, args.at(1))?;
    let source = data(interp, args);
    let rest = source.strip_suffix(&suffix[..]).unwrap_or(source).to_vec();
    let kind = is_array(interp, args);
    Ok(interp.new_bytes_like(rest, kind))
}

/// `sep.join(pieces)`.
pub(super) fn join(interp: &mut Interp, args: Args) -> NativeResult {
    let items = crate::object::str::join_items(interp, args.at(1))?;
    let own = own(interp, args);
    let mut out = Vec::new();
    for (i, &item) in items.iter().enumerate() {
        let Value::Bytes(piece) = interp.payload(item) else {
            let kind = interp.class_display(interp.class_of(item));
            let message = format!("sequence item {i}: expected a bytes-like object, {kind} found");
            return Err(interp.type_error(message));
        };
        if i > 0 {
            out.extend_from_slice(&interp.heap.bytes[own].data);
        }
        out.extend_from_slice(&interp.heap.bytes[piece].data);
    }
    let kind = is_array(interp, args);
    Ok(interp.new_bytes_like(out, kind))
}
