from concurrent.futures import Future, InvalidStateError

f = Future()
print(f.done(), f.running(), f)  # expect: False False <Future at 0x… state=pending>
print(f.set_running_or_notify_cancel(), f.running(), f)  # expect: True True <Future at 0x… state=running>
f.set_result("value")
print(f.result(), f)  # expect: value <Future at 0x… state=finished returned str>
try:
    f.set_result(2)
except InvalidStateError as error:
    print(str(error).split(":")[0])  # expect: FINISHED
g = Future()
g.set_exception(ValueError("v"))
print(g, repr(g.exception()))  # expect: <Future at 0x… state=finished raised ValueError> ValueError('v')
