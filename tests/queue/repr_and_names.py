import queue

print(queue.Queue(), queue.Empty.__module__, queue.Full.__module__, queue.Empty.__mro__[1].__name__)
print(issubclass(queue.LifoQueue, queue.Queue), issubclass(queue.PriorityQueue, queue.Queue))

# expect: <queue.Queue object at 0x…> _queue queue Exception
# expect: True True
