import threading

lock = threading.Lock()
a = threading.Condition(lock)
b = threading.Condition(lock)
with a:
    print(lock.locked(), b.acquire(blocking=False))  # expect: True False
print(lock.locked())  # expect: False
print(a)  # expect: <Condition(<unlocked _thread.lock object at 0x…>, 0)>
with a:
    print(a)  # expect: <Condition(<locked _thread.lock object at 0x…>, 0)>
r = threading.Condition()
with r:
    with r:
        print("the default lock is an RLock")  # expect: the default lock is an RLock
