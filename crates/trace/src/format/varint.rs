//! Numbers of as many bytes as they need: seven bits in each, the lowest first; the top bit says that more follow.

use super::TraceError;

/// Appends a number.
pub(super) fn put(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Appends a number that may be negative: 0, -1, 1, -2, 2 … as 0, 1, 2, 3, 4 …
pub(super) fn put_signed(out: &mut Vec<u8>, value: i64) {
    put(out, (value as u64) << 1 ^ (value >> 63) as u64);
}

/// What is left of a block's bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl<'a> Bytes<'a> {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn byte(&mut self) -> Result<u8, TraceError> {
        let (&first, rest) = self.0.split_first().ok_or(TraceError::Malformed("a record ends too early"))?;
        self.0 = rest;
        Ok(first)
    }

    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], TraceError> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(TraceError::Malformed("a record ends too early"))?;
        self.0 = rest;
        Ok(taken)
    }

    pub(super) fn number(&mut self) -> Result<u64, TraceError> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            if bits << shift >> shift != bits {
                break;
            }
            value |= bits << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(TraceError::Malformed("a number is too large"))
    }

    pub(super) fn signed(&mut self) -> Result<i64, TraceError> {
        let value = self.number()?;
        Ok((value >> 1) as i64 ^ -((value & 1) as i64))
    }

    pub(super) fn small(&mut self) -> Result<u32, TraceError> {
        u32::try_from(self.number()?).map_err(|_| TraceError::Malformed("a number is too large"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        for value in [0, 1, 127, 128, 300, 16_383, 16_384, u64::from(u32::MAX), u64::MAX - 1, u64::MAX] {
            let mut out = Vec::new();
            put(&mut out, value);
            assert_eq!(Bytes(&out).number().unwrap(), value);
        }
        for value in [0, -1, 1, 63, 64, -64, -65, i64::MAX, i64::MIN] {
            let mut out = Vec::new();
            put_signed(&mut out, value);
            assert_eq!(Bytes(&out).signed().unwrap(), value);
        }
    }

    #[test]
    fn small_numbers_are_one_byte() {
        let mut out = Vec::new();
        put(&mut out, 127);
        put_signed(&mut out, -64);
        assert_eq!(out, [0x7f, 0x7f]);
    }

    #[test]
    fn endless_and_unfinished_numbers_are_refused() {
        assert!(Bytes(&[0x80; 11]).number().is_err());
        assert!(Bytes(&[0x80, 0x80]).number().is_err());
        assert!(Bytes(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]).number().is_err());
    }
}
