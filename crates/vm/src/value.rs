//! What a variable holds.
//!
//! A `Value` is 16 bytes, `Copy`, and passes in two registers: every variant is a unit or carries exactly one 64-bit
//! *integer*. A `bool` or `f64` payload would make rustc copy the enum through memory, which halves the speed of the
//! run loop; that is why `True` and `False` are variants and floats are kept as bits.

/// Declare the typed indices into the heap's arenas.
macro_rules! ids {
    ($( $(#[$doc:meta])* $name:ident; )*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
        pub struct $name(pub(crate) u64);

        impl $name {
            /// Position in its arena.
            #[inline(always)]
            pub fn index(self) -> usize { self.0 as usize }

            /// The id of position `index`.
            #[inline(always)]
            pub fn from_index(index: usize) -> $name { $name(index as u64) }
        }

        impl crate::heap::Index for $name {
            #[inline(always)]
            fn index(self) -> usize { self.0 as usize }
            #[inline(always)]
            fn from_index(index: usize) -> $name { $name(index as u64) }
        }
    )* };
}

ids! {
    /// An integer beyond 64 bits.
    BigId; StrId; BytesId; ListId; TupleId; DictId; SetId; RangeId; SliceId; FunctionId;
    /// Index in the table of native functions.
    NativeId;
    /// A function bound to its first argument.
    MethodId; ClassId; InstanceId; ExceptionId; IterId; GeneratorId; ModuleId; CellId; CodeId;
    /// `staticmethod`, `classmethod`, `property`, slot descriptors.
    DescriptorId;
    /// `super()`, dict views, mapping proxies, tracebacks and other small wrappers.
    WrapperId; LockId;
    /// An object whose content only one native module knows.
    OpaqueId;
}

/// An IEEE double as its bits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct FloatBits(pub u64);

/// Any value a script can hold, and `Null` for "no value".
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Value {
    /// An unbound variable, or an absent argument. Never visible to a script.
    Null,
    None,
    False,
    True,
    NotImplemented,
    Ellipsis,
    Int(i64),
    Float(FloatBits),
    /// Never in the range of `i64`: arithmetic brings small results back to `Int`.
    Big(BigId),
    Str(StrId),
    Bytes(BytesId),
    List(ListId),
    Tuple(TupleId),
    Dict(DictId),
    /// `set` and `frozenset`.
    Set(SetId),
    Range(RangeId),
    Slice(SliceId),
    Function(FunctionId),
    Native(NativeId),
    Method(MethodId),
    Class(ClassId),
    Instance(InstanceId),
    Exception(ExceptionId),
    Iter(IterId),
    Generator(GeneratorId),
    Module(ModuleId),
    Cell(CellId),
    Code(CodeId),
    Descriptor(DescriptorId),
    Wrapper(WrapperId),
    Lock(LockId),
    Opaque(OpaqueId),
}

const _: () = assert!(size_of::<Value>() == 16);

impl Value {
    #[inline(always)]
    pub fn float(x: f64) -> Value {
        Value::Float(FloatBits(x.to_bits()))
    }

    #[inline(always)]
    pub fn bool(b: bool) -> Value {
        if b { Value::True } else { Value::False }
    }

    /// `is None`.
    #[inline(always)]
    pub fn is_none(self) -> bool {
        matches!(self, Value::None)
    }

    /// No value at all: unbound, absent.
    #[inline(always)]
    pub fn is_null(self) -> bool {
        matches!(self, Value::Null)
    }

    /// The bool, when it is one.
    #[inline(always)]
    pub fn as_bool(self) -> Option<bool> {
        match self {
            Value::True => Some(true),
            Value::False => Some(false),
            _ => None,
        }
    }

    /// The integer of an `int` within 64 bits or of a `bool`.
    #[inline(always)]
    pub fn as_int(self) -> Option<i64> {
        match self {
            Value::Int(i) => Some(i),
            Value::True => Some(1),
            Value::False => Some(0),
            _ => None,
        }
    }
}

impl FloatBits {
    #[inline(always)]
    pub fn get(self) -> f64 {
        f64::from_bits(self.0)
    }
}
