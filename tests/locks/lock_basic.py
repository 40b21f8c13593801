import threading

lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(blocking=False))
print(lock.release(), lock.locked())
with lock as got:
    print(got, lock.locked())
print(lock.locked())

# expect: False True True False False
# expect: None False
# expect: True True
# expect: False
