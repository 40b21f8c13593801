//! `%` of `str` and `bytes`.

mod template;

pub use template::{Count, Field, Piece, Template};

use super::spec::{Align, Sign, Spec, push_fill};
use crate::digits::{Digits, push_int};
use crate::exceptions::OVERFLOW_ERROR;
use crate::float_text::{exponent_form, general_form, non_finite, push_fixed_form};
use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::object::TupleObject;
use crate::symbol::Symbol;
use crate::value::{BytesId, StrId, Value};
use compact_str::CompactString;
use template::INCOMPLETE_KEY;

const NO_MAPPING: &str = "format requires a mapping";

/// Where the arguments come from.
struct Supply {
    /// The tuple itself: it cannot change.
    values: TupleObject,
    next: usize,
    /// The right operand, when keys look into it.
    mapping: Option<Value>,
    /// An argument left over is an error.
    strict: bool,
    /// `%s`, `%r` and `%a` take text that the twin has made; keys have been resolved.
    prepared: bool,
    /// The template is `bytes`.
    bytes: bool,
}

impl Supply {
    fn new(interp: &Interp, operand: Value, bytes: bool) -> Supply {
        let payload = interp.payload(operand);
        if let Value::Tuple(id) = payload {
            let values = interp.heap.tuples[id].clone();
            return Supply { values, next: 0, mapping: None, strict: true, prepared: false, bytes };
        }
        let has_items = match payload {
            Value::Str(_) => false,
            Value::Bytes(_) if bytes => false,
            Value::List(_) | Value::Dict(_) | Value::Bytes(_) | Value::Range(_) => true,
            Value::Instance(_) | Value::Opaque(_) | Value::Wrapper(_) => {
                interp.lookup(interp.class_of(payload), Symbol::GETITEM).is_some()
            }
            _ => false,
        };
        let mapping = has_items.then_some(operand);
        Supply { values: TupleObject::new(&[operand]), next: 0, mapping, strict: !has_items, prepared: false, bytes }
    }

    fn take(&mut self, interp: &mut Interp) -> NativeResult {
        match self.values.items().get(self.next) {
            Some(&value) => {
                self.next += 1;
                Ok(value)
            }
            None => Err(interp.type_error("not enough arguments for format string")),
        }
    }

    fn by_key(&mut self, interp: &mut Interp, key: &str) -> NativeResult {
        let Some(mapping) = self.mapping else { return Err(interp.type_error(NO_MAPPING)) };
        let Value::Dict(dict) = mapping else { return Err(Trap::Defer) };
        let key = match self.bytes {
            true => interp.heap.new_bytes(latin1_bytes(key)),
            false => interp.str(key),
        };
        match interp.dict_get(dict, key)? {
            Some(value) => Ok(value),
            None => Err(interp.key_error(key)),
        }
    }
}

/// `template % operand`.
pub fn format_str(interp: &mut Interp, template: StrId, operand: Value) -> NativeResult {
    let mut supply = Supply::new(interp, operand, false);
    let text = CompactString::from(interp.heap.text(template));
    interp.str_written(|interp, out| run(interp, out, &text, &mut supply))
}

/// `template % operand` of `bytes`: every byte stands for the character of that number.
pub fn format_bytes(interp: &mut Interp, template: BytesId, operand: Value) -> NativeResult {
    let mut supply = Supply::new(interp, operand, true);
    let object = &interp.heap.bytes[template];
    let (text, kind) = (latin1_text(&object.data), object.is_bytearray);
    let mut result = String::new();
    run(interp, &mut result, &text, &mut supply)?;
    Ok(interp.new_bytes_like(latin1_bytes(&result), kind))
}

/// `template % values` for the twin, which has resolved keys and made texts of what needs script code.
pub fn format_prepared(interp: &mut Interp, template: &str, values: &[Value]) -> Result<String, Trap> {
    let values = TupleObject::new(values);
    let mut supply = Supply { values, next: 0, mapping: None, strict: true, prepared: true, bytes: false };
    let mut out = String::new();
    run(interp, &mut out, template, &mut supply).map(|()| out)
}

