import threading

lock = threading.Lock()
print(lock)  # expect: <unlocked _thread.lock object at 0x…>
lock.acquire()
print(lock, type(lock).__name__)  # expect: <locked _thread.lock object at 0x…> lock
rlock = threading.RLock()
print(rlock)  # expect: <unlocked _thread.RLock object owner=0 count=0 at 0x…>
rlock.acquire()
rlock.acquire()
print(rlock, type(rlock).__name__)  # expect: <locked _thread.RLock object owner=… count=2 at 0x…> RLock
