//! Objects whose content only one native module knows (a random generator, a deque, a thread handle).

use crate::heap::collect::Marker;
use crate::value::ClassId;
use std::any::Any;
use std::fmt::Debug;

/// The content of an opaque object.
pub trait Opaque: Any + Debug + Send {
    /// Tell the collector every value it holds.
    fn trace(&self, marker: &mut Marker);
    /// A deep copy, for the clone of an interpreter.
    fn boxed_clone(&self) -> Box<dyn Opaque>;
    /// Makes a copy of `from` what `from` is, in the memory that is there; false, with nothing done, if that cannot be.
    fn restore(&mut self, from: &dyn Opaque) -> bool {
        let _ = from;
        false
    }
    fn as_any(&self) -> &dyn Any;
    fn as_any_mut(&mut self) -> &mut dyn Any;
}

/// An object of class `class`, which a native module has defined.
#[derive(Debug)]
pub struct OpaqueObject {
    pub class: ClassId,
    pub content: Option<Box<dyn Opaque>>,
}

impl Default for OpaqueObject {
    fn default() -> OpaqueObject {
        OpaqueObject { class: ClassId(0), content: None }
    }
}

impl Clone for OpaqueObject {
    fn clone(&self) -> OpaqueObject {
        OpaqueObject { class: self.class, content: self.content.as_ref().map(|c| c.boxed_clone()) }
    }
}

impl OpaqueObject {
    /// The content, when it is a `T`.
    pub fn get<T: Opaque>(&self) -> Option<&T> {
        self.content.as_ref()?.as_any().downcast_ref()
    }

    /// The content, when it is a `T`.
    pub fn get_mut<T: Opaque>(&mut self) -> Option<&mut T> {
        self.content.as_mut()?.as_any_mut().downcast_mut()
    }
}
