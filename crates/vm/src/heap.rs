//! The arenas that hold every object.
//!
//! One arena per kind of object, addressed by small typed indices. There are no reference counts: the collector
//! (`heap/collect.rs`) runs only at safe points of the run loop, so natives never need to keep anything alive.

mod arena;
pub mod collect;
mod dead;
pub(crate) mod mortal;
pub(crate) mod restore;
pub(crate) mod text;
pub(crate) mod witness;

pub use arena::{Arena, Index};

use crate::object::{
    BytesObject, Cell, ClassObject, Descriptor, DictObject, ExceptionObject, FunctionObject, GeneratorObject,
    InstanceObject, IterObject, ListObject, LockObject, MethodObject, ModuleObject, OpaqueObject, RangeObject,
    SetObject, SliceObject, StrObject, TupleObject, Wrapper,
};
use crate::value::*;
use num_bigint::BigInt;

macro_rules! heap {
    ($( $field:ident: $object:ty, $id:ty; )*) => {
        /// Every object of an interpreter, by kind.
        #[derive(Debug, Clone)]
        pub struct Heap {
            $( pub $field: Arena<$object, $id>, )*
            /// Looked at by `Heap::str`: an object may be without its text.
            strs: Arena<StrObject, StrId>,
            loans: text::Loans,
            pub(crate) mortals: mortal::Mortals,
            /// Whether there are any: the run loop minds what is dropped.
            pub(crate) is_minding: bool,
            /// Bytes allocated since the last collection (an estimate).
            pub(crate) debt: usize,
            /// How much debt rings the eval breaker.
            pub(crate) limit: usize,
            /// How many NaNs were made, each to be told from the others.
            nans: u64,
            /// How often something was collected.
            pub(crate) collections: u64,
            /// Collect at every safe point: a test mode, in which a value that was not found alive shows at once.
            pub(crate) stress: bool,
        }

        impl Heap {
            pub(crate) fn new() -> Heap {
                Heap {
                    $( $field: Arena::new(), )*
                    strs: Arena::new(),
                    loans: text::Loans::default(),
                    mortals: mortal::Mortals::default(),
                    is_minding: false,
                    debt: 0,
                    limit: collect::FIRST_LIMIT,
                    nans: 0,
                    collections: 0,
                    stress: false,
                }
            }

            fn freeze_arenas(&mut self) {
                $( self.$field.freeze(); )*
                self.strs.freeze();
            }

            fn restore_arenas(&mut self, from: &Heap, swept: bool) {
                $( self.$field.restore(&from.$field, swept); )*
                self.strs.restore(&from.strs, swept);
            }
        }
    };
}

heap! {
    bigs: BigInt, BigId;
    bytes: BytesObject, BytesId;
    lists: ListObject, ListId;
    tuples: TupleObject, TupleId;
    dicts: DictObject, DictId;
    sets: SetObject, SetId;
    ranges: RangeObject, RangeId;
    slices: SliceObject, SliceId;
    functions: FunctionObject, FunctionId;
    methods: MethodObject, MethodId;
    classes: ClassObject, ClassId;
    instances: InstanceObject, InstanceId;
    exceptions: ExceptionObject, ExceptionId;
    iters: IterObject, IterId;
    generators: GeneratorObject, GeneratorId;
    modules: ModuleObject, ModuleId;
    cells: Cell, CellId;
    descriptors: Descriptor, DescriptorId;
    wrappers: Wrapper, WrapperId;
    locks: LockObject, LockId;
    opaques: OpaqueObject, OpaqueId;
}

impl Heap {
    /// Collect at every safe point from now on.
    pub fn collect_always(&mut self) {
        self.stress = true;
        self.limit = 0;
    }

    /// A NaN that no other value is identical to: `x in [x]` holds for it, as for CPython's objects.
    pub(crate) fn new_nan(&mut self) -> Value {
        self.nans += 1;
        Value::Float(FloatBits(f64::NAN.to_bits() | self.nans & ((1 << 51) - 1)))
    }

    /// Count `bytes` towards the next collection.
    #[inline(always)]
    pub fn charge(&mut self, bytes: usize) {
        self.debt += bytes;
    }

