# What is to be done in script code since objects have died: see `run/errand.rs` in the virtual machine.
# Native hooks: `_gc.next_errand()`: a function and its argument, `(None, None)` when it is to collect, or None when there is
# no more; `_gc.recollect()`.

from _gc import next_errand, recollect
from _core.report import ignore


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
            ignore(error, None, function)
        function = argument = None
