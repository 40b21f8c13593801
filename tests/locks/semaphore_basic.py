import threading

s = threading.Semaphore(2)
print(s, s.acquire(), s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.02))
print(s.release(), s)
s.release(2)
print(s)
with s:
    print(s)
print(threading.Semaphore()._value)

# expect: <threading.Semaphore at 0x…: value=0> True True False False
# expect: None <threading.Semaphore at 0x…: value=1>
# expect: <threading.Semaphore at 0x…: value=3>
# expect: <threading.Semaphore at 0x…: value=2>
# expect: 1
