//! Texts as bytes and back: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32.

use crate::exceptions::{LOOKUP_ERROR, UNICODE_DECODE_ERROR, UNICODE_ENCODE_ERROR};
use crate::interp::Interp;
use crate::native::Trap;
use crate::value::{ClassId, Value};
use std::fmt::Write;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Codec {
    Utf8,
    Utf8Sig,
    Ascii,
    Latin1,
    /// Bytes per unit, little-endian, with a mark in front.
    Units(usize, bool, bool),
}

impl Codec {
    fn find(name: &str) -> Option<Codec> {
        let name: String =
            name.chars().map(|c| if matches!(c, '_' | ' ') { '-' } else { c.to_ascii_lowercase() }).collect();
        Some(match &*name {
            "utf-8" | "utf8" | "u8" | "utf" | "cp65001" => Codec::Utf8,
            "utf-8-sig" => Codec::Utf8Sig,
            "ascii" | "us-ascii" | "646" | "ansi-x3.4-1968" => Codec::Ascii,
            "latin-1" | "latin1" | "latin" | "iso-8859-1" | "iso8859-1" | "8859" | "cp819" | "l1" => Codec::Latin1,
            "utf-16" | "utf16" | "u16" => Codec::Units(2, true, true),
            "utf-16-le" | "utf-16le" => Codec::Units(2, true, false),
            "utf-16-be" | "utf-16be" => Codec::Units(2, false, false),
            "utf-32" | "utf32" | "u32" => Codec::Units(4, true, true),
            "utf-32-le" | "utf-32le" => Codec::Units(4, true, false),
            "utf-32-be" | "utf-32be" => Codec::Units(4, false, false),
            _ => return None,
        })
    }

    fn name(self) -> &'static str {
        match self {
            Codec::Utf8 | Codec::Utf8Sig => "utf-8",
            Codec::Ascii => "ascii",
            Codec::Latin1 => "latin-1",
            Codec::Units(2, _, true) => "utf-16",
            Codec::Units(2, true, _) => "utf-16-le",
            Codec::Units(2, false, _) => "utf-16-be",
            Codec::Units(_, _, true) => "utf-32",
            Codec::Units(_, true, _) => "utf-32-le",
            Codec::Units(..) => "utf-32-be",
        }
    }
}

/// Whether a text is encoded as it is stored, by an encoding in its usual spelling; `ascii` tells whether it is ASCII.
pub(crate) fn plain_text(encoding: &str, ascii: impl FnOnce() -> bool) -> bool {
    match encoding {
        "utf-8" | "utf8" | "UTF-8" => true,
        "ascii" | "latin-1" | "latin1" | "iso-8859-1" => ascii(),
        _ => false,
    }
}

fn find(interp: &mut Interp, encoding: &str) -> Result<Codec, Trap> {
    match Codec::find(encoding) {
        Some(codec) => Ok(codec),
        None => Err(interp.raise(LOOKUP_ERROR, format!("unknown encoding: {encoding}"))),
    }
}

fn unknown_handler(interp: &mut Interp, errors: &str) -> Trap {
    interp.raise(LOOKUP_ERROR, format!("unknown error handler name '{errors}'"))
}

/// `text.encode(encoding, errors)`.
pub fn encode(interp: &mut Interp, text: &str, encoding: &str, errors: &str) -> Result<Vec<u8>, Trap> {
    let codec = find(interp, encoding)?;
    let limit = match codec {
        Codec::Utf8 => return Ok(text.as_bytes().to_vec()),
        Codec::Utf8Sig => return Ok([b"\xef\xbb\xbf", text.as_bytes()].concat()),
        Codec::Units(width, little, mark) => return Ok(encode_units(text, width, little, mark)),
        Codec::Ascii => 0x7f,
        Codec::Latin1 => 0xff,
    };
    let mut data = Vec::with_capacity(text.len());
    for (i, c) in text.chars().enumerate() {
        if c as u32 <= limit {
            data.push(c as u8);
            continue;
        }
        match errors {
            "strict" => {
                let run = text.chars().skip(i).take_while(|&c| c as u32 > limit).count();
                let reason = format!("ordinal not in range({})", limit + 1);
                let object = interp.str(text);
                return Err(unicode_error(interp, UNICODE_ENCODE_ERROR, codec, object, i..i + run, &reason));
            }
            "ignore" => {}
            "replace" => data.push(b'?'),
            "xmlcharrefreplace" => data.extend(format!("&#{};", c as u32).into_bytes()),
            "backslashreplace" => {
                let mut escape = String::new();
                crate::repr::push_ascii(&mut escape, c);
                data.extend(escape.into_bytes());
            }
            _ => return Err(unknown_handler(interp, errors)),
        }
    }
    Ok(data)
}

fn encode_units(text: &str, width: usize, little: bool, mark: bool) -> Vec<u8> {
    let mut data = Vec::with_capacity(width * (text.len() + 1));
    let mut push = |unit: u32| {
        let bytes = if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
        data.extend_from_slice(if little { &bytes[..width] } else { &bytes[4 - width..] });
    };
    if mark {
        push(0xfeff);
    }
    for c in text.chars() {
        match width {
            2 => c.encode_utf16(&mut [0; 2]).iter().for_each(|&unit| push(unit.into())),
            _ => push(c as u32),
        }
    }
    data
}

