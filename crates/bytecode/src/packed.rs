//! How the library that is compiled into gilscope is stored, where the plain way to read it back would cost more.
//!
//! Names become what they are in a `Code` without a copy in between. Places of instructions stay as bytes until
//! somebody asks for one: few functions of an imported module are ever looked up in a traceback.

use crate::Location;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// The place of each instruction of a code object; reads as a slice.
#[derive(Clone, Default)]
pub struct Locations {
    /// What they were read from; empty when they were made here.
    packed: Box<[u8]>,
    places: OnceLock<Vec<Location>>,
}

impl From<Vec<Location>> for Locations {
    fn from(places: Vec<Location>) -> Locations {
        Locations { packed: Box::default(), places: places.into() }
    }
}

impl Deref for Locations {
    type Target = [Location];

    fn deref(&self) -> &[Location] {
        self.places.get_or_init(|| unpack(&self.packed))
    }
}

impl fmt::Debug for Locations {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.deref().fmt(formatter)
    }
}

impl PartialEq for Locations {
    fn eq(&self, other: &Locations) -> bool {
        **self == **other
    }
}

impl Eq for Locations {}

impl Hash for Locations {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.deref().hash(state);
    }
}

impl Serialize for Locations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&pack(self))
    }
}

impl<'de> Deserialize<'de> for Locations {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Locations, D::Error> {
        deserializer.deserialize_bytes(Bytes)
    }
}

struct Bytes;

impl Visitor<'_> for Bytes {
    type Value = Locations;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("packed places")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Locations, E> {
        Ok(Locations { packed: bytes.into(), places: OnceLock::new() })
    }
}

/// Lines are differences to the line before.
fn pack(places: &[Location]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut last = 0;
    for place in places {
        push(&mut bytes, difference(place.line, last));
        push(&mut bytes, difference(place.end_line, place.line));
        push(&mut bytes, place.column);
        push(&mut bytes, place.end_column);
        last = place.line;
    }
    bytes
}

/// The places up to the end, or up to where the bytes are damaged.
fn unpack(bytes: &[u8]) -> Vec<Location> {
    let mut places = Vec::with_capacity(bytes.len() / 4);
    let mut rest = bytes;
    let mut last = 0;
    while let Some(place) = unpack_one(&mut rest, last) {
        places.push(place);
        last = place.line;
    }
    places
}

fn unpack_one(bytes: &mut &[u8], last: u32) -> Option<Location> {
    let line = moved(last, next(bytes)?);
    let end_line = moved(line, next(bytes)?);
    Some(Location { line, end_line, column: next(bytes)?, end_column: next(bytes)? })
}

/// `to - from` with its sign in the lowest bit: small numbers for small steps either way.
fn difference(to: u32, from: u32) -> u32 {
    let step = to.wrapping_sub(from) as i32;
    ((step << 1) ^ (step >> 31)) as u32
}

fn moved(from: u32, difference: u32) -> u32 {
    from.wrapping_add((difference >> 1) ^ (difference & 1).wrapping_neg())
}

/// Seven bits a byte, lowest first; all bytes but the last have the highest bit set.
fn push(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn next(bytes: &mut &[u8]) -> Option<u32> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = *bytes.split_off_first()?;
        number |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(number);
        }
        shift += 7;
    }
}

/// Reads a text straight into its shared form; the derived way makes a `Box` first.
pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<str>, D::Error> {
    Text::deserialize(deserializer).map(|text| text.0)
}

/// The same for many.
pub(crate) fn texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Arc<str>>, D::Error> {
    let texts: Vec<Text> = Vec::deserialize(deserializer)?;
    Ok(texts.into_iter().map(|text| text.0).collect())
}

struct Text(Arc<str>);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
        deserializer.deserialize_str(Letters)
    }
}

struct Letters;

impl Visitor<'_> for Letters {
    type Value = Text;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text(text.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_come_back() {
        let place = |line, end_line, column, end_column| Location { line, end_line, column, end_column };
        let places = vec![
            place(0, 0, 0, 0),
            place(1, 1, 4, 200),
            place(90_000, 90_002, 0, 1),
            place(0, 0, 0, 0),
            place(u32::MAX, 0, u32::MAX, 7),
        ];
        let packed = Locations { packed: pack(&places).into(), places: OnceLock::new() };
        assert_eq!(packed, Locations::from(places));
    }

    #[test]
    fn damage_ends_them() {
        assert_eq!(unpack(&[2, 0, 1, 2, 0, 0, 0]).len(), 1);
        assert_eq!(unpack(&[0x80; 40]), []);
    }
}
