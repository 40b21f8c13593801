//! What every object can do, and the computed attributes of the built-in types.

use crate::interp::Interp;
use crate::native::{Args, Getter, NativeDef, NativeResult, Setter, Trap};
use crate::object::{Descriptor, Wrapper};
use crate::run::attribute::call_trap;
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::types;
use crate::value::*;

pub(crate) const OBJECT_METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 1, 255).any_keywords().twin("classes.builtin_new"),
    NativeDef::method("__init__", init, 0, 255).any_keywords(),
    NativeDef::method("__eq__", eq, 1, 1),
    NativeDef::method("__ne__", ne, 1, 1).twin("operate.object_ne"),
    NativeDef::method("__lt__", not_implemented, 1, 1),
    NativeDef::method("__le__", not_implemented, 1, 1),
    NativeDef::method("__gt__", not_implemented, 1, 1),
    NativeDef::method("__ge__", not_implemented, 1, 1),
    NativeDef::method("__hash__", hash, 0, 0),
    NativeDef::method("__getattribute__", getattribute, 1, 1),
    NativeDef::method("__setattr__", setattr, 2, 2),
    NativeDef::method("__delattr__", delattr, 1, 1),
    NativeDef::method("__sizeof__", sizeof, 0, 0),
    NativeDef::class_method("__init_subclass__", init_subclass, 0, 0),
    NativeDef::class_method("__subclasshook__", not_implemented, 1, 1),
];

pub(crate) const TYPE_METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", type_new, 1, 4).any_keywords().twin("classes.type_new"),
    NativeDef::method("__init__", init, 0, 255).any_keywords(),
    NativeDef::method("__call__", type_call, 0, 255).any_keywords().twin("classes.type_call"),
    NativeDef::method("mro", mro_list, 0, 0),
    NativeDef::method("__subclasses__", subclasses, 0, 0),
    NativeDef::method("__instancecheck__", instancecheck, 1, 1),
    NativeDef::method("__subclasscheck__", subclasscheck, 1, 1),
    NativeDef::class_method("__prepare__", prepare, 0, 255).any_keywords(),
    NativeDef::method("__or__", union, 1, 1),
    NativeDef::method("__ror__", union, 1, 1),
];

pub(crate) const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("hash", hash_of, 1, 1).twin("operate.hash_of"),
    NativeDef::function("id", id, 1, 1),
    NativeDef::function("__build_class__", defer, 2, 255).any_keywords().twin("classes.build_class"),
    NativeDef::function("__import__", defer, 1, 5)
        .params(&["name", "globals", "locals", "fromlist", "level"])
        .twin("importing.import_"),
];

pub(crate) const SUPER: NativeDef = NativeDef::frame("super", super_, 0, 2);

fn hash_of(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::Int(interp.hash(args.at(0))? as i64))
}

fn id(_: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::Int(crate::identity::address(args.at(0)) as i64))
}

fn defer(_interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    Err(Trap::Defer)
}

/// `object.__new__(cls)`; for classes that extend a built-in type the twin makes the built-in value first.
fn new(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::Class(class) = args.at(0) else {
        let message = format!("object.__new__(X): X is not a type object ({})", interp.type_name(args.at(0)));
        return Err(interp.type_error(message));
    };
    let object = &interp.heap.classes[class];
    let flags = object.flags;
    if object.layout == crate::object::Layout::Exception {
        let exception = interp.new_exception_object(class, &args.values[1..])?;
        return Ok(Value::Exception(exception));
    }
    if !interp.heap.classes[class].flags.scripted && class != types::OBJECT {
        return Err(call_keywords(args.at(0), &args.values[1..], args.keywords));
    }
    if object.layout != crate::object::Layout::Object {
        return Err(Trap::Defer);
    }
    if flags.is_abstract {
        return Err(call_trap(args.at(0), &[]));
    }
    let has_arguments = args.len() > 1 || !args.keywords.is_empty();
    let script_init = matches!(interp.lookup(class, Symbol::INIT), Some(Value::Function(_)));
    if has_arguments && (flags.custom_new || !script_init) {
        let message = if flags.custom_new {
            "object.__new__() takes exactly one argument (the type to instantiate)".to_string()
        } else {
            format!("{}() takes no arguments", interp.heap.classes[class].name)
        };
        return Err(interp.type_error(message));
    }
    if flags.finalizable {
        // The run loop looks up after this call, and begins to mind what is dropped.
        interp.heap.debt = interp.heap.debt.max(interp.heap.limit.saturating_add(1));
    }
    Ok(interp.new_instance(class))
}

fn call_keywords(callee: Value, args: &[Value], keywords: &[(Symbol, Value)]) -> Trap {
    Trap::Call(Box::new(crate::native::CallRequest { callee, args: args.to_vec(), keywords: keywords.to_vec() }))
}

/// `object.__init__`: arguments are an error unless `__new__` took them.
fn init(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let class = interp.class_of(args.at(0));
    let flags = interp.heap.classes[class].flags;
    let script_init = matches!(interp.lookup(class, Symbol::INIT), Some(Value::Function(_)));
    let is_plain = interp.heap.classes[class].layout == crate::object::Layout::Object;
    if is_plain && (args.len() > 1 || !args.keywords.is_empty()) && (script_init || !flags.custom_new) {
        let message = if script_init {
            "object.__init__() takes exactly one argument (the instance to initialize)".to_string()
        } else {
            format!("{}() takes no arguments", interp.heap.classes[class].name)
        };
        return Err(interp.type_error(message));
    }
    Ok(Value::None)
}

