//! The format specification mini-language.

/// `<`, `>`, `=`, `^`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
    AfterSign,
    Center,
}

/// `+`, `-`, space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    Plus,
    Minus,
    Space,
}

/// `,`, `_`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    Comma,
    Underscore,
}

impl Grouping {
    pub fn separator(self) -> char {
        match self {
            Grouping::Comma => ',',
            Grouping::Underscore => '_',
        }
    }
}

/// `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
#[derive(Debug, Clone, Default)]
pub struct Spec {
    pub fill: Option<char>,
    pub align: Option<Align>,
    pub sign: Option<Sign>,
    pub no_negative_zero: bool,
    pub alternate: bool,
    pub width: usize,
    pub grouping: Option<Grouping>,
    pub precision: Option<usize>,
    pub kind: Option<char>,
}

/// Widths and precisions above this are refused: `Py_ssize_t` overflows there, and nobody has the memory before.
const MAX_NUMBER: usize = i32::MAX as usize;

/// Reads one piece after the other.
struct Reader<'a> {
    chars: std::iter::Peekable<std::str::Chars<'a>>,
}

impl Reader<'_> {
    fn take(&mut self, wanted: char) -> bool {
        self.chars.next_if_eq(&wanted).is_some()
    }

    fn number(&mut self) -> Result<Option<usize>, String> {
        let mut value: Option<usize> = None;
        while let Some(digit) = self.chars.peek().and_then(|c| c.to_digit(10)) {
            self.chars.next();
            let next = value.unwrap_or(0).saturating_mul(10).saturating_add(digit as usize);
            if next > MAX_NUMBER {
                return Err("Too many decimal digits in format string".to_string());
            }
            value = Some(next);
        }
        Ok(value)
    }
}

fn align_of(c: char) -> Option<Align> {
    Some(match c {
        '<' => Align::Left,
        '>' => Align::Right,
        '=' => Align::AfterSign,
        '^' => Align::Center,
        _ => return None,
    })
}

impl Spec {
    /// Read a specification for a value of type `type_name`; the message of the ValueError when it is malformed.
    pub fn parse(text: &str, type_name: &str) -> Result<Spec, String> {
        let mut spec = Spec::default();
        let mut ahead = text.chars();
        let (first, second) = (ahead.next(), ahead.next());
        let mut reader = Reader { chars: text.chars().peekable() };
        if let Some(align) = second.and_then(align_of) {
            spec.fill = first;
            spec.align = Some(align);
            reader.chars.nth(1);
        } else if let Some(align) = first.and_then(align_of) {
            spec.align = Some(align);
            reader.chars.next();
        }
        spec.read_flags(&mut reader, type_name != "str");
        spec.width = reader.number()?.unwrap_or(0);
        spec.read_grouping(&mut reader)?;
        if reader.take('.') {
            let precision = reader.number()?;
            spec.precision = Some(precision.ok_or("Format specifier missing precision")?);
        }
        let kind = reader.chars.next();
        if reader.chars.next().is_some() {
            return Err(format!("Invalid format specifier '{text}' for object of type '{type_name}'"));
        }
        spec.kind = kind;
        spec.check_grouping()?;
        Ok(spec)
    }

    fn read_flags(&mut self, reader: &mut Reader<'_>, is_number: bool) {
        self.sign = match reader.chars.peek() {
            Some('+') => Some(Sign::Plus),
            Some('-') => Some(Sign::Minus),
            Some(' ') => Some(Sign::Space),
            _ => None,
        };
        if self.sign.is_some() {
            reader.chars.next();
        }
        self.no_negative_zero = reader.take('z');
        self.alternate = reader.take('#');
        if self.fill.is_none() && reader.take('0') {
            self.fill = Some('0');
            if self.align.is_none() && is_number {
                self.align = Some(Align::AfterSign);
            }
        }
    }

    fn read_grouping(&mut self, reader: &mut Reader<'_>) -> Result<(), String> {
        const BOTH: &str = "Cannot specify both ',' and '_'.";
        if reader.take(',') {
            self.grouping = Some(Grouping::Comma);
        }
        if reader.take('_') {
            if self.grouping.is_some() {
                return Err(BOTH.to_string());
            }
            self.grouping = Some(Grouping::Underscore);
            if reader.chars.peek() == Some(&',') {
                return Err(BOTH.to_string());
            }
        }
        Ok(())
    }

    fn check_grouping(&self) -> Result<(), String> {
        let Some(grouping) = self.grouping else { return Ok(()) };
        match self.kind {
            None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => Ok(()),
            Some('b' | 'o' | 'x' | 'X') if grouping == Grouping::Underscore => Ok(()),
            Some(kind) if matches!(kind, '!'..='~') => {
                Err(format!("Cannot specify '{}' with '{kind}'.", grouping.separator()))
            }
            Some(kind) => Err(format!("Cannot specify '{}' with '\\x{:x}'.", grouping.separator(), kind as u32)),
        }
    }

    /// `Unknown format code …`.
    pub fn unknown_code(&self, type_name: &str) -> String {
        match self.kind {
            Some(kind) if matches!(kind, '!'..='~') => {
                format!("Unknown format code '{kind}' for object of type '{type_name}'")
            }
            Some(kind) => format!("Unknown format code '\\x{:x}' for object of type '{type_name}'", kind as u32),
            None => "Unknown format code".to_string(),
        }
    }

    /// Fill up to the width what `out` has from `start` on; `inside` is where `=` fills.
    pub fn pad_from(&self, out: &mut String, start: usize, inside: usize, default: Align) {
        if self.width == 0 {
            return;
        }
        let text = out.get(start..).unwrap_or_default();
        let length = if text.is_ascii() { text.len() } else { text.chars().count() };
        let Some(missing) = self.width.checked_sub(length).filter(|&n| n > 0) else { return };
        let fill = self.fill.unwrap_or(' ');
        match self.align.unwrap_or(default) {
            Align::Left => push_fill(out, fill, missing),
            Align::Right => insert_fill(out, start, fill, missing),
            Align::AfterSign => insert_fill(out, inside, fill, missing),
            Align::Center => {
                insert_fill(out, start, fill, missing / 2);
                push_fill(out, fill, missing - missing / 2);
            }
        }
    }

    /// Fill up to the width.
    pub fn pad(&self, text: &str, default: Align) -> String {
        let mut out = text.to_string();
        self.pad_from(&mut out, 0, 0, default);
        out
    }
}

/// Padding that is copied as a whole.
const BLANKS: &str = "                                ";
const ZEROS: &str = "00000000000000000000000000000000";

/// `count` times `fill`, when that is at hand.
fn ready(fill: char, count: usize) -> Option<&'static str> {
    match fill {
        ' ' => BLANKS.get(..count),
        '0' => ZEROS.get(..count),
        _ => None,
    }
}

/// Append `fill` so many times.
pub fn push_fill(out: &mut String, fill: char, count: usize) {
    match ready(fill, count) {
        Some(padding) => out.push_str(padding),
        None => out.extend(std::iter::repeat_n(fill, count)),
    }
}

fn insert_fill(out: &mut String, place: usize, fill: char, count: usize) {
    match ready(fill, count) {
        Some(padding) => out.insert_str(place, padding),
        None => out.insert_str(place, &String::from_iter(std::iter::repeat_n(fill, count))),
    }
}
