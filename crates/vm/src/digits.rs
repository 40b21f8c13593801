//! Digits of 64-bit integers, without an allocation and without the machinery of `fmt`.

/// Digits in one base.
pub(crate) struct Digits {
    bytes: [u8; 64],
    start: usize,
}

impl Digits {
    /// The digits of `n` in base 2, 8, 10 or 16.
    #[inline]
    pub(crate) fn new(n: u64, radix: u32) -> Digits {
        match radix {
            2 => Digits::by_bits(n, 1),
            8 => Digits::by_bits(n, 3),
            16 => Digits::by_bits(n, 4),
            _ => Digits::decimal(n),
        }
    }

    #[inline]
    pub(crate) fn decimal(mut n: u64) -> Digits {
        let mut digits = Digits { bytes: [0; 64], start: 64 };
        loop {
            digits.start -= 1;
            digits.bytes[digits.start & 63] = b'0' + (n % 10) as u8;
            n /= 10;
            if n == 0 {
                return digits;
            }
        }
    }

    fn by_bits(mut n: u64, bits: u32) -> Digits {
        let mut digits = Digits { bytes: [0; 64], start: 64 };
        loop {
            digits.start -= 1;
            let digit = (n & ((1 << bits) - 1)) as u8;
            digits.bytes[digits.start & 63] = if digit < 10 { b'0' + digit } else { b'a' + digit - 10 };
            n >>= bits;
            if n == 0 {
                return digits;
            }
        }
    }

    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        str::from_utf8(self.bytes.get(self.start..).unwrap_or_default()).unwrap_or_default()
    }
}

/// Append an integer in decimal digits.
#[inline]
pub(crate) fn push_int(out: &mut String, i: i64) {
    if i < 0 {
        out.push('-');
    }
    out.push_str(Digits::decimal(i.unsigned_abs()).as_str());
}

/// Append `f` with `precision` digits after the point, rounded half to even as its exact value asks; false where the
/// arithmetic of 128 bits does not suffice, and nothing is appended. `f` is finite and not negative.
pub(crate) fn push_fixed(out: &mut String, f: f64, precision: usize) -> bool {
    let bits = f.to_bits();
    let biased = (bits >> 52) as i32 & 0x7ff;
    let fraction = bits & ((1 << 52) - 1);
    // f = mantissa / 2^shift
    let (mantissa, shift) = match biased {
        0 => (fraction, 1074),
        _ => (fraction | 1 << 52, 1075 - biased),
    };
    let Some(scale) = POWERS.get(precision) else { return false };
    let Some(product) = u128::from(mantissa).checked_mul(u128::from(*scale)) else { return false };
    let rounded = match shift {
        -63..=0 => match product.checked_mul(1 << -shift) {
            Some(product) => product,
            None => return false,
        },
        1..=127 => {
            let (whole, rest, half) = (product >> shift, product & ((1 << shift) - 1), 1 << (shift - 1));
            whole + u128::from(rest > half || (rest == half && whole & 1 == 1))
        }
        // The product has less than 53 + 64 bits.
        128.. => 0,
        _ => return false,
    };
    let Ok(rounded) = u64::try_from(rounded) else { return false };
    let digits = Digits::decimal(rounded);
    let digits = digits.as_str();
    if precision == 0 {
        out.push_str(digits);
        return true;
    }
    let (whole, decimals) = digits.split_at(digits.len().saturating_sub(precision));
    out.push_str(if whole.is_empty() { "0" } else { whole });
    out.push('.');
    out.extend(std::iter::repeat_n('0', precision - decimals.len()));
    out.push_str(decimals);
    true
}

/// Powers of ten that fit 64 bits.
const POWERS: [u64; 20] = {
    let mut powers = [1; 20];
    let mut i = 1;
    while i < 20 {
        powers[i] = powers[i - 1] * 10;
        i += 1;
    }
    powers
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_as_the_standard_library_writes_them() {
        for n in [0, 1, 9, 10, 99, 100, 255, 4096, u64::MAX] {
            assert_eq!(Digits::new(n, 10).as_str(), format!("{n}"));
            assert_eq!(Digits::new(n, 2).as_str(), format!("{n:b}"));
            assert_eq!(Digits::new(n, 8).as_str(), format!("{n:o}"));
            assert_eq!(Digits::new(n, 16).as_str(), format!("{n:x}"));
        }
        let mut out = String::new();
        [0, -1, i64::MIN, i64::MAX].iter().for_each(|&i| push_int(&mut out, i));
        assert_eq!(out, "0-1-92233720368547758089223372036854775807");
    }

    #[test]
    fn fixed_decimals_as_the_standard_library_writes_them() {
        let mut f = 1.0e-30_f64;
        let mut written = 0;
        while f < 1.0e30 {
            for value in [f, f * 0.5, f.trunc(), f.trunc() + 0.5, f.trunc() + 0.25, f / 3.0] {
                for precision in 0..20 {
                    let mut out = String::new();
                    if push_fixed(&mut out, value, precision) {
                        written += 1;
                        assert_eq!(out, format!("{value:.precision$}"));
                    }
                }
            }
            f *= 1.37;
        }
        assert!(written > 20_000);
        let mut out = String::new();
        assert!([0.0, 0.5, 1.5, 2.5, 5e-324].iter().all(|&value| push_fixed(&mut out, value, 0)));
        assert_eq!(out, "00220");
        assert!(!push_fixed(&mut out, f64::MAX, 2));
    }
}
