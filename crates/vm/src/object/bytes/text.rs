//! Methods of `bytes` that take the bytes for ASCII text. They work on the text in which every byte is the character of
//! its number.

use super::arguments::{bytes_like, data, is_array};
use crate::format::percent::{latin1_bytes, latin1_text};
use crate::interp::Interp;
use crate::native::{Args, NativeResult, Trap};
use crate::object::str::arguments::limit;
use crate::object::str::{case, fill, split};
use crate::value::Value;

fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | ' ')
}

fn own_text(interp: &Interp, args: Args) -> String {
    latin1_text(data(interp, args))
}

fn result(interp: &mut Interp, args: Args, text: &str) -> NativeResult {
    let kind = is_array(interp, args);
    Ok(interp.new_bytes_like(latin1_bytes(text), kind))
}

fn list(interp: &mut Interp, args: Args, pieces: Vec<&str>) -> NativeResult {
    let kind = is_array(interp, args);
    let items = pieces.into_iter().map(|piece| interp.new_bytes_like(latin1_bytes(piece), kind)).collect();
    Ok(interp.heap.new_list(items))
}

fn split_by(interp: &mut Interp, args: Args, right: bool) -> NativeResult {
    let text = own_text(interp, args);
    let limit = limit(interp, args.get(2))?;
    let separator = match args.or_none(1) {
        Value::None if right => return list(interp, args, split::rsplit_words(&text, limit, is_space)),
        Value::None => return list(interp, args, split::split_words(&text, limit, is_space)),
        separator => latin1_text(&bytes_like(interp, separator)?),
    };
    if separator.is_empty() {
        return Err(interp.value_error("empty separator"));
    }
    match right {
        true => list(interp, args, split::rsplit_at(&text, &separator, limit)),
        false => list(interp, args, split::split_at(&text, &separator, limit)),
    }
}

pub(super) fn split(interp: &mut Interp, args: Args) -> NativeResult {
    split_by(interp, args, false)
}

pub(super) fn rsplit(interp: &mut Interp, args: Args) -> NativeResult {
    split_by(interp, args, true)
}

pub(super) fn splitlines(interp: &mut Interp, args: Args) -> NativeResult {
    let keep = match args.get(1) {
        Some(value) => crate::truth::truthy(interp, value).ok_or(Trap::Defer)?,
        None => false,
    };
    let text = own_text(interp, args);
    list(interp, args, split::lines(&text, keep, |c| matches!(c, '\n' | '\r')))
}

fn strip_ends(interp: &mut Interp, args: Args, left: bool, right: bool) -> NativeResult {
    let unwanted = match args.or_none(1) {
        Value::None => b"\t\n\x0b\x0c\r ".to_vec(),
        value => bytes_like(interp, value)?,
    };
    let mut rest = data(interp, args);
    while let (true, Some((first, tail))) = (left, rest.split_first())
        && unwanted.contains(first)
    {
        rest = tail;
    }
    while let (true, Some((last, head))) = (right, rest.split_last())
        && unwanted.contains(last)
    {
        rest = head;
    }
    let (rest, kind) = (rest.to_vec(), is_array(interp, args));
    Ok(interp.new_bytes_like(rest, kind))
}

pub(super) fn strip(interp: &mut Interp, args: Args) -> NativeResult {
    strip_ends(interp, args, true, true)
}

pub(super) fn lstrip(interp: &mut Interp, args: Args) -> NativeResult {
    strip_ends(interp, args, true, false)
}

pub(super) fn rstrip(interp: &mut Interp, args: Args) -> NativeResult {
    strip_ends(interp, args, false, true)
}

fn pad(interp: &mut Interp, args: Args, name: &str, side: fill::Side) -> NativeResult {
    let width = interp.size_of_value(args.at(1))?;
    let fill = match args.get(2).map(|v| interp.payload(v)) {
        None => b' ',
        Some(Value::Bytes(id)) if interp.heap.bytes[id].data.len() == 1 => interp.heap.bytes[id].data[0],
        Some(value) => {
            let kind = interp.type_name(value);
            let message = format!("{name}() argument 2 must be a byte string of length 1, not {kind}");
            return Err(interp.type_error(message));
        }
    };
    let (before, after) = fill::margins(data(interp, args).len(), width, side);
    crate::arithmetic::check_size(interp, before + after, 1)?;
    let mut out = vec![fill; before];
    out.extend_from_slice(data(interp, args));
    out.resize(out.len() + after, fill);
    let kind = is_array(interp, args);
    Ok(interp.new_bytes_like(out, kind))
}

