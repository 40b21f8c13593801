//! Methods of `str` that look for a text in a text.

use super::arguments::{limit, own, text, window};
use super::find;
use crate::interp::Interp;
use crate::native::{Args, NativeResult, Trap};
use crate::value::Value;

/// Position of the first or last occurrence within the window.
fn position(interp: &mut Interp, args: Args, name: &str, last: bool) -> Result<Option<usize>, Trap> {
    let own = own(interp, args);
    let wanted = text(interp, args.at(1), &format!("{name}() argument 1 must be str"))?;
    let Some((start, end)) = window(interp, args, 2, interp.heap.strs[own].char_count())? else { return Ok(None) };
    let (object, wanted) = (&interp.heap.strs[own], interp.heap.text(wanted));
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
    position(interp, args, "find", false).map(found)
}

pub(super) fn rfind(interp: &mut Interp, args: Args) -> NativeResult {
    position(interp, args, "rfind", true).map(found)
}

fn required(interp: &mut Interp, position: Option<usize>) -> NativeResult {
    match position {
        Some(_) => Ok(found(position)),
        None => Err(interp.value_error("substring not found")),
    }
}

pub(super) fn index(interp: &mut Interp, args: Args) -> NativeResult {
    let position = position(interp, args, "index", false)?;
    required(interp, position)
}

pub(super) fn rindex(interp: &mut Interp, args: Args) -> NativeResult {
    let position = position(interp, args, "rindex", true)?;
    required(interp, position)
}

pub(super) fn count(interp: &mut Interp, args: Args) -> NativeResult {
    let own = own(interp, args);
    let wanted = text(interp, args.at(1), "count() argument 1 must be str")?;
    let Some((start, end)) = window(interp, args, 2, interp.heap.strs[own].char_count())? else {
        return Ok(Value::Int(0));
    };
    let wanted = interp.heap.text(wanted);
    let part = interp.heap.strs[own].substring(start, end);
    let count = if wanted.is_empty() { end - start + 1 } else { find::count(part, wanted) };
    Ok(Value::Int(count as i64))
}

/// `startswith` and `endswith`: a text or a tuple of them.
fn affix(interp: &mut Interp, args: Args, name: &str, test: fn(&str, &str) -> bool) -> NativeResult {
    let own = own(interp, args);
    let choices = match interp.payload(args.at(1)) {
        Value::Str(_) => vec![args.at(1)],
        Value::Tuple(id) => interp.heap.tuple(id).to_vec(),
        _ => {
            let kind = interp.type_name(args.at(1));
            let message = format!("{name} first arg must be str or a tuple of str, not {kind}");
            return Err(interp.type_error(message));
        }
    };
    let window = window(interp, args, 2, interp.heap.strs[own].char_count())?;
    for choice in choices {
        let choice = text(interp, choice, &format!("tuple for {name} must only contain str"))?;
        let Some((start, end)) = window else { continue };
        if test(interp.heap.strs[own].substring(start, end), interp.heap.text(choice)) {
            return Ok(Value::True);
        }
    }
    Ok(Value::False)
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
    let (source, old, new) = (interp.heap.text(own), interp.heap.text(old), interp.heap.text(new));
    if find::find(source, old).is_none() || limit == 0 {
        return Ok(Value::Str(own));
    }
    let growth = new.len().saturating_sub(old.len());
    let times = source.len().saturating_add(1).min(limit);
    if growth.checked_mul(times).is_none_or(|total| total > 1 << 30) {
        let times = source.matches(old).count().min(limit);
        let total = growth.saturating_mul(times).saturating_add(source.len());
        crate::arithmetic::check_size(interp, total, 1)?;
    }
    let (source, old, new) = args_texts(interp, args);
    let result = match old {
        "" => source.replacen(old, new, limit),
        _ => find::split(source, old, limit).join(new),
    };
    Ok(interp.str_owned(result))
}

fn args_texts<'a>(interp: &'a Interp, args: Args) -> (&'a str, &'a str, &'a str) {
    let text = |i| interp.text(args.at(i)).unwrap_or_default();
    (text(0), text(1), text(2))
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
            let (before, after) = (before.to_string(), after.to_string());
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
            let rest = rest.to_string();
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
            let rest = rest.to_string();
            Ok(interp.str_owned(rest))
        }
        None => Ok(Value::Str(own)),
    }
}
