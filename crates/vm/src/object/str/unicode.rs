//! What kind of character one is, by Python's rules.

use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// `str.isspace` of one character.
#[inline]
pub fn is_space(c: char) -> bool {
    match c {
        '\t'..='\r' | '\x1c'..=' ' => true,
        c if c.is_ascii() => false,
        c => c.is_whitespace(),
    }
}

/// The same of a byte of an ASCII text.
#[inline(always)]
pub fn is_ascii_space(byte: u8) -> bool {
    SPACES[usize::from(byte)]
}

static SPACES: [bool; 256] = {
    let mut spaces = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        spaces[byte] = matches!(byte as u8, b'\t'..=b'\r' | b'\x1c'..=b' ');
        byte += 1;
    }
    spaces
};

/// Without white space at both ends.
pub fn strip(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// `str.isalpha` of one character.
#[inline]
pub fn is_alpha(c: char) -> bool {
    match c.is_ascii() {
        true => c.is_ascii_alphabetic(),
        false => c.general_category_group() == GeneralCategoryGroup::Letter,
    }
}

/// `str.isdecimal` of one character.
pub fn is_decimal(c: char) -> bool {
    match c.is_ascii() {
        true => c.is_ascii_digit(),
        false => c.general_category() == GeneralCategory::DecimalNumber,
    }
}

/// `str.isdigit` of one character: decimal digits and digits in special places.
pub fn is_digit(c: char) -> bool {
    is_decimal(c)
        || matches!(c,
            '²' | '³' | '¹' | '⁰' | '⁴'..='⁹' | '₀'..='₉' | '①'..='⑨' | '⑴'..='⑼' | '⒈'..='⒐'
            | '⓪' | '⓵'..='⓽' | '⓿' | '❶'..='❾' | '➀'..='➈' | '➊'..='➒' | '፩'..='፱' | '᧚'
            | '\u{10a40}'..='\u{10a43}' | '\u{10e60}'..='\u{10e68}' | '\u{11052}'..='\u{1105a}'
            | '\u{1f100}'..='\u{1f10a}')
}

/// Ideographs that mean a number.
const IDEOGRAPHS: &str = "㐅㒃㠪㭍一七万三两九二五亖亿什仟仨伍佰億兆兩八六十千卄卅卌叁参參叄四壱壹幺廾廿弌弍弎弐拾捌柒漆玖百肆萬貮貳贰阡陆陌陸零";

/// `str.isnumeric` of one character.
pub fn is_numeric(c: char) -> bool {
    match c.is_ascii() {
        true => c.is_ascii_digit(),
        false => c.general_category_group() == GeneralCategoryGroup::Number || IDEOGRAPHS.contains(c),
    }
}

/// `str.isalnum` of one character.
pub fn is_alnum(c: char) -> bool {
    is_alpha(c) || is_numeric(c)
}

/// A letter like `ǅ`, whose first half is upper case.
pub fn is_title(c: char) -> bool {
    !c.is_ascii() && c.general_category() == GeneralCategory::TitlecaseLetter
}

/// Whether upper and lower case are told apart.
pub fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase() || is_title(c)
}

/// The value of a decimal digit of any script.
pub fn decimal_digit(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    if !is_decimal(c) {
        return None;
    }
    // Digits come in runs of ten, from zero to nine, sometimes several runs in a row.
    let before = (0..c as u32).rev().map_while(char::from_u32).take_while(|&c| !c.is_ascii() && is_decimal(c));
    Some(before.take(90).count() as u32 % 10)
}

/// Append `c` as the first letter of a title.
pub fn push_title(out: &mut String, c: char) {
    match c {
        'Ǆ'..='ǆ' => out.push('ǅ'),
        'Ǉ'..='ǉ' => out.push('ǈ'),
        'Ǌ'..='ǌ' => out.push('ǋ'),
        'Ǳ'..='ǳ' => out.push('ǲ'),
        'ŉ' => out.push_str("ʼN"),
        _ => {
            let mut upper = c.to_uppercase();
            out.extend(upper.next());
            upper.for_each(|c| out.extend(c.to_lowercase()));
        }
    }
}

/// Append `c` as `str.casefold` gives it.
pub fn push_folded(out: &mut String, c: char) {
    match c {
        'ı' => out.push(c),
        c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        c => c.to_uppercase().flat_map(char::to_lowercase).for_each(|c| out.push(c)),
    }
}

/// Whether a line ends after `c`.
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
