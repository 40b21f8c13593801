//! `%` of `str` and `bytes`.

use super::spec::{Align, Sign, Spec};
use crate::exceptions::OVERFLOW_ERROR;
use crate::float_text::{exponent_form, fixed_form, general_form, non_finite};
use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::symbol::Symbol;
use crate::value::{BytesId, StrId, Value};

/// A width or precision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    Fixed(usize),
    /// `*`: the next argument.
    Star,
}

/// One conversion of a template.
#[derive(Debug, Clone, Default)]
pub struct Field<'a> {
    pub key: Option<&'a str>,
    left: bool,
    sign: Option<Sign>,
    alternate: bool,
    zero: bool,
    pub width: Option<Count>,
    pub precision: Option<Count>,
    pub conversion: char,
    /// Where the conversion character is, in bytes.
    offset: usize,
}

/// A literal text or a conversion.
#[derive(Debug, Clone)]
pub enum Piece<'a> {
    Literal(&'a str),
    Field(Field<'a>),
}

/// Reads a template piece by piece.
pub struct Template<'a> {
    text: &'a str,
    /// Byte offset.
    next: usize,
}

const INCOMPLETE: &str = "incomplete format";

impl<'a> Template<'a> {
    pub fn new(text: &'a str) -> Template<'a> {
        Template { text, next: 0 }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.next..).unwrap_or("")
    }

    /// The next piece; an error is the message of a ValueError.
    pub fn next_piece(&mut self) -> Option<Result<Piece<'a>, String>> {
        let rest = self.rest();
        if rest.is_empty() {
            return None;
        }
        if !rest.starts_with('%') {
            let length = rest.find('%').unwrap_or(rest.len());
            self.next += length;
            return Some(Ok(Piece::Literal(&rest[..length])));
        }
        self.next += 1;
        Some(self.field().map(|field| match field {
            Some(field) => Piece::Field(field),
            None => Piece::Literal("%"),
        }))
    }

    fn peek(&self) -> Result<char, String> {
        self.rest().chars().next().ok_or_else(|| INCOMPLETE.to_string())
    }

    /// `None` for a bare `%%`.
    fn field(&mut self) -> Result<Option<Field<'a>>, String> {
        if self.peek()? == '%' {
            self.next += 1;
            return Ok(None);
        }
        let mut field = Field::default();
        if self.peek()? == '(' {
            self.next += 1;
            field.key = Some(self.key()?);
        }
        loop {
            match self.peek()? {
                '-' => field.left = true,
                '+' => field.sign = Some(Sign::Plus),
                ' ' if field.sign.is_none() => field.sign = Some(Sign::Space),
                ' ' => {}
                '#' => field.alternate = true,
                '0' => field.zero = true,
                _ => break,
            }
            self.next += 1;
        }
        field.width = self.count("width too big")?;
        if self.peek()? == '.' {
            self.next += 1;
            field.precision = Some(self.count("precision too big")?.unwrap_or(Count::Fixed(0)));
        }
        if matches!(self.peek()?, 'h' | 'l' | 'L') {
            self.next += 1;
        }
        field.conversion = self.peek()?;
        field.offset = self.next;
        self.next += field.conversion.len_utf8();
        Ok(Some(field))
    }

    fn key(&mut self) -> Result<&'a str, String> {
        let rest = self.rest();
        let mut depth = 1;
        for (i, c) in rest.char_indices() {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                self.next += i + 1;
                return Ok(&rest[..i]);
            }
        }
        Err("incomplete format key".to_string())
    }

    fn count(&mut self, too_big: &str) -> Result<Option<Count>, String> {
        if self.peek()? == '*' {
            self.next += 1;
            return Ok(Some(Count::Star));
        }
        let mut value: Option<usize> = None;
        while let Some(digit) = self.peek()?.to_digit(10) {
            self.next += 1;
            let next = value.unwrap_or(0) * 10 + digit as usize;
            if next > i32::MAX as usize {
                return Err(too_big.to_string());
            }
            value = Some(next);
        }
        Ok(value.map(Count::Fixed))
    }
}

/// Where the arguments come from.
struct Supply {
    values: Vec<Value>,
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
            let values = interp.heap.tuple(id).to_vec();
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
        Supply { values: vec![operand], next: 0, mapping, strict: !has_items, prepared: false, bytes }
    }

    fn take(&mut self, interp: &mut Interp) -> NativeResult {
        match self.values.get(self.next) {
            Some(&value) => {
                self.next += 1;
                Ok(value)
            }
            None => Err(interp.type_error("not enough arguments for format string")),
        }
    }

    fn by_key(&mut self, interp: &mut Interp, key: &str) -> NativeResult {
        let Some(mapping) = self.mapping else { return Err(interp.type_error("format requires a mapping")) };
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
    let text = interp.heap.text(template).to_string();
    let result = run(interp, &text, &mut supply)?;
    Ok(interp.str_owned(result))
}

/// `template % operand` of `bytes`: every byte stands for the character of that number.
pub fn format_bytes(interp: &mut Interp, template: BytesId, operand: Value) -> NativeResult {
    let mut supply = Supply::new(interp, operand, true);
    let object = &interp.heap.bytes[template];
    let (text, kind) = (latin1_text(&object.data), object.is_bytearray);
    let result = run(interp, &text, &mut supply)?;
    Ok(interp.new_bytes_like(latin1_bytes(&result), kind))
}

