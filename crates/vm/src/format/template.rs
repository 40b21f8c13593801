//! `str.format`: replacement fields in braces.

use super::{convert, format_value, push_formatted};
use crate::digits::push_int;
use crate::exceptions::{INDEX_ERROR, KEY_ERROR};
use crate::interp::Interp;
use crate::native::{Args, NativeResult, Trap};
use crate::value::{DictId, Value};

/// A replacement field as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement<'a> {
    pub name: &'a str,
    pub spec: &'a str,
    pub conversion: Option<char>,
}

/// Literal text, then perhaps a field.
pub type Markup<'a> = (&'a str, Option<Replacement<'a>>);

/// Reads a template piece by piece.
pub struct MarkupReader<'a> {
    rest: &'a str,
}

impl<'a> MarkupReader<'a> {
    pub fn new(text: &'a str) -> MarkupReader<'a> {
        MarkupReader { rest: text }
    }

    /// The next piece; an error is the message of a ValueError.
    pub fn next_piece(&mut self) -> Option<Result<Markup<'a>, &'static str>> {
        if self.rest.is_empty() {
            return None;
        }
        Some(self.piece())
    }

    fn piece(&mut self) -> Result<Markup<'a>, &'static str> {
        let Some(at) = memchr::memchr2(b'{', b'}', self.rest.as_bytes()) else {
            let literal = std::mem::take(&mut self.rest);
            return Ok((literal, None));
        };
        let brace = self.rest.as_bytes()[at];
        let after = &self.rest[at + 1..];
        if after.as_bytes().first() == Some(&brace) {
            let literal = &self.rest[..=at];
            self.rest = &after[1..];
            return Ok((literal, None));
        }
        if brace == b'}' {
            return Err("Single '}' encountered in format string");
        }
        if after.is_empty() {
            return Err("Single '{' encountered in format string");
        }
        let literal = &self.rest[..at];
        self.rest = after;
        Ok((literal, Some(self.field()?)))
    }

    fn field(&mut self) -> Result<Replacement<'a>, &'static str> {
        const UNCLOSED: &str = "expected '}' before end of string";
        let mut in_brackets = false;
        let mut end = None;
        for (i, c) in self.rest.char_indices() {
            match c {
                '{' => return Err("unexpected '{' in field name"),
                '[' => in_brackets = true,
                ']' => in_brackets = false,
                '}' | ':' | '!' if !in_brackets => {
                    end = Some((i, c));
                    break;
                }
                _ => {}
            }
        }
        let (end, stop) = end.ok_or(UNCLOSED)?;
        let name = &self.rest[..end];
        self.rest = &self.rest[end + 1..];
        let mut conversion = None;
        match stop {
            '}' => return Ok(Replacement { name, spec: "", conversion }),
            '!' => {
                let mut chars = self.rest.chars();
                conversion = Some(chars.next().ok_or("end of string while looking for conversion specifier")?);
                let stop = chars.next();
                self.rest = chars.as_str();
                match stop {
                    Some('}') => return Ok(Replacement { name, spec: "", conversion }),
                    Some(':') => {}
                    Some(_) => return Err("expected ':' after conversion specifier"),
                    None => return Err("unmatched '{' in format spec"),
                }
            }
            _ => {}
        }
        let spec = self.spec()?;
        Ok(Replacement { name, spec, conversion })
    }

    /// Up to the brace that closes the field.
    fn spec(&mut self) -> Result<&'a str, &'static str> {
        let mut depth = 1;
        for (i, c) in self.rest.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                let spec = &self.rest[..i];
                self.rest = &self.rest[i + 1..];
                return Ok(spec);
            }
        }
        Err("unmatched '{' in format spec")
    }
}

/// A step from a value to a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access<'a> {
    Attribute(&'a str),
    Item(&'a str),
}

/// `0.name[key]` as its first part and the accesses that follow.
pub fn split_name(name: &str) -> Result<(&str, Vec<Access<'_>>), &'static str> {
    const EMPTY: &str = "Empty attribute in format string";
    let end = name.find(['.', '[']).unwrap_or(name.len());
    let (first, mut rest) = name.split_at(end);
    let mut accesses = Vec::new();
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('.') {
            let end = after.find(['.', '[']).unwrap_or(after.len());
            accesses.push(Access::Attribute(Some(&after[..end]).filter(|a| !a.is_empty()).ok_or(EMPTY)?));
            rest = &after[end..];
        } else if let Some(after) = rest.strip_prefix('[') {
            let end = after.find(']').ok_or("Missing ']' in format string")?;
            accesses.push(Access::Item(Some(&after[..end]).filter(|a| !a.is_empty()).ok_or(EMPTY)?));
            rest = &after[end + 1..];
        } else {
            return Err("Only '.' or '[' may follow ']' in format field specifier");
        }
    }
    Ok((first, accesses))
}

/// A field name that is a number.
pub fn field_number(text: &str) -> Option<usize> {
    (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().unwrap_or(usize::MAX))
}

/// Where the values of the fields come from.
pub struct Source<'a> {
    pub args: Args<'a>,
    /// `str.format_map`: names are looked up here.
    pub mapping: Option<DictId>,
}

/// Whether fields have been numbered by hand or are counted.
#[derive(Default)]
struct Numbering {
    manual: bool,
    counted: usize,
}

