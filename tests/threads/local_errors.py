import _thread
import threading

data = threading.local()
print(threading.local is _thread._local, threading.local, type(data).__module__)
print(repr(data).split(" at ")[0])


def attempt(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: threading.local(1))
attempt(lambda: threading.local(a=1))
attempt(lambda: setattr(data, "__dict__", {}))
attempt(lambda: delattr(data, "__dict__"))
attempt(lambda: data.x)
attempt(lambda: delattr(data, "x"))
attempt(lambda: setattr(threading.local, "x", 1))


class Sub(threading.local):
    pass


sub = Sub()
attempt(lambda: Sub(1))
attempt(lambda: sub.x)
attempt(lambda: setattr(sub, "__dict__", {}))


class Failing(threading.local):
    calls = 0

    def __init__(self):
        Failing.calls += 1
        self.begun = True
        if Failing.calls == 2:
            raise ValueError("not yet")


failing = Failing()


def work():
    for name in ("begun", "begun", "other"):
        attempt(lambda: print(name, getattr(failing, name)))
    failing.x = 1
    print(failing.__dict__, Failing.calls)


t = threading.Thread(target=work)
t.start()
t.join()
print(failing.__dict__)
other = threading.local()
other.x = 1
print(other == data, other == other, len({other, data}), bool(other))

# expect: True <class '_thread._local'> _thread
# expect: <_thread._local object
# expect: TypeError Initialization arguments are not supported
# expect: TypeError Initialization arguments are not supported
# expect: AttributeError '_thread._local' object attribute '__dict__' is read-only
# expect: AttributeError '_thread._local' object attribute '__dict__' is read-only
# expect: AttributeError '_thread._local' object has no attribute 'x'
# expect: AttributeError '_thread._local' object has no attribute 'x'
# expect: TypeError cannot set 'x' attribute of immutable type '_thread._local'
# expect: TypeError Initialization arguments are not supported
# expect: AttributeError 'Sub' object has no attribute 'x'
# expect: AttributeError 'Sub' object attribute '__dict__' is read-only
# expect: ValueError not yet
# expect: begun True
# expect: AttributeError 'Failing' object has no attribute 'other'
# expect: {'begun': True, 'x': 1} 3
# expect: {'begun': True}
# expect: False True 2 True
