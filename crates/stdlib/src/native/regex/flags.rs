//! The flags of a pattern, with the numbers that `re` gives them (`Modules/_sre/sre_constants.h`).

use std::ops::{BitAnd, BitOr};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Flags(u32);

impl Flags {
    pub(super) const NONE: Flags = Flags(0);
    pub(super) const IGNORE_CASE: Flags = Flags(2);
    pub(super) const LOCALE: Flags = Flags(4);
    pub(super) const MULTILINE: Flags = Flags(8);
    pub(super) const DOT_ALL: Flags = Flags(16);
    pub(super) const UNICODE: Flags = Flags(32);
    pub(super) const VERBOSE: Flags = Flags(64);
    pub(super) const ASCII: Flags = Flags(256);

    /// Those that say what a letter is: one of them at a time.
    pub(super) const TYPES: Flags = Flags(Flags::ASCII.0 | Flags::LOCALE.0 | Flags::UNICODE.0);

    pub(super) fn from_bits(bits: u32) -> Flags {
        Flags(bits)
    }

    pub(super) fn bits(self) -> u32 {
        self.0
    }

    /// The flag with this letter in `(?…)`.
    pub(super) fn of_letter(letter: char) -> Option<Flags> {
        match letter {
            'i' => Some(Flags::IGNORE_CASE),
            'L' => Some(Flags::LOCALE),
            'm' => Some(Flags::MULTILINE),
            's' => Some(Flags::DOT_ALL),
            'x' => Some(Flags::VERBOSE),
            'a' => Some(Flags::ASCII),
            'u' => Some(Flags::UNICODE),
            _ => None,
        }
    }

    /// Whether one of `others` is set.
    pub(super) fn has(self, others: Flags) -> bool {
        self.0 & others.0 != 0
    }

    /// These, with others set and others again taken away: a flag for what a letter is takes the place of another.
    pub(super) fn changed(self, on: Flags, off: Flags) -> Flags {
        let kept = if on.has(Flags::TYPES) { self.0 & !Flags::TYPES.0 } else { self.0 };
        Flags((kept | on.0) & !off.0)
    }
}

impl BitOr for Flags {
    type Output = Flags;

    fn bitor(self, other: Flags) -> Flags {
        Flags(self.0 | other.0)
    }
}

impl BitAnd for Flags {
    type Output = Flags;

    fn bitand(self, other: Flags) -> Flags {
        Flags(self.0 & other.0)
    }
}
