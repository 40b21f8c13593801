# Locks die like other objects: what refers to them weakly sees it.
import _thread
import threading
import weakref

for make in (threading.Lock, threading.RLock, _thread.allocate_lock, threading.Condition, threading.Event):
    lock = make()
    reference = weakref.ref(lock, lambda _: print("gone"))
    print(reference() is lock)
    del lock
    print(reference())

# expect: True
# expect: gone
# expect: None
# expect: True
# expect: gone
# expect: None
# expect: True
# expect: gone
# expect: None
# expect: True
# expect: gone
# expect: None
# expect: True
# expect: gone
# expect: None
