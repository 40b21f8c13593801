//! Iterators over built-in values.

pub(crate) mod methods;

use crate::value::*;

/// Where an iteration stands. Each gives its items without running script code; iterations that would need that are
/// generators of the hidden library.
#[derive(Debug, Clone, Default)]
pub enum IterObject {
    #[default]
    Done,
    List {
        list: ListId,
        next: usize,
    },
    ListReversed {
        list: ListId,
        next: usize,
    },
    Tuple {
        tuple: TupleId,
        next: usize,
    },
    /// `next` is a byte offset.
    Str {
        text: StrId,
        next: usize,
    },
    Bytes {
        bytes: BytesId,
        next: usize,
    },
    /// `left` items to go.
    Range {
        next: i64,
        step: i64,
        left: u64,
    },
    /// A range beyond 64 bits.
    BigRange {
        range: RangeId,
        next: u64,
    },
    /// `len` is the size when the iteration began: a change raises RuntimeError.
    DictKeys {
        dict: DictId,
        next: usize,
        len: usize,
    },
    DictValues {
        dict: DictId,
        next: usize,
        len: usize,
    },
    DictItems {
        dict: DictId,
        next: usize,
        len: usize,
    },
    DictKeysReversed {
        dict: DictId,
        next: usize,
        len: usize,
    },
    DictValuesReversed {
        dict: DictId,
        next: usize,
        len: usize,
    },
    DictItemsReversed {
        dict: DictId,
        next: usize,
        len: usize,
    },
    Set {
        set: SetId,
        next: usize,
        len: usize,
    },
    /// `reversed` of a tuple, a str or bytes: of a list of their items.
    Reversed {
        list: ListId,
        next: usize,
    },
    /// `enumerate` over one of these.
    Enumerate {
        inner: IterId,
        count: i64,
    },
    /// `zip` over several of these.
    Zip {
        inner: Box<[IterId]>,
        strict: bool,
    },
    /// `map` of a built-in function that has no effects.
    Map {
        function: Value,
        inner: Box<[IterId]>,
    },
    /// `itertools.count` with an int step.
    Count {
        next: i64,
        step: i64,
    },
    /// `itertools.repeat`; `None` left means for ever.
    Repeat {
        value: Value,
        left: Option<u64>,
    },
}

impl IterObject {
    /// The type it shows.
    pub fn class(&self) -> ClassId {
        use crate::types::*;
        match self {
            IterObject::Done => ITERATOR,
            IterObject::List { .. } => LIST_ITERATOR,
            IterObject::ListReversed { .. } => LIST_REVERSEITERATOR,
            IterObject::Tuple { .. } => TUPLE_ITERATOR,
            IterObject::Str { .. } => STR_ITERATOR,
            IterObject::Bytes { .. } => BYTES_ITERATOR,
            IterObject::Range { .. } => RANGE_ITERATOR,
            IterObject::BigRange { .. } => LONGRANGE_ITERATOR,
            IterObject::DictKeys { .. } => DICT_KEYITERATOR,
            IterObject::DictValues { .. } => DICT_VALUEITERATOR,
            IterObject::DictItems { .. } => DICT_ITEMITERATOR,
            IterObject::DictKeysReversed { .. } => DICT_REVERSEKEYITERATOR,
            IterObject::DictValuesReversed { .. } => DICT_REVERSEVALUEITERATOR,
            IterObject::DictItemsReversed { .. } => DICT_REVERSEITEMITERATOR,
            IterObject::Set { .. } => SET_ITERATOR,
            IterObject::Reversed { .. } => REVERSED,
            IterObject::Enumerate { .. } => ENUMERATE,
            IterObject::Zip { .. } => ZIP,
            IterObject::Count { .. } => COUNT,
            IterObject::Map { .. } => MAP,
            IterObject::Repeat { .. } => REPEAT,
        }
    }
}
