import io
import pickle
import sys
import threading
import queue


def local():
    def inner():
        pass

    class Inner:
        pass
    return inner, Inner()


def moved():
    pass


old = moved


def moved():
    pass


class Returns:
    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        return self.value


class Fails:
    def __getstate__(self):
        raise ValueError("no state")


class Holder:
    def __init__(self):
        self.lock = threading.Lock()


for value in (lambda: 0, local()[0], local()[1], old, threading.Lock(), threading.RLock(), threading.Event(), queue.Queue(), queue.SimpleQueue(),
              threading.local(), (n for n in ()), sys, {}.keys(), property(), moved.__code__, Returns(5), Returns((5, 6)), Returns((len, 6)),
              Returns((len,)), Returns("missing"), Fails(), Holder(), [Holder()], type(moved), sys._getframe()):
    try:
        pickle.dumps(value)
        print("no error")
    except Exception as error:
        print("%s.%s: %s" % (type(error).__module__, type(error).__name__, error))
for data in (b"", b"a", b"\x80\x04", b"\x80\x09.", b".", b"K", b"\x80\x04cnope\nx\n.", b"\x80\x04h\x03.", b"\x80\x04K\x01K\x02",
             b"\x80\x04C\x05ab.", b"\x80\x04e.", b"\x80\x04(a.", "text", b"\xff", b"z", b"\x80\x04\x93.", b"S'a\n."):
    try:
        print(pickle.loads(data))
    except Exception as error:
        print("%s.%s: %s" % (type(error).__module__, type(error).__name__, error))
for call in (lambda: pickle.dumps(1, 6), lambda: pickle.dump(1, 5), lambda: pickle.load(5)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
# expect: _pickle.PicklingError: Can't pickle <function <lambda> at 0x…>: attribute lookup <lambda> on __main__ failed
# expect: builtins.AttributeError: Can't get local object 'local.<locals>.inner'
# expect: builtins.AttributeError: Can't get local object 'local.<locals>.Inner'
# expect: _pickle.PicklingError: Can't pickle <function moved at 0x…>: it's not the same object as __main__.moved
# expect: builtins.TypeError: cannot pickle '_thread.lock' object
# expect: builtins.TypeError: cannot pickle '_thread.RLock' object
# expect: builtins.TypeError: cannot pickle '_thread.lock' object
# expect: builtins.TypeError: cannot pickle '_thread.lock' object
# expect: builtins.TypeError: cannot pickle '_queue.SimpleQueue' object
# expect: builtins.TypeError: cannot pickle '_thread._local' object
# expect: builtins.TypeError: cannot pickle 'generator' object
# expect: builtins.TypeError: cannot pickle 'module' object
# expect: builtins.TypeError: cannot pickle 'dict_keys' object
# expect: builtins.TypeError: cannot pickle 'property' object
# expect: builtins.TypeError: cannot pickle code objects
# expect: _pickle.PicklingError: __reduce__ must return a string or tuple
# expect: _pickle.PicklingError: first item of the tuple returned by __reduce__ must be callable
# expect: _pickle.PicklingError: second item of the tuple returned by __reduce__ must be a tuple
# expect: _pickle.PicklingError: tuple returned by __reduce__ must contain 2 through 6 elements
# expect: _pickle.PicklingError: Can't pickle <__main__.Returns object at 0x…>: attribute lookup missing on __main__ failed
# expect: builtins.ValueError: no state
# expect: builtins.TypeError: cannot pickle '_thread.lock' object
# expect: builtins.TypeError: cannot pickle '_thread.lock' object
# expect: _pickle.PicklingError: Can't pickle <class 'function'>: attribute lookup function on builtins failed
# expect: builtins.TypeError: cannot pickle 'frame' object
# expect: builtins.EOFError: Ran out of input
# expect: _pickle.UnpicklingError: unpickling stack underflow
# expect: builtins.EOFError: Ran out of input
# expect: builtins.ValueError: unsupported pickle protocol: 9
# expect: _pickle.UnpicklingError: unpickling stack underflow
# expect: _pickle.UnpicklingError: pickle data was truncated
# expect: builtins.ModuleNotFoundError: No module named 'nope'
# expect: _pickle.UnpicklingError: Memo value not found at index 3
# expect: builtins.EOFError: Ran out of input
# expect: _pickle.UnpicklingError: pickle data was truncated
# expect: _pickle.UnpicklingError: could not find MARK
# expect: _pickle.UnpicklingError: unexpected MARK found
# expect: builtins.TypeError: a bytes-like object is required, not 'str'
# expect: _pickle.UnpicklingError: invalid load key, '\xff'.
# expect: _pickle.UnpicklingError: invalid load key, 'z'.
# expect: _pickle.UnpicklingError: unpickling stack underflow
# expect: _pickle.UnpicklingError: the STRING opcode argument must be quoted
# expect: ValueError pickle protocol must be <= 5
# expect: TypeError file must have a 'write' attribute
# expect: TypeError file must have 'read' and 'readline' attributes
