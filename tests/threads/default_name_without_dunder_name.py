import threading
from functools import partial


class Job:
    def __call__(self):
        print("called in", threading.current_thread().name)

    def method(self):
        print("method in", threading.current_thread().name)


for target in (Job(), Job().method, partial(print, "partial")):
    t = threading.Thread(target=target)
    print(t.name)
    t.start()
    t.join()

# expect: Thread-1
# expect: called in Thread-1
# expect: Thread-2 (method)
# expect: method in Thread-2 (method)
# expect: Thread-3
# expect: partial
