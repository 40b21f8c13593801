# exec() and eval() with a dict of globals: the code runs in a module made of the dict, whose names go back afterwards.
# Native hooks: `_vm.temporary_module(globals)`, `_vm.copy_globals(module, globals)`, `_vm.run_with(code, module, namespace)`.

from _vm import temporary_module, copy_globals, run_with


def run_among(code, globals, locals):
    module = temporary_module(globals)
    try:
        return run_with(code, module, locals)
    finally:
        copy_globals(module, globals)
