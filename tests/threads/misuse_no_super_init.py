import threading


class Bad(threading.Thread):
    def __init__(self):
        self.n = 1


b = Bad()
try:
    b.start()
except RuntimeError as error:
    print(error)
try:
    repr(b)
except AssertionError as error:
    print(error)
for call in (b.join, b.is_alive, lambda: b.name):
    try:
        call()
    except (RuntimeError, AssertionError) as error:
        print(type(error).__name__, error)

# expect: thread.__init__() not called
# expect: Thread.__init__() was not called
# expect: RuntimeError Thread.__init__() not called
# expect: AssertionError Thread.__init__() not called
# expect: AssertionError Thread.__init__() not called
