//! Objects in a class that decide what an attribute access gives.

use crate::value::Value;

#[derive(Debug, Clone, Default)]
pub enum Descriptor {
    #[default]
    Freed,
    StaticMethod(Value),
    ClassMethod(Value),
    /// Absent functions are `Null`.
    Property {
        get: Value,
        set: Value,
        delete: Value,
        doc: Value,
    },
    /// A data attribute of a built-in type (`__doc__`, `args`, `real`): computed by native code.
    Native {
        name: &'static str,
        get: crate::native::Getter,
        set: Option<crate::native::Setter>,
    },
}

impl Descriptor {
    /// The type it shows.
    pub fn class(&self) -> crate::value::ClassId {
        use crate::types::*;
        match self {
            Descriptor::Freed => OBJECT,
            Descriptor::StaticMethod(_) => STATICMETHOD,
            Descriptor::ClassMethod(_) => CLASSMETHOD,
            Descriptor::Property { .. } => PROPERTY,
            Descriptor::Native { .. } => GETSET_DESCRIPTOR,
        }
    }
}