/// `template.format(...)`; `Defer` where script code decides, and for attributes.
pub fn format_template(interp: &mut Interp, template: &str, source: &Source<'_>) -> NativeResult {
    interp.str_written(|interp, out| expand(interp, out, template, source, &mut Numbering::default(), 2))
}

fn expand(
    interp: &mut Interp,
    out: &mut String,
    template: &str,
    source: &Source<'_>,
    numbering: &mut Numbering,
    depth: u32,
) -> Result<(), Trap> {
    if depth == 0 {
        return Err(interp.value_error("Max string recursion exceeded"));
    }
    let mut reader = MarkupReader::new(template);
    while let Some(piece) = reader.next_piece() {
        let (literal, field) = piece.map_err(|message| interp.value_error(message))?;
        out.push_str(literal);
        let Some(field) = field else { continue };
        let mut value = field_value(interp, field.name, source, numbering)?;
        if let Some(conversion) = field.conversion {
            value = apply_conversion(interp, value, conversion)?;
        }
        match value {
            Value::Str(id) if field.spec.is_empty() => out.push_str(interp.heap.text(id)),
            Value::Int(i) if field.spec.is_empty() => push_int(out, i),
            _ if field.spec.is_empty() => {
                let text = format_value(interp, value, None)?;
                out.push_str(interp.text(text).unwrap_or_default());
            }
            _ if field.spec.contains(['{', '}']) => {
                let mut spec = String::new();
                expand(interp, &mut spec, field.spec, source, numbering, depth - 1)?;
                let Value::Str(spec) = interp.str_owned(spec) else { continue };
                let text = format_value(interp, value, Some(spec))?;
                out.push_str(interp.text(text).unwrap_or_default());
            }
            _ => push_formatted(interp, out, value, field.spec)?,
        }
    }
    Ok(())
}

fn apply_conversion(interp: &mut Interp, value: Value, conversion: char) -> NativeResult {
    let number = match conversion {
        's' => 1,
        'r' => 2,
        'a' => 3,
        _ => {
            let shown = match conversion {
                '!'..='~' => conversion.to_string(),
                _ => format!("\\x{:x}", conversion as u32),
            };
            return Err(interp.value_error(format!("Unknown conversion specifier {shown}")));
        }
    };
    convert(interp, value, number)
}

fn field_value(interp: &mut Interp, name: &str, source: &Source<'_>, numbering: &mut Numbering) -> NativeResult {
    let (first, accesses) = split_name(name).map_err(|message| interp.value_error(message))?;
    let mut value = match field_index(interp, first, numbering)? {
        Some(_) if source.mapping.is_some() => {
            return Err(interp.value_error("Format string contains positional fields"));
        }
        Some(index) => match source.args.get(index) {
            Some(value) => value,
            None => {
                let message = format!("Replacement index {index} out of range for positional args tuple");
                return Err(interp.raise(INDEX_ERROR, message));
            }
        },
        None => named_value(interp, first, source)?,
    };
    for access in accesses {
        value = match access {
            Access::Attribute(_) => return Err(Trap::Defer),
            Access::Item(key) => item(interp, value, key)?,
        };
    }
    Ok(value)
}

/// The number of a positional field, counted when it has none; `None` for a name.
fn field_index(interp: &mut Interp, first: &str, numbering: &mut Numbering) -> Result<Option<usize>, Trap> {
    if first.is_empty() {
        if numbering.manual {
            let message = "cannot switch from manual field specification to automatic field numbering";
            return Err(interp.value_error(message));
        }
        numbering.counted += 1;
        return Ok(Some(numbering.counted - 1));
    }
    let Some(index) = field_number(first) else { return Ok(None) };
    if index == usize::MAX {
        return Err(interp.value_error("Too many decimal digits in format string"));
    }
    if numbering.counted > 0 {
        let message = "cannot switch from automatic field numbering to manual field specification";
        return Err(interp.value_error(message));
    }
    numbering.manual = true;
    Ok(Some(index))
}

fn named_value(interp: &mut Interp, name: &str, source: &Source<'_>) -> NativeResult {
    let found = match source.mapping {
        Some(dict) => {
            let key = interp.str(name);
            interp.dict_get(dict, key)?
        }
        None => source.args.keywords.iter().find(|(k, _)| interp.symbols.name(*k) == name).map(|&(_, v)| v),
    };
    match found {
        Some(value) => Ok(value),
        None => {
            let key = interp.str(name);
            Err(interp.raise_with(KEY_ERROR, &[key]))
        }
    }
}

/// `value[key]` of the containers that need no script code.
fn item(interp: &mut Interp, value: Value, key: &str) -> NativeResult {
    let index = field_number(key);
    let items = match (value, index) {
        (Value::List(id), Some(_)) => &interp.heap.lists[id].items[..],
        (Value::Tuple(id), Some(_)) => interp.heap.tuple(id),
        (Value::Dict(dict), _) => {
            let key = match index {
                Some(index) => Value::Int(index.try_into().unwrap_or(i64::MAX)),
                None => interp.str(key),
            };
            return match interp.dict_get(dict, key)? {
                Some(value) => Ok(value),
                None => Err(interp.key_error(key)),
            };
        }
        _ => return Err(Trap::Defer),
    };
    match index.and_then(|i| items.get(i)) {
        Some(&item) => Ok(item),
        None => {
            let message = format!("{} index out of range", interp.type_name(value));
            Err(interp.raise(INDEX_ERROR, message))
        }
    }
}
