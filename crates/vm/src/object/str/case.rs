//! Upper and lower case, and the questions about characters.

use super::arguments::own;
use super::unicode::*;
use crate::interp::Interp;
use crate::native::{Args, NativeResult};
use crate::value::Value;
use compact_str::CompactString;

fn map(interp: &mut Interp, args: Args, f: fn(&str) -> String) -> NativeResult {
    let text = f(interp.heap.text(own(interp, args)));
    Ok(interp.str_owned(text))
}

/// The same, with a shorter way for ASCII.
fn map_letters(interp: &mut Interp, args: Args, ascii: fn(&mut str), other: fn(&str) -> String) -> NativeResult {
    let object = interp.heap.str(own(interp, args));
    if !object.is_ascii() {
        return map(interp, args, other);
    }
    let mut text = CompactString::from(object.as_str());
    ascii(&mut text);
    Ok(interp.str_known(text, true))
}

pub(super) fn upper(interp: &mut Interp, args: Args) -> NativeResult {
    map_letters(interp, args, str::make_ascii_uppercase, str::to_uppercase)
}

pub(super) fn lower(interp: &mut Interp, args: Args) -> NativeResult {
    map_letters(interp, args, str::make_ascii_lowercase, str::to_lowercase)
}

/// `map_letters` of an ASCII text; `Null` of any other.
fn quick_letters(interp: &mut Interp, text: Value, ascii: fn(&mut str)) -> Value {
    let Value::Str(id) = text else { return Value::Null };
    let object = interp.heap.str(id);
    if !object.is_ascii() {
        return Value::Null;
    }
    let mut text = CompactString::from(object.as_str());
    ascii(&mut text);
    interp.str_known(text, true)
}

pub(super) fn quick_upper(interp: &mut Interp, text: Value) -> Value {
    quick_letters(interp, text, str::make_ascii_uppercase)
}

pub(super) fn quick_lower(interp: &mut Interp, text: Value) -> Value {
    quick_letters(interp, text, str::make_ascii_lowercase)
}

pub(super) fn casefold(interp: &mut Interp, args: Args) -> NativeResult {
    map(interp, args, |text| {
        let mut out = String::with_capacity(text.len());
        text.chars().for_each(|c| push_folded(&mut out, c));
        out
    })
}

pub(super) fn capitalize(interp: &mut Interp, args: Args) -> NativeResult {
    map(interp, args, |text| {
        let mut out = String::with_capacity(text.len());
        let Some(first) = text.chars().next() else { return out };
        push_title(&mut out, first);
        // The lower case of a letter may depend on those before it.
        out.extend(text.to_lowercase().chars().skip(first.to_lowercase().count()));
        out
    })
}

pub(super) fn swapcase(interp: &mut Interp, args: Args) -> NativeResult {
    map(interp, args, |text| {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                c if c.is_uppercase() => out.extend(c.to_lowercase()),
                c if c.is_lowercase() => out.extend(c.to_uppercase()),
                c => out.push(c),
            }
        }
        out
    })
}

pub(super) fn title(interp: &mut Interp, args: Args) -> NativeResult {
    map(interp, args, |text| {
        let mut out = String::with_capacity(text.len());
        let mut inside = false;
        for c in text.chars() {
            match inside {
                true => out.extend(c.to_lowercase()),
                false => push_title(&mut out, c),
            }
            inside = is_cased(c);
        }
        out
    })
}

/// True when there are characters and all pass.
#[inline(always)]
fn all(interp: &Interp, args: Args, test: impl Fn(char) -> bool) -> NativeResult {
    let text = interp.heap.text(own(interp, args));
    if let &[byte] = text.as_bytes() {
        return Ok(Value::bool(test(char::from(byte))));
    }
    Ok(Value::bool(!text.is_empty() && text.chars().all(test)))
}

macro_rules! questions {
    ($( $name:ident $quick:ident $test:expr; )*) => { $(
        pub(super) fn $name(interp: &mut Interp, args: Args) -> NativeResult {
            all(interp, args, $test)
        }

        /// The same of one ASCII character.
        pub(super) fn $quick(interp: &mut Interp, text: Value) -> Value {
            let Value::Str(id) = text else { return Value::Null };
            match interp.heap.text(id).as_bytes() {
                &[byte] => Value::bool($test(char::from(byte))),
                _ => Value::Null,
            }
        }
    )* };
}

questions! {
    isalpha quick_isalpha is_alpha;
    isalnum quick_isalnum is_alnum;
    isdecimal quick_isdecimal is_decimal;
    isdigit quick_isdigit is_digit;
    isnumeric quick_isnumeric is_numeric;
    isspace quick_isspace is_space;
}

pub(super) fn isascii(interp: &mut Interp, args: Args) -> NativeResult {
    Ok(Value::bool(interp.heap.str(own(interp, args)).is_ascii()))
}

pub(super) fn isprintable(interp: &mut Interp, args: Args) -> NativeResult {
    let text = interp.heap.text(own(interp, args));
    Ok(Value::bool(text.chars().all(crate::repr::is_printable)))
}

pub(super) fn isidentifier(interp: &mut Interp, args: Args) -> NativeResult {
    let mut chars = interp.heap.text(own(interp, args)).chars();
    let first = chars.next().is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c));
    Ok(Value::bool(first && chars.all(unicode_ident::is_xid_continue)))
}

/// Whether there is a cased character and none of the wrong case.
fn cased(interp: &Interp, args: Args, right: fn(char) -> bool) -> NativeResult {
    let mut any = false;
    for c in interp.heap.text(own(interp, args)).chars() {
        if right(c) {
            any = true;
        } else if is_cased(c) {
            return Ok(Value::False);
        }
    }
    Ok(Value::bool(any))
}

pub(super) fn islower(interp: &mut Interp, args: Args) -> NativeResult {
    cased(interp, args, char::is_lowercase)
}

pub(super) fn isupper(interp: &mut Interp, args: Args) -> NativeResult {
    cased(interp, args, char::is_uppercase)
}

/// Every word begins in upper case and goes on in lower case.
pub(crate) fn is_titled(text: &str) -> bool {
    let (mut any, mut inside) = (false, false);
    for c in text.chars() {
        let starts = c.is_uppercase() || is_title(c);
        let continues = c.is_lowercase();
        if (starts && inside) || (continues && !inside) {
            return false;
        }
        inside = starts || continues;
        any |= inside;
    }
    any
}

pub(super) fn istitle(interp: &mut Interp, args: Args) -> NativeResult {
    Ok(Value::bool(is_titled(interp.heap.text(own(interp, args)))))
}
