# What is to be done in script code since objects have died: see `run/errand.rs` in the virtual machine.
# Native hooks: `_gc.next_errand()`: a function and its argument, `(None, None)` when it is to collect, or None when there is
# no more; `_gc.recollect()`.

import sys
from _gc import next_errand, recollect
from _core.report import unraisable


def run():
    # Run all errands there are. What one of them raises is shown.
    while True:
        errand = next_errand()
        if errand is None:
            return
        function, argument = errand
        errand = None
        if function is None:
            recollect()
            continue
        try:
            function(argument)
        except BaseException as error:
            show(error, function)
        function = argument = None


def show(error, function):
    # As sys.unraisablehook does, which may be the script's own.
    hook = sys.unraisablehook
    if hook is sys.__unraisablehook__:
        unraisable(error, 'Exception ignored in', function)
    else:
        hook(arguments(error, function))


def arguments(error, function):
    class UnraisableHookArgs:
        exc_type = type(error)
        exc_value = error
        exc_traceback = error.__traceback__
        err_msg = None
        object = function
    UnraisableHookArgs.__module__ = 'sys'
    return UnraisableHookArgs
