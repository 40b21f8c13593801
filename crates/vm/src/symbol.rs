//! Interned names.

use rustc_hash::FxHashMap;
use std::sync::Arc;

/// A name as a number: attributes and globals are compared by it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Symbol(pub(crate) u32);

/// Names that the built-in classes and functions have, as many as fit a table of 1,024 places: to grow up to there step
/// by step takes 3 % of the machine instructions of an empty program.
const NAMES: usize = 896;

/// Every name seen so far.
#[derive(Debug, Clone)]
pub struct Symbols {
    names: Vec<Arc<str>>,
    index: FxHashMap<Arc<str>, Symbol>,
}

macro_rules! well_known {
    ($( $constant:ident $text:literal, )*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u32)]
        enum WellKnown { $( $constant, )* }
        const WELL_KNOWN: &[&str] = &[ $( $text, )* ];
        impl Symbol { $( pub const $constant: Symbol = Symbol(WellKnown::$constant as u32); )* }
    };
}

well_known! {
    INIT "__init__", NEW "__new__", CALL "__call__", NAME "__name__", QUALNAME "__qualname__", MODULE "__module__",
    DOC "__doc__", DICT "__dict__", CLASS "__class__", GETATTR "__getattr__", GETATTRIBUTE "__getattribute__",
    SETATTR "__setattr__", DELATTR "__delattr__", GET "__get__", SET "__set__", DELETE "__delete__",
    SET_NAME "__set_name__", EQ "__eq__", NE "__ne__", LT "__lt__", LE "__le__", GT "__gt__", GE "__ge__",
    HASH "__hash__", BOOL "__bool__", LEN "__len__", ITER "__iter__", NEXT "__next__", GETITEM "__getitem__",
    SETITEM "__setitem__", DELITEM "__delitem__", CONTAINS "__contains__", ENTER "__enter__", EXIT "__exit__",
    REPR "__repr__", STR "__str__", FORMAT "__format__", INDEX "__index__", INT "__int__", FLOAT "__float__",
    ADD "__add__", RADD "__radd__", IADD "__iadd__", SUB "__sub__", RSUB "__rsub__", ISUB "__isub__",
    MUL "__mul__", RMUL "__rmul__", IMUL "__imul__", TRUEDIV "__truediv__", RTRUEDIV "__rtruediv__",
    ITRUEDIV "__itruediv__", FLOORDIV "__floordiv__", RFLOORDIV "__rfloordiv__", IFLOORDIV "__ifloordiv__",
    MOD "__mod__", RMOD "__rmod__", IMOD "__imod__", POW "__pow__", RPOW "__rpow__", IPOW "__ipow__",
    MATMUL "__matmul__", RMATMUL "__rmatmul__", IMATMUL "__imatmul__", AND "__and__", RAND "__rand__",
    IAND "__iand__", OR "__or__", ROR "__ror__", IOR "__ior__", XOR "__xor__", RXOR "__rxor__", IXOR "__ixor__",
    LSHIFT "__lshift__", RLSHIFT "__rlshift__", ILSHIFT "__ilshift__", RSHIFT "__rshift__", RRSHIFT "__rrshift__",
    IRSHIFT "__irshift__", NEG "__neg__", POS "__pos__", INVERT "__invert__", ABS "__abs__",
    BUILTINS "__builtins__", FILE "__file__", PATH "__path__", PACKAGE "__package__", LOADER "__loader__",
    SPEC "__spec__", ALL "__all__", ANNOTATIONS "__annotations__", CLASSCELL "__classcell__", SLOTS "__slots__",
    MISSING "__missing__", REVERSED "__reversed__", INSTANCECHECK "__instancecheck__",
    SUBCLASSCHECK "__subclasscheck__", INIT_SUBCLASS "__init_subclass__", CLASS_GETITEM "__class_getitem__",
    CAUSE "__cause__", CONTEXT "__context__", SUPPRESS_CONTEXT "__suppress_context__", TRACEBACK "__traceback__",
    NOTES "__notes__", ARGS "args", WRAPPED "__wrapped__", DEFAULTS "__defaults__", KWDEFAULTS "__kwdefaults__",
    CLOSURE "__closure__", CODE "__code__", GLOBALS "__globals__", SELF "__self__", FUNC "__func__",
    ABSTRACTMETHODS "__abstractmethods__", BASES "__bases__", MRO "__mro__", BASE "__base__", DIR "__dir__",
    SIZEOF "__sizeof__", DEL "__del__", LENGTH_HINT "__length_hint__", ROUND "__round__", VALUE "value",
    CODE_ATTR "code", PREPARE "__prepare__", MATCH_ARGS "__match_args__", MAIN "__main__", PAYLOAD "<payload>", DICT_SLOT "<dict>",
    BUILTINS_MODULE "builtins", TYPE_PARAMS "__type_params__", MRO_ENTRIES "__mro_entries__", BYTES "__bytes__",
    TRUNC "__trunc__", CEIL "__ceil__", FLOOR "__floor__", DIVMOD "__divmod__", RDIVMOD "__rdivmod__",
    COMPLEX "__complex__", STATIC_ATTRIBUTES "__static_attributes__", FIRSTLINENO "__firstlineno__",
    REDUCE "__reduce__", REDUCE_EX "__reduce_ex__", SUBCLASSES "__subclasses__", WEAKREF "__weakref__",
    ERRNO "errno", STRERROR "strerror", FILENAME "filename", SEND "send", THROW "throw", CLOSE "close", KEYS "keys",
    OBJ "obj", NAME_ATTR "name",
}

impl Symbols {
    pub(crate) fn new() -> Symbols {
        let mut symbols = Symbols { names: Vec::with_capacity(NAMES), index: FxHashMap::default() };
        symbols.index.reserve(NAMES);
        for name in WELL_KNOWN {
            symbols.intern(name);
        }
        symbols
    }

    /// The symbol of `name`.
    pub fn intern(&mut self, name: &str) -> Symbol {
        if let Some(&symbol) = self.index.get(name) {
            return symbol;
        }
        let symbol = Symbol(self.names.len() as u32);
        let name: Arc<str> = name.into();
        self.names.push(Arc::clone(&name));
        self.index.insert(name, symbol);
        symbol
    }

    /// The symbol of `name`, if anything has that name: an attribute that no symbol names cannot exist.
    pub fn find(&self, name: &str) -> Option<Symbol> {
        self.index.get(name).copied()
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }

    /// Forgets all but the first so many.
    pub(crate) fn truncate(&mut self, len: usize) {
        for name in self.names.drain(len.min(self.names.len())..) {
            self.index.remove(&name);
        }
    }

    /// The text of a symbol.
    pub fn name(&self, symbol: Symbol) -> &str {
        &self.names[symbol.0 as usize]
    }
}
