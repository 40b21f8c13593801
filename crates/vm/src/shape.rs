//! Shapes (hidden classes): which attribute of an instance is in which slot.

use crate::symbol::Symbol;
use crate::value::ClassId;
use rustc_hash::FxHashMap;

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct ShapeId(pub(crate) u32);

#[derive(Debug, Clone)]
pub struct Shape {
    pub class: ClassId,
    /// Names by slot.
    pub keys: Vec<Symbol>,
    /// The attributes are in a dict, kept in the last slot: somebody has asked for `__dict__`.
    pub is_dict: bool,
    index: FxHashMap<Symbol, u32>,
    next: FxHashMap<Symbol, ShapeId>,
}

impl Shape {
    /// The slot of `name`.
    #[inline]
    pub fn slot(&self, name: Symbol) -> Option<u32> {
        self.index.get(&name).copied()
    }
}

/// Every shape of an interpreter. Instances that gained the same attributes in the same order share a shape.
#[derive(Debug, Clone)]
pub struct Shapes {
    shapes: Vec<Shape>,
}

impl std::ops::Index<ShapeId> for Shapes {
    type Output = Shape;
    #[inline(always)]
    fn index(&self, id: ShapeId) -> &Shape {
        &self.shapes[id.0 as usize]
    }
}

impl Shapes {
    pub(crate) fn new() -> Shapes {
        Shapes { shapes: Vec::new() }
    }

    /// A shape without successors for instances of `class` with these attributes.
    pub fn root(&mut self, class: ClassId, keys: Vec<Symbol>) -> ShapeId {
        let id = ShapeId(self.shapes.len() as u32);
        let index = keys.iter().enumerate().map(|(i, &k)| (k, i as u32)).collect();
        self.shapes.push(Shape { class, keys, is_dict: false, index, next: FxHashMap::default() });
        id
    }

    /// The shape of instances of `class` that keep their attributes in a dict, after `keys`.
    pub fn dict_root(&mut self, class: ClassId, mut keys: Vec<Symbol>) -> ShapeId {
        keys.push(Symbol::DICT_SLOT);
        let id = self.root(class, keys);
        self.shapes[id.0 as usize].is_dict = true;
        id
    }

    /// The shape reached from `from` by a new attribute `name`.
    pub fn extend(&mut self, from: ShapeId, name: Symbol) -> ShapeId {
        if let Some(&next) = self[from].next.get(&name) {
            return next;
        }
        let mut keys = self[from].keys.clone();
        keys.push(name);
        let class = self[from].class;
        let next = self.root(class, keys);
        self.shapes[from.0 as usize].next.insert(name, next);
        next
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.shapes.len()
    }

    /// Forgets all but the first so many.
    pub(crate) fn truncate(&mut self, len: usize) {
        self.shapes.truncate(len);
        let is_left = |shape: &ShapeId| (shape.0 as usize) < len;
        self.shapes.iter_mut().for_each(|shape| shape.next.retain(|_, next| is_left(next)));
    }

    /// The shape of an instance of `class` that has exactly `keys`, reached from `root`.
    pub fn rebuild(&mut self, root: ShapeId, keys: &[Symbol]) -> ShapeId {
        let known = self[root].keys.len();
        keys[known..].iter().fold(root, |shape, &key| self.extend(shape, key))
    }
}
