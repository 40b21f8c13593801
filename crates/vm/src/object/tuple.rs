//! `tuple`.

use crate::value::Value;

/// Small tuples live in the object itself: a boxed slice for each was the worst of the layouts measured.
const INLINE: usize = 3;

#[derive(Debug, Clone)]
pub enum TupleObject {
    Small { len: u8, items: [Value; INLINE] },
    Large(Box<[Value]>),
}

impl Default for TupleObject {
    fn default() -> TupleObject {
        TupleObject::Small { len: 0, items: [Value::Null; INLINE] }
    }
}

impl TupleObject {
    #[inline]
    pub fn new(items: &[Value]) -> TupleObject {
        if items.len() > INLINE {
            return TupleObject::Large(items.into());
        }
        let mut small = [Value::Null; INLINE];
        small[..items.len()].copy_from_slice(items);
        TupleObject::Small { len: items.len() as u8, items: small }
    }

    #[inline(always)]
    pub fn items(&self) -> &[Value] {
        match self {
            TupleObject::Small { len, items } => &items[..*len as usize],
            TupleObject::Large(items) => items,
        }
    }
}