pub fn latin1_text(data: &[u8]) -> String {
    data.iter().map(|&b| b as char).collect()
}

pub fn latin1_bytes(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(c as u32).unwrap_or(b'?')).collect()
}

fn run(interp: &mut Interp, out: &mut String, text: &str, supply: &mut Supply) -> Result<(), Trap> {
    let mut template = Template::new(text);
    loop {
        if push_simple(interp, out, &mut template, supply) {
            continue;
        }
        let Some(piece) = template.next_piece() else { break };
        let piece = piece.map_err(|message| match &*message {
            // The mapping is asked for when the key begins.
            INCOMPLETE_KEY if supply.mapping.is_none() => interp.type_error(NO_MAPPING),
            _ => interp.value_error(message),
        })?;
        match piece {
            Piece::Literal(text) => out.push_str(text),
            Piece::Field(field) => {
                let index = field.offset;
                if !push_field(interp, out, field, supply)? {
                    return Err(unsupported(interp, text, index));
                }
            }
        }
    }
    if supply.strict && supply.next < supply.values.items().len() {
        let kind = if supply.bytes { "bytes" } else { "string" };
        return Err(interp.type_error(format!("not all arguments converted during {kind} formatting")));
    }
    Ok(())
}

/// Append a literal text, or what a bare `%d` or `%s` makes of an exact int or str; false, with nothing done, elsewhere.
/// Saves half the instructions of short templates.
#[inline]
fn push_simple(interp: &Interp, out: &mut String, template: &mut Template, supply: &mut Supply) -> bool {
    let rest = template.rest();
    match rest.as_bytes() {
        [b'%', conversion @ (b'd' | b's'), ..] if !supply.prepared && !supply.bytes => {
            match (conversion, supply.values.items().get(supply.next)) {
                (_, Some(&Value::Int(i))) => push_int(out, i),
                (b's', Some(&Value::Str(id))) => out.push_str(interp.heap.text(id)),
                _ => return false,
            }
            supply.next += 1;
            template.next += 2;
        }
        [] | [b'%', ..] => return false,
        bytes => {
            let length = bytes.iter().position(|&byte| byte == b'%').unwrap_or(bytes.len());
            out.push_str(rest.get(..length).unwrap_or(""));
            template.next += length;
        }
    }
    true
}

/// The ValueError of a conversion that does not exist.
#[cold]
fn unsupported(interp: &mut Interp, template: &str, offset: usize) -> Trap {
    let conversion = template[offset..].chars().next().unwrap_or('?');
    let shown = if matches!(conversion, ' '..='~') { conversion } else { '?' };
    let index = template[..offset].chars().count();
    interp.value_error(format!("unsupported format character '{shown}' ({:#x}) at index {index}", conversion as u32))
}

/// Append one conversion; false for an unknown one.
fn push_field(interp: &mut Interp, out: &mut String, mut field: Field<'_>, supply: &mut Supply) -> Result<bool, Trap> {
    let keyed = match field.key.take() {
        Some(key) if !supply.prepared => {
            supply.next = supply.values.items().len();
            Some(supply.by_key(interp, key)?)
        }
        _ => None,
    };
    let width = resolve(interp, supply, field.width, &mut field.left)?;
    let mut is_negative = false;
    let precision =
        resolve(interp, supply, field.precision, &mut is_negative)?.map(|p| if is_negative { 0 } else { p });
    let value = match keyed {
        Some(value) => value,
        None => supply.take(interp)?,
    };
    let start = out.len();
    match field.conversion {
        's' if !supply.bytes && precision.is_none() && matches!(value, Value::Str(_) | Value::Int(_)) => match value {
            Value::Int(i) => push_int(out, i),
            _ => out.push_str(interp.text(value).unwrap_or_default()),
        },
        's' | 'r' | 'a' | 'b' if supply.bytes || field.conversion != 'b' => {
            let text = convert(interp, &field, value, supply)?;
            let end = precision.and_then(|p| text.char_indices().nth(p)).map_or(text.len(), |(end, _)| end);
            out.push_str(text.get(..end).unwrap_or(""));
        }
        'c' => out.push_str(&character(interp, value, supply.bytes)?),
        'd' | 'i' | 'u' | 'x' | 'X' | 'o' => {
            integer(interp, out, &field, value, width, precision)?;
            return Ok(true);
        }
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
            let f = float_argument(interp, value, supply.bytes)?;
            float(out, &field, f, width, precision);
            return Ok(true);
        }
        _ => return Ok(false),
    }
    if let Some(width) = width {
        let align = if field.left { Align::Left } else { Align::Right };
        Spec { width, ..Spec::default() }.pad_from(out, start, start, align);
    }
    Ok(true)
}