fn eq(_interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(if args.at(0) == args.at(1) { Value::True } else { Value::NotImplemented })
}

fn ne(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if interp.heap.classes[interp.class_of(args.at(0))].flags.custom_eq {
        return Err(Trap::Defer);
    }
    Ok(if args.at(0) == args.at(1) { Value::False } else { Value::NotImplemented })
}

fn not_implemented(_interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    Ok(Value::NotImplemented)
}

fn hash(_interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::Int((crate::identity::address(args.at(0)) >> 4) as i64))
}

fn getattribute(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let object = args.at(0);
    let Some(name) = interp.symbol_of(args.at(1)) else {
        return Err(interp.type_error("attribute name must be string"));
    };
    interp.plain_get(object, name)
}

fn setattr(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Some(name) = interp.symbol_of(args.at(1)) else {
        return Err(interp.type_error("attribute name must be string"));
    };
    interp.plain_set_attribute(args.at(0), name, args.at(2)).map(|_| Value::None)
}

fn delattr(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Some(name) = interp.symbol_of(args.at(1)) else {
        return Err(interp.type_error("attribute name must be string"));
    };
    interp.plain_delete_attribute(args.at(0), name).map(|()| Value::None)
}

fn sizeof(_interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    Ok(Value::Int(48))
}

fn init_subclass(_interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    Ok(Value::None)
}

// ---- type ----

fn type_new(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if args.len() == 2 && args.keywords.is_empty() {
        return Ok(Value::Class(interp.class_of(args.at(1))));
    }
    Err(Trap::Defer)
}

fn type_call(_interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    Err(Trap::Defer)
}

fn class_arg(interp: &mut Interp, value: Value) -> Result<ClassId, Trap> {
    match value {
        Value::Class(id) => Ok(id),
        _ => Err(interp.type_error("a class is required")),
    }
}

fn mro_list(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let class = class_arg(interp, args.at(0))?;
    let mro = interp.heap.classes[class].mro.iter().map(|&c| Value::Class(c)).collect();
    Ok(interp.heap.new_list(mro))
}

fn subclasses(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let class = class_arg(interp, args.at(0))?;
    let list = interp.heap.classes[class].subclasses.iter().map(|&c| Value::Class(c)).collect();
    Ok(interp.heap.new_list(list))
}

fn instancecheck(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let class = class_arg(interp, args.at(0))?;
    Ok(Value::bool(interp.is_instance(args.at(1), class)))
}

fn subclasscheck(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (class, other) = (class_arg(interp, args.at(0))?, class_arg(interp, args.at(1))?);
    Ok(Value::bool(interp.is_subclass(other, class)))
}

fn prepare(interp: &mut Interp, _args: Args<'_>) -> NativeResult {
    Ok(interp.heap.new_dict(Default::default()))
}

/// `int | str`.
pub(crate) fn union(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let members = interp.heap.new_tuple(&[args.at(0), args.at(1)]);
    Ok(interp.heap.new_wrapper(Wrapper::Alias { origin: Value::None, args: members }))
}

/// `super()` and `super(class, object)`.
fn super_(interp: &mut Interp, ts: &mut ThreadState, args: &[Value]) -> NativeResult {
    if let [class, object] = args {
        return interp.new_super(*class, *object);
    }
    let store = std::sync::Arc::clone(&interp.code);
    let Some(frame) = ts.frames.last().copied() else { return Err(interp.runtime_error("super(): no current frame")) };
    let linked = store.get(frame.code);
    if linked.code.arg_count == 0 {
        return Err(interp.runtime_error("super(): no arguments"));
    }
    let cell = linked.code.locals.iter().position(|n| &**n == "__class__");
    let class = match cell.map(|i| ts.stack[frame.local(linked, i as u32)]) {
        Some(Value::Cell(cell)) => interp.heap.cells[cell].content,
        _ => return Err(interp.runtime_error("super(): __class__ cell not found")),
    };
    let object = match ts.stack[frame.local(linked, 0)] {
        Value::Cell(cell) => interp.heap.cells[cell].content,
        value => value,
    };
    interp.new_super(class, object)
}

impl Interp {
    /// `object.__getattribute__(object, name)`.
    pub(crate) fn plain_get(&mut self, object: Value, name: Symbol) -> NativeResult {
        use crate::run::attribute::Found;
        let class = self.class_of(object);
        let found = match object {
            Value::Class(_) | Value::Module(_) | Value::Wrapper(_) => self.find_attribute(object, name)?.0,
            _ => self.plain_attribute(object, class, name)?.0,
        };
        match found {
            Found::Value(value) => Ok(value),
            Found::Bound(function, receiver) => Ok(self.heap.new_method(function, receiver)),
            Found::Getter(get) => Err(call_trap(get, &[object])),
            Found::DescriptorGet(descriptor, get) => Err(call_trap(get, &[descriptor, object, Value::Class(class)])),
            Found::Hook(hook) => Err(call_trap(hook, &[object])),
        }
    }

    /// A computed attribute in a built-in class.
    pub fn add_getset(&mut self, class: ClassId, name: &'static str, get: Getter, set: Option<Setter>) {
        let descriptor = self.heap.new_descriptor(Descriptor::Native { name, get, set });
        let name = self.symbols.intern(name);
        self.heap.classes[class].dict.set(name, descriptor);
        self.classes_changed();
    }
}
