//! Small objects that refer to another one.

pub(crate) mod views;

use crate::value::*;

#[derive(Debug, Clone, Default)]
pub enum Wrapper {
    #[default]
    Freed,
    DictKeys(DictId),
    DictValues(DictId),
    DictItems(DictId),
    /// `super()`: look in the MRO of `object_type` after `class`, bind to `object`.
    Super {
        class: ClassId,
        object: Value,
        object_type: ClassId,
    },
    /// `type.__dict__`.
    ClassDict(ClassId),
    /// `e.__traceback__` from entry `start` on.
    Traceback {
        exception: ExceptionId,
        start: usize,
    },
    /// A snapshot of a frame, for `sys._getframe` and tracebacks: code and line, and the frame that called it.
    Frame {
        code: CodeId,
        line: u32,
        back: Value,
    },
    /// `list[int]`, `int | None`: kept out of the way.
    Alias {
        origin: Value,
        args: Value,
    },
}

impl Wrapper {
    /// The type it shows.
    pub fn class(&self) -> ClassId {
        use crate::types::*;
        match self {
            Wrapper::Freed => OBJECT,
            Wrapper::DictKeys(_) => DICT_KEYS,
            Wrapper::DictValues(_) => DICT_VALUES,
            Wrapper::DictItems(_) => DICT_ITEMS,
            Wrapper::Super { .. } => SUPER,
            Wrapper::ClassDict(_) => MAPPINGPROXY,
            Wrapper::Traceback { .. } => TRACEBACK,
            Wrapper::Frame { .. } => FRAME,
            Wrapper::Alias { .. } => GENERIC_ALIAS,
        }
    }
}
