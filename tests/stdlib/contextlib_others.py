import io
from contextlib import ExitStack, closing, nullcontext, redirect_stdout, suppress

with suppress(ZeroDivisionError, KeyError):
    1 / 0
print("suppressed")
with nullcontext(5) as five:
    print(five)
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("caught")
print(repr(buffer.getvalue()))


class Thing:
    def close(self): print("closed")


with closing(Thing()):
    print("open")
with ExitStack() as stack:
    stack.enter_context(closing(Thing()))
    stack.callback(print, "callback")
    print("in the stack")

# expect: suppressed
# expect: 5
# expect: 'caught\n'
# expect: open
# expect: closed
# expect: in the stack
# expect: callback
# expect: closed