pub(super) fn ljust(interp: &mut Interp, args: Args) -> NativeResult {
    pad(interp, args, "ljust", fill::Side::Left)
}

pub(super) fn rjust(interp: &mut Interp, args: Args) -> NativeResult {
    pad(interp, args, "rjust", fill::Side::Right)
}

pub(super) fn center(interp: &mut Interp, args: Args) -> NativeResult {
    pad(interp, args, "center", fill::Side::Center)
}

pub(super) fn zfill(interp: &mut Interp, args: Args) -> NativeResult {
    let width = interp.size_of_value(args.at(1))?;
    let (missing, _) = fill::margins(data(interp, args).len(), width, fill::Side::Right);
    crate::arithmetic::check_size(interp, missing, 1)?;
    let text = fill::zero_filled(&own_text(interp, args), missing);
    result(interp, args, &text)
}

pub(super) fn expandtabs(interp: &mut Interp, args: Args) -> NativeResult {
    let size = match args.get(1) {
        Some(size) => usize::try_from(interp.size_of_value(size)?).unwrap_or(0),
        None => 8,
    };
    let text = own_text(interp, args);
    crate::arithmetic::check_size(interp, size, text.matches('\t').count())?;
    result(interp, args, &fill::tabs_expanded(&text, size))
}

fn map(interp: &mut Interp, args: Args, f: impl FnMut(&u8) -> u8) -> NativeResult {
    let (data, kind) = (data(interp, args).iter().map(f).collect(), is_array(interp, args));
    Ok(interp.new_bytes_like(data, kind))
}

pub(super) fn upper(interp: &mut Interp, args: Args) -> NativeResult {
    map(interp, args, u8::to_ascii_uppercase)
}

pub(super) fn lower(interp: &mut Interp, args: Args) -> NativeResult {
    map(interp, args, u8::to_ascii_lowercase)
}

pub(super) fn swapcase(interp: &mut Interp, args: Args) -> NativeResult {
    map(interp, args, |b| if b.is_ascii_lowercase() { b.to_ascii_uppercase() } else { b.to_ascii_lowercase() })
}

pub(super) fn title(interp: &mut Interp, args: Args) -> NativeResult {
    let mut inside = false;
    map(interp, args, |b| {
        let changed = if inside { b.to_ascii_lowercase() } else { b.to_ascii_uppercase() };
        inside = b.is_ascii_alphabetic();
        changed
    })
}

pub(super) fn capitalize(interp: &mut Interp, args: Args) -> NativeResult {
    let mut first = true;
    map(interp, args, |b| if std::mem::take(&mut first) { b.to_ascii_uppercase() } else { b.to_ascii_lowercase() })
}

macro_rules! questions {
    ($( $name:ident $test:expr; )*) => { $(
        pub(super) fn $name(interp: &mut Interp, args: Args) -> NativeResult {
            let data = data(interp, args);
            Ok(Value::bool(!data.is_empty() && data.iter().all($test)))
        }
    )* };
}

questions! {
    isalpha u8::is_ascii_alphabetic;
    isalnum u8::is_ascii_alphanumeric;
    isdigit u8::is_ascii_digit;
    isspace |b| is_space(*b as char);
}

pub(super) fn isascii(interp: &mut Interp, args: Args) -> NativeResult {
    Ok(Value::bool(data(interp, args).is_ascii()))
}

pub(super) fn islower(interp: &mut Interp, args: Args) -> NativeResult {
    let data = data(interp, args);
    Ok(Value::bool(data.iter().any(u8::is_ascii_lowercase) && !data.iter().any(u8::is_ascii_uppercase)))
}

pub(super) fn isupper(interp: &mut Interp, args: Args) -> NativeResult {
    let data = data(interp, args);
    Ok(Value::bool(data.iter().any(u8::is_ascii_uppercase) && !data.iter().any(u8::is_ascii_lowercase)))
}

pub(super) fn istitle(interp: &mut Interp, args: Args) -> NativeResult {
    let text: String = data(interp, args).iter().map(|b| if b.is_ascii() { *b as char } else { ' ' }).collect();
    Ok(Value::bool(case::is_titled(&text)))
}
