//! `_thread._local`: the class behind `threading.local`. How its attributes differ by thread is in the machine (`locals.rs`).

use gilscope_vm::native::{Args, NativeDef, NativeResult};
use gilscope_vm::object::Layout;
use gilscope_vm::value::ClassId;
use gilscope_vm::{Interp, Symbol, Value, types};

const METHODS: &[NativeDef] = &[NativeDef::static_method("__new__", new, 1, 255).any_keywords()];

/// Make the class.
pub(super) fn class(interp: &mut Interp) -> ClassId {
    let class = interp.add_builtin_class("_local", "_thread", types::OBJECT, Layout::Builtin, true);
    interp.make_thread_local(class);
    interp.add_methods(class, METHODS);
    interp.add_construct(class, NativeDef::function("_local", construct, 0, 255).any_keywords());
    class
}

/// The arguments are kept for the threads to come.
fn new(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::Class(class) = args.at(0) else {
        let message = format!("_thread._local.__new__(X): X is not a type object ({})", interp.type_name(args.at(0)));
        return Err(interp.type_error(message));
    };
    if !interp.heap.classes[class].flags.thread_local {
        let name = interp.heap.classes[class].name.to_string();
        let message = format!("_thread._local.__new__({name}): {name} is not a subtype of _thread._local");
        return Err(interp.type_error(message));
    }
    let arguments = &args.values[1..];
    let is_plain = matches!(interp.lookup(class, Symbol::INIT), Some(Value::Native(_)) | None);
    if is_plain && !(arguments.is_empty() && args.keywords.is_empty()) {
        return Err(interp.type_error("Initialization arguments are not supported"));
    }
    Ok(interp.new_local(class, arguments, args.keywords))
}

/// `_local()` itself.
fn construct(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    if !(args.is_empty() && args.keywords.is_empty()) {
        return Err(interp.type_error("Initialization arguments are not supported"));
    }
    match super::thread::module_value(interp, "_local") {
        Some(Value::Class(class)) => Ok(interp.new_local(class, &[], &[])),
        _ => Err(interp.runtime_error("_thread is not initialised")),
    }
}
