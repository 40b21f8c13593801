//! The `builtins` module.

use crate::interp::Interp;

/// Make the `builtins` module and give the built-in types their methods.
pub(crate) fn install(interp: &mut Interp) {
    interp.builtins = interp.new_module("builtins");
    crate::repr::install(interp);
    crate::format::hooks::install(interp);
    crate::streams::install(interp);
}