/// `template % values` for the twin, which has resolved keys and made texts of what needs script code.
pub fn format_prepared(interp: &mut Interp, template: &str, values: Vec<Value>) -> Result<String, Trap> {
    let mut supply = Supply { values, next: 0, mapping: None, strict: true, prepared: true, bytes: false };
    run(interp, template, &mut supply)
}

pub fn latin1_text(data: &[u8]) -> String {
    data.iter().map(|&b| b as char).collect()
}

pub fn latin1_bytes(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(c as u32).unwrap_or(b'?')).collect()
}

fn run(interp: &mut Interp, text: &str, supply: &mut Supply) -> Result<String, Trap> {
    let mut out = String::with_capacity(text.len() + 16);
    let mut template = Template::new(text);
    while let Some(piece) = template.next_piece() {
        match piece.map_err(|message| interp.value_error(message))? {
            Piece::Literal(text) => out.push_str(text),
            Piece::Field(field) => {
                let index = field.offset;
                match format_field(interp, field, supply)? {
                    Some(piece) => out.push_str(&piece),
                    None => return Err(unsupported(interp, text, index)),
                }
            }
        }
    }
    if supply.strict && supply.next < supply.values.len() {
        let kind = if supply.bytes { "bytes" } else { "string" };
        return Err(interp.type_error(format!("not all arguments converted during {kind} formatting")));
    }
    Ok(out)
}

/// The ValueError of a conversion that does not exist.
#[cold]
fn unsupported(interp: &mut Interp, template: &str, offset: usize) -> Trap {
    let conversion = template[offset..].chars().next().unwrap_or('?');
    let shown = if matches!(conversion, ' '..='~') { conversion } else { '?' };
    let index = template[..offset].chars().count();
    interp.value_error(format!("unsupported format character '{shown}' ({:#x}) at index {index}", conversion as u32))
}

/// `None` for an unknown conversion.
fn format_field(interp: &mut Interp, mut field: Field<'_>, supply: &mut Supply) -> Result<Option<String>, Trap> {
    let keyed = match field.key.take() {
        Some(key) if !supply.prepared => {
            supply.next = supply.values.len();
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
    let text = match field.conversion {
        's' | 'r' | 'a' | 'b' if supply.bytes || field.conversion != 'b' => {
            let text = convert(interp, &field, value, supply)?;
            match precision.and_then(|p| text.char_indices().nth(p)) {
                Some((end, _)) => text[..end].to_string(),
                None => text,
            }
        }
        'c' => character(interp, value, supply.bytes)?,
        'd' | 'i' | 'u' | 'x' | 'X' | 'o' => return integer(interp, &field, value, width, precision).map(Some),
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
            let f = float_argument(interp, value, supply.bytes)?;
            return Ok(Some(float(&field, f, width, precision)));
        }
        _ => return Ok(None),
    };
    let Some(width) = width else { return Ok(Some(text)) };
    let align = if field.left { Align::Left } else { Align::Right };
    Ok(Some(Spec { width, ..Spec::default() }.pad(&text, align)))
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
    field: &Field<'_>,
    value: Value,
    width: Option<usize>,
    precision: Option<usize>,
) -> Result<String, Trap> {
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
    let (text, prefix) = match conversion {
        'x' => (interp.in_radix(number, 16), "0x"),
        'X' => (interp.in_radix(number, 16).to_ascii_uppercase(), "0X"),
        'o' => (interp.in_radix(number, 8), "0o"),
        _ => (interp.decimal(number)?, ""),
    };
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, &*text),
    };
    let prefix = if field.alternate { prefix } else { "" };
    match precision.and_then(|p| p.checked_sub(digits.len())) {
        Some(missing) => Ok(place(field, negative, prefix, &format!("{}{digits}", "0".repeat(missing)), width)),
        None => Ok(place(field, negative, prefix, digits, width)),
    }
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

fn float(field: &Field<'_>, f: f64, width: Option<usize>, precision: Option<usize>) -> String {
    let precision = precision.unwrap_or(6);
    let size = f.abs();
    let mut text = match field.conversion {
        _ if !f.is_finite() => non_finite(size).to_string(),
        'e' | 'E' => exponent_form(size, precision, field.alternate),
        'f' | 'F' => fixed_form(size, precision, field.alternate),
        _ => general_form(size, precision, field.alternate, false),
    };
    if field.conversion.is_ascii_uppercase() {
        text.make_ascii_uppercase();
    }
    place(field, f.is_sign_negative() && !f.is_nan(), "", &text, width)
}

/// Sign, prefix and digits in the field.
fn place(field: &Field<'_>, negative: bool, prefix: &str, digits: &str, width: Option<usize>) -> String {
    let sign = match (negative, field.sign) {
        (true, _) => "-",
        (false, Some(Sign::Plus)) => "+",
        (false, Some(Sign::Space)) => " ",
        _ => "",
    };
    let Some(width) = width else { return [sign, prefix, digits].concat() };
    let missing = width.saturating_sub(sign.len() + prefix.len() + digits.len());
    let padding = |wanted: bool, fill: &str| if wanted { fill.repeat(missing) } else { String::new() };
    let zeros = padding(field.zero && !field.left, "0");
    let before = padding(!field.zero && !field.left, " ");
    let after = padding(field.left, " ");
    [&before, sign, prefix, &zeros, digits, &after].concat()
}