/// A width or precision as a number without its sign: a negative width means left-aligned, a negative precision none.
fn resolve(
    interp: &mut Interp,
    supply: &mut Supply,
    count: Option<Count>,
    is_negative: &mut bool,
) -> Result<Option<usize>, Trap> {
    match count {
        None => Ok(None),
        Some(Count::Fixed(n)) => Ok(Some(n)),
        Some(Count::Star) => match supply.take(interp)?.as_int() {
            Some(n) if n.unsigned_abs() > i32::MAX as u64 => {
                Err(interp.raise(OVERFLOW_ERROR, "Python int too large to convert to C int"))
            }
            Some(n) if n < 0 => {
                *is_negative = true;
                Ok(Some(n.unsigned_abs() as usize))
            }
            Some(n) => Ok(Some(n as usize)),
            None => Err(interp.type_error("* wants int")),
        },
    }
}

fn convert(interp: &mut Interp, field: &Field<'_>, value: Value, supply: &Supply) -> Result<String, Trap> {
    if supply.prepared {
        return interp.str_of(value);
    }
    if !supply.bytes {
        return match field.conversion {
            's' => interp.str_of(value),
            'r' => interp.repr(value),
            _ => interp.ascii(value),
        };
    }
    match (field.conversion, interp.payload(value)) {
        ('r' | 'a', _) => interp.ascii(value),
        (_, Value::Bytes(id)) => Ok(latin1_text(&interp.heap.bytes[id].data)),
        _ => {
            let message = format!(
                "%b requires a bytes-like object, or an object that implements __bytes__, not '{}'",
                interp.type_name(value)
            );
            Err(interp.type_error(message))
        }
    }
}

fn character(interp: &mut Interp, value: Value, bytes: bool) -> Result<String, Trap> {
    match interp.payload(value) {
        Value::Str(id) if !bytes && interp.heap.char_count(id) == 1 => Ok(interp.heap.text(id).to_string()),
        Value::Bytes(id) if bytes && interp.heap.bytes[id].data.len() == 1 => {
            Ok(latin1_text(&interp.heap.bytes[id].data))
        }
        Value::Int(_) | Value::True | Value::False | Value::Big(_) => {
            let code = value.as_int().and_then(|i| u32::try_from(i).ok());
            let (limit, message) = match bytes {
                true => (0xff, "%c arg not in range(256)"),
                false => (0x10ffff, "%c arg not in range(0x110000)"),
            };
            match code.filter(|&c| c <= limit).and_then(char::from_u32) {
                Some(c) => Ok(c.to_string()),
                None => Err(interp.overflow_error(message)),
            }
        }
        _ if interp.has_script_method(value, Symbol::INDEX) => Err(Trap::Defer),
        _ if bytes => Err(interp.type_error("%c requires an integer in range(256) or a single byte")),
        _ => Err(interp.type_error("%c requires int or char")),
    }
}

