//! The `builtins` module.

mod attributes;
pub(crate) mod class;
mod class_hooks;
mod descriptor;
mod evaluate;
mod exit;
mod getset;
mod hooks;
mod number;
mod object;
pub(crate) mod sequence;
mod text;
mod type_object;

use crate::interp::Interp;
use crate::object as kinds;

/// Make the `builtins` module and give the built-in types their methods.
pub(crate) fn install(interp: &mut Interp) {
    interp.builtins = interp.new_module("builtins");
    class_hooks::install(interp);
    for table in [
        attributes::FUNCTIONS,
        evaluate::FUNCTIONS,
        exit::FUNCTIONS,
        number::FUNCTIONS,
        object::FUNCTIONS,
        sequence::FUNCTIONS,
        text::FUNCTIONS,
    ] {
        interp.extend_module("builtins", table);
    }
    interp.extend_module("_vm", hooks::FUNCTIONS);
    interp.extend_module("_vm", class_hooks::FUNCTIONS);
    interp.extend_module("_vm", evaluate::HOOKS);
    kinds::list::install(interp);
    kinds::tuple::install(interp);
    kinds::dict::methods::install(interp);
    kinds::set::methods::install(interp);
    kinds::range::methods::install(interp);
    kinds::slice::methods::install(interp);
    kinds::iter::methods::install(interp);
    kinds::wrapper::views::install(interp);
    crate::repr::install(interp);
    crate::object::int::install(interp);
    crate::object::float::install(interp);
    crate::object::complex::install(interp);
    crate::object::str::install(interp);
    crate::object::bytes::install(interp);
    crate::format::hooks::install(interp);
    crate::streams::install(interp);
}
