import _queue
import queue

q = queue.SimpleQueue()


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: queue.SimpleQueue(1))
attempt(lambda: queue.SimpleQueue(a=1))
attempt(lambda: q.get(True, -1))
attempt(lambda: q.get(False, -1))
attempt(lambda: q.get(timeout=0))
attempt(lambda: q.get(timeout="x"))
attempt(lambda: q.put())
attempt(lambda: q.put(item=1, block=False, timeout=-5))
attempt(lambda: q.put_nowait(item=2))
attempt(lambda: q.get(timeout=3))
attempt(lambda: (q.qsize(), q.empty(), bool(q)))
attempt(lambda: q.get(timeout=-1))
attempt(lambda: len(q))
attempt(lambda: queue.SimpleQueue[int])
attempt(lambda: setattr(q, "x", 1))
print(_queue.SimpleQueue is queue.SimpleQueue, repr(q).split(" at ")[0])


class Doubling(queue.SimpleQueue):
    def put(self, item):
        super().put(item * 2)


d = Doubling()
d.put(4)
d.label = "subclass"
print(d.get(), d.label, isinstance(d, queue.SimpleQueue))

# expect: TypeError SimpleQueue() takes no positional arguments
# expect: TypeError SimpleQueue() takes no keyword arguments
# expect: ValueError 'timeout' must be a non-negative number
# expect: Empty 
# expect: Empty 
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError put() missing required argument 'item' (pos 1)
# expect: None
# expect: None
# expect: 1
# expect: (1, False, True)
# expect: ValueError 'timeout' must be a non-negative number
# expect: TypeError object of type '_queue.SimpleQueue' has no len()
# expect: _queue.SimpleQueue[int]
# expect: AttributeError '_queue.SimpleQueue' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: True <_queue.SimpleQueue object
# expect: 8 subclass True
