//! Tuples whose items also have names: `time.struct_time`, `sys.version_info`, `os.stat_result`…

use gilscope_vm::native::{Args, Getter, NativeDef, NativeResult, Trap};
use gilscope_vm::object::{Descriptor, InstanceObject, Layout};
use gilscope_vm::types;
use gilscope_vm::value::ClassId;
use gilscope_vm::{Interp, Symbol, Value};

/// One kind of them. `fields` beyond `visible` have a name and no place in the tuple.
pub(crate) struct StructSequence {
    pub(crate) name: &'static str,
    pub(crate) module: &'static str,
    pub(crate) fields: &'static [&'static str],
}

fn field<const N: usize>(interp: &mut Interp, value: Value) -> NativeResult {
    Ok(items(interp, value).get(N).copied().unwrap_or(Value::None))
}

/// One getter for each place a field can have.
const GETTERS: [Getter; 24] = [
    field::<0>,
    field::<1>,
    field::<2>,
    field::<3>,
    field::<4>,
    field::<5>,
    field::<6>,
    field::<7>,
    field::<8>,
    field::<9>,
    field::<10>,
    field::<11>,
    field::<12>,
    field::<13>,
    field::<14>,
    field::<15>,
    field::<16>,
    field::<17>,
    field::<18>,
    field::<19>,
    field::<20>,
    field::<21>,
    field::<22>,
    field::<23>,
];

/// The items of a struct sequence or a tuple.
pub(crate) fn items(interp: &Interp, value: Value) -> &[Value] {
    match interp.payload(value) {
        Value::Tuple(id) => interp.heap.tuple(id),
        _ => &[],
    }
}

impl StructSequence {
    /// Make the class.
    pub(crate) fn class(&self, interp: &mut Interp) -> ClassId {
        let class = interp.add_builtin_class(self.name, self.module, types::TUPLE, Layout::Builtin, false);
        for (&name, &get) in self.fields.iter().zip(&GETTERS) {
            let descriptor = interp.heap.new_descriptor(Descriptor::Native { name, get, set: None });
            let name = interp.symbols.intern(name);
            interp.heap.classes[class].dict.set(name, descriptor);
        }
        // Without an owner, so that it gets the instance and not the tuple inside.
        let native = interp.add_native(NativeDef::method("__repr__", repr, 0, 0), None, self.module);
        interp.heap.classes[class].dict.set(Symbol::REPR, native);
        class
    }

    /// The items for the constructor's one argument.
    pub(crate) fn items_given(&self, interp: &mut Interp, args: Args<'_>) -> Result<Vec<Value>, Trap> {
        let Some(argument) = args.get(0) else {
            return Err(interp.type_error("structseq() missing required argument 'sequence' (pos 1)"));
        };
        let values = match interp.payload(argument) {
            Value::Tuple(id) => interp.heap.tuple(id).to_vec(),
            Value::List(id) => interp.heap.lists[id].items.clone(),
            _ => return Err(interp.type_error("constructor requires a sequence")),
        };
        let (expected, got) = (self.fields.len(), values.len());
        if got != expected {
            let message = format!("{}.{}() takes a {expected}-sequence ({got}-sequence given)", self.module, self.name);
            return Err(interp.type_error(message));
        }
        Ok(values)
    }
}

/// An instance of a struct sequence class.
pub(crate) fn instance(interp: &mut Interp, class: ClassId, values: &[Value]) -> Value {
    let tuple = interp.heap.new_tuple(values);
    let shape = interp.heap.classes[class].shape;
    let mut object = InstanceObject { class, shape, ..InstanceObject::default() };
    object.set_slot(0, tuple);
    interp.heap.charge(88);
    Value::Instance(interp.heap.instances.alloc(object))
}

fn repr(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let values = items(interp, args.at(0)).to_vec();
    let class = interp.class_of(args.at(0));
    let (title, names) = {
        let object = &interp.heap.classes[class];
        let names: Vec<_> = object.dict.iter().map(|(name, _)| name).collect();
        (format!("{}.{}", object.module, object.name), names)
    };
    let mut parts = Vec::new();
    for (name, value) in names.into_iter().zip(values) {
        let text = interp.repr(value)?;
        parts.push(format!("{}={text}", interp.symbols.name(name)));
    }
    Ok(interp.heap.new_str(format!("{title}({})", parts.join(", "))))
}