fn integer(
    interp: &mut Interp,
    out: &mut String,
    field: &Field<'_>,
    value: Value,
    width: Option<usize>,
    precision: Option<usize>,
) -> Result<(), Trap> {
    let conversion = field.conversion;
    let whole = matches!(conversion, 'x' | 'X' | 'o');
    let number = match interp.payload(value) {
        int @ (Value::Int(_) | Value::Big(_) | Value::True | Value::False) => int,
        Value::Float(f) if !whole => interp.float_to_int(f.get())?,
        _ => {
            let names: &[Symbol] = if whole { &[Symbol::INDEX] } else { &[Symbol::INT, Symbol::INDEX] };
            if names.iter().any(|&name| interp.has_script_method(value, name)) {
                return Err(Trap::Defer);
            }
            let wanted = if whole { "an integer" } else { "a real number" };
            let kind = interp.type_name(value);
            let message = format!("%{conversion} format: {wanted} is required, not {kind}");
            return Err(interp.type_error(message));
        }
    };
    let (radix, prefix) = match conversion {
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        'o' => (8, "0o"),
        _ => (10, ""),
    };
    let prefix = if field.alternate { prefix } else { "" };
    if let Some(i) = number.as_int() {
        let digits = Digits::new(i.unsigned_abs(), radix);
        push_digits(out, field, i < 0, prefix, digits.as_str(), width, precision);
        return Ok(());
    }
    let text = if radix == 10 { interp.decimal(number)? } else { interp.in_radix(number, radix) };
    let digits = text.trim_start_matches('-');
    push_digits(out, field, digits.len() < text.len(), prefix, digits, width, precision);
    Ok(())
}

/// Append the digits of an integer, at least `precision` of them.
fn push_digits(
    out: &mut String,
    field: &Field<'_>,
    negative: bool,
    prefix: &str,
    digits: &str,
    width: Option<usize>,
    precision: Option<usize>,
) {
    let start = out.len();
    out.push_str(sign_of(field, negative));
    out.push_str(prefix);
    let inside = out.len();
    push_fill(out, '0', precision.unwrap_or(0).saturating_sub(digits.len()));
    out.push_str(digits);
    if let ('X', Some(digits)) = (field.conversion, out.get_mut(inside..)) {
        digits.make_ascii_uppercase();
    }
    pad(out, field, start, inside, width);
}

fn float_argument(interp: &mut Interp, value: Value, bytes: bool) -> Result<f64, Trap> {
    if let Some(f) = interp.as_float(interp.payload(value))? {
        return Ok(f);
    }
    if [Symbol::FLOAT, Symbol::INDEX].iter().any(|&name| interp.has_script_method(value, name)) {
        return Err(Trap::Defer);
    }
    let refusal = if bytes { "float argument required" } else { "must be real number" };
    let message = format!("{refusal}, not {}", interp.type_name(value));
    Err(interp.type_error(message))
}

fn float(out: &mut String, field: &Field<'_>, f: f64, width: Option<usize>, precision: Option<usize>) {
    let start = out.len();
    out.push_str(sign_of(field, f.is_sign_negative() && !f.is_nan()));
    let inside = out.len();
    let (precision, size) = (precision.unwrap_or(6), f.abs());
    match field.conversion {
        _ if !f.is_finite() => out.push_str(non_finite(size)),
        'e' | 'E' => out.push_str(&exponent_form(size, precision, field.alternate)),
        'f' | 'F' => push_fixed_form(out, size, precision, field.alternate),
        _ => out.push_str(&general_form(size, precision, field.alternate, false)),
    }
    if let (true, Some(text)) = (field.conversion.is_ascii_uppercase(), out.get_mut(inside..)) {
        text.make_ascii_uppercase();
    }
    pad(out, field, start, inside, width);
}

fn sign_of(field: &Field<'_>, negative: bool) -> &'static str {
    match (negative, field.sign) {
        (true, _) => "-",
        (false, Some(Sign::Plus)) => "+",
        (false, Some(Sign::Space)) => " ",
        _ => "",
    }
}

/// Fill up a number that begins at `start`, with zeros from `inside` on.
fn pad(out: &mut String, field: &Field<'_>, start: usize, inside: usize, width: Option<usize>) {
    let Some(width) = width else { return };
    let (align, fill) = match (field.left, field.zero) {
        (true, _) => (Align::Left, None),
        (false, true) => (Align::AfterSign, Some('0')),
        (false, false) => (Align::Right, None),
    };
    Spec { width, fill, ..Spec::default() }.pad_from(out, start, inside, align);
}