/// `data.decode(encoding, errors)`.
pub fn decode(interp: &mut Interp, data: &[u8], encoding: &str, errors: &str) -> Result<String, Trap> {
    match find(interp, encoding)? {
        Codec::Utf8 => decode_utf8(interp, data, errors),
        Codec::Utf8Sig => decode_utf8(interp, data.strip_prefix(b"\xef\xbb\xbf").unwrap_or(data), errors),
        Codec::Latin1 => Ok(data.iter().map(|&b| b as char).collect()),
        Codec::Ascii => decode_ascii(interp, data, errors),
        codec @ Codec::Units(width, little, _) => decode_units(interp, data, codec, width, little),
    }
}

/// Append what stands for undecodable bytes, or say that they are an error.
fn substitute(out: &mut String, bad: &[u8], errors: &str) -> Option<()> {
    match errors {
        "ignore" => {}
        "replace" => out.push('\u{fffd}'),
        "backslashreplace" => bad.iter().for_each(|b| {
            let _ = write!(out, "\\x{b:02x}");
        }),
        _ => return None,
    }
    Some(())
}

fn decode_utf8(interp: &mut Interp, data: &[u8], errors: &str) -> Result<String, Trap> {
    let mut out = String::with_capacity(data.len());
    let mut start = 0;
    while let Some(rest) = data.get(start..).filter(|rest| !rest.is_empty()) {
        let error = match str::from_utf8(rest) {
            Ok(text) => {
                out.push_str(text);
                break;
            }
            Err(error) => error,
        };
        let (good, bad) = rest.split_at(error.valid_up_to());
        out.push_str(&String::from_utf8_lossy(good));
        let length = error.error_len().unwrap_or(bad.len());
        let at = start + good.len();
        if substitute(&mut out, &bad[..length], errors).is_none() {
            if errors != "strict" {
                return Err(unknown_handler(interp, errors));
            }
            let reason = match (error.error_len(), bad[0]) {
                (None, _) => "unexpected end of data",
                (_, 0x80..=0xc1 | 0xf5..) => "invalid start byte",
                _ => "invalid continuation byte",
            };
            let object = interp.heap.new_bytes(data);
            let codec = Codec::Utf8;
            return Err(unicode_error(interp, UNICODE_DECODE_ERROR, codec, object, at..at + length, reason));
        }
        start = at + length;
    }
    Ok(out)
}

fn decode_ascii(interp: &mut Interp, data: &[u8], errors: &str) -> Result<String, Trap> {
    let mut out = String::with_capacity(data.len());
    for (i, &byte) in data.iter().enumerate() {
        if byte.is_ascii() {
            out.push(byte as char);
        } else if substitute(&mut out, &[byte], errors).is_none() {
            if errors != "strict" {
                return Err(unknown_handler(interp, errors));
            }
            let object = interp.heap.new_bytes(data);
            let reason = "ordinal not in range(128)";
            return Err(unicode_error(interp, UNICODE_DECODE_ERROR, Codec::Ascii, object, i..i + 1, reason));
        }
    }
    Ok(out)
}

fn decode_units(interp: &mut Interp, data: &[u8], codec: Codec, width: usize, little: bool) -> Result<String, Trap> {
    let unit = |chunk: &[u8], little: bool| {
        let fold = |value, &byte: &u8| value << 8 | u32::from(byte);
        if little { chunk.iter().rev().fold(0, fold) } else { chunk.iter().fold(0, fold) }
    };
    let (mut data_left, mut little) = (data, little);
    if let (Codec::Units(_, _, true), Some(first)) = (codec, data.get(..width)) {
        if unit(first, true) == 0xfeff {
            data_left = &data[width..];
        } else if unit(first, false) == 0xfeff {
            (data_left, little) = (&data[width..], false);
        }
    }
    let units: Vec<u32> = data_left.chunks_exact(width).map(|chunk| unit(chunk, little)).collect();
    let text: Option<String> = match width {
        2 => char::decode_utf16(units.iter().map(|&u| u as u16)).map(Result::ok).collect(),
        _ => units.iter().map(|&u| char::from_u32(u)).collect(),
    };
    match text {
        Some(text) if data_left.len() % width == 0 => Ok(text),
        _ => {
            let object = interp.heap.new_bytes(data);
            let end = data.len();
            let range = end - end.min(1)..end;
            Err(unicode_error(interp, UNICODE_DECODE_ERROR, codec, object, range, "truncated data"))
        }
    }
}

fn unicode_error(
    interp: &mut Interp,
    class: ClassId,
    codec: Codec,
    object: Value,
    range: std::ops::Range<usize>,
    reason: &str,
) -> Trap {
    let values = [
        interp.str(codec.name()),
        object,
        Value::Int(range.start as i64),
        Value::Int(range.end as i64),
        interp.str(reason),
    ];
    let exception = interp.new_exception(class, &values);
    for (name, value) in ["encoding", "object", "start", "end", "reason"].iter().zip(values) {
        let name = interp.symbols.intern(name);
        interp.set_exception_attribute(exception, name, value);
    }
    Trap::Raise(exception)
}

/// An optional argument `encoding` or `errors`.
pub(crate) fn name_argument(
    interp: &mut Interp,
    value: Option<Value>,
    default: &str,
    refusal: &str,
) -> Result<String, Trap> {
    let Some(value) = value else { return Ok(default.to_string()) };
    match interp.text(value) {
        Some(text) => Ok(text.to_string()),
        None => {
            let kind = interp.argument_name(value);
            let message = format!("{refusal} must be str, not {kind}");
            Err(interp.type_error(message))
        }
    }
}