    pub fn new_bytes(&mut self, data: impl Into<Vec<u8>>) -> Value {
        let data = data.into();
        self.charge(48 + data.len());
        Value::Bytes(self.bytes.alloc(BytesObject { data, is_bytearray: false }))
    }

    #[inline]
    pub fn new_list(&mut self, items: Vec<Value>) -> Value {
        self.charge(56 + 16 * items.capacity());
        Value::List(self.lists.alloc(ListObject { items }))
    }

    /// A new list of `count` items, which `fill` appends. It takes the buffer of a dead list over where that is about as
    /// large: an allocation, and a free of memory that is cold by then, cost more than all else about a short list.
    #[inline]
    pub(crate) fn new_list_with(&mut self, count: usize, fill: impl FnOnce(&mut Vec<Value>)) -> Value {
        let id = self.lists.alloc_with(|list| {
            let fits = count <= list.items.capacity() && list.items.capacity() <= 2 * count + 8;
            match fits {
                true => list.items.clear(),
                false => list.items = Vec::with_capacity(count),
            }
            fill(&mut list.items);
        });
        self.charge(56 + 16 * self.lists[id].items.capacity());
        Value::List(id)
    }

    #[inline]
    pub fn new_tuple(&mut self, items: &[Value]) -> Value {
        self.add_tuple(TupleObject::new(items))
    }

    #[inline]
    pub(crate) fn add_tuple(&mut self, tuple: TupleObject) -> Value {
        self.charge(64 + 16 * tuple.items().len());
        Value::Tuple(self.tuples.alloc(tuple))
    }

    /// The items of a `tuple`.
    #[inline]
    pub fn tuple(&self, id: TupleId) -> &[Value] {
        self.tuples[id].items()
    }

    pub fn new_dict(&mut self, dict: DictObject) -> Value {
        self.charge(120 + 48 * dict.len());
        Value::Dict(self.dicts.alloc(dict))
    }

    pub fn new_set(&mut self, set: SetObject) -> Value {
        self.charge(120 + 32 * set.len());
        Value::Set(self.sets.alloc(set))
    }

    /// A new set, which `fill` makes of an empty one. It takes the table of a dead one over where that is small, as
    /// `new_list_with` does: half of the instructions of a small set were those of the allocator.
    #[inline]
    pub(crate) fn new_set_with<E>(
        &mut self,
        frozen: bool,
        fill: impl FnOnce(&Heap, &mut SetObject) -> Result<(), E>,
    ) -> Result<Value, E> {
        let id = self.sets.alloc_with(|set| set.make_empty(frozen));
        // Out of the arena for the moment, since what fills it looks at others.
        let mut set = std::mem::take(&mut self.sets[id]);
        let result = fill(self, &mut set);
        self.charge(120 + 32 * set.len());
        self.sets[id] = set;
        result.map(|()| Value::Set(id))
    }

    pub fn new_slice(&mut self, start: Value, stop: Value, step: Value) -> Value {
        self.charge(64);
        Value::Slice(self.slices.alloc(SliceObject { start, stop, step }))
    }

    #[inline]
    pub fn new_method(&mut self, function: Value, receiver: Value) -> Value {
        self.charge(48);
        Value::Method(self.methods.alloc(MethodObject { function, receiver }))
    }

    #[inline]
    pub fn new_iter(&mut self, iter: IterObject) -> Value {
        self.charge(64);
        Value::Iter(self.iters.alloc(iter))
    }

    pub fn new_cell(&mut self, content: Value) -> Value {
        self.charge(32);
        Value::Cell(self.cells.alloc(Cell { content }))
    }

    pub fn new_descriptor(&mut self, descriptor: Descriptor) -> Value {
        self.charge(96);
        Value::Descriptor(self.descriptors.alloc(descriptor))
    }

    pub fn new_wrapper(&mut self, wrapper: Wrapper) -> Value {
        self.charge(64);
        Value::Wrapper(self.wrappers.alloc(wrapper))
    }

    /// An `int` of any size; one that fits 64 bits becomes `Value::Int`.
    pub fn new_int(&mut self, big: BigInt) -> Value {
        match i64::try_from(&big) {
            Ok(small) => Value::Int(small),
            Err(_) => {
                self.charge(48 + big.bits() as usize / 8);
                Value::Big(self.bigs.alloc(big))
            }
        }
    }
}
