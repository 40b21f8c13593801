import threading

lock = threading.RLock()
lock.acquire()
t = threading.Thread(target=lock.release, name="thief")
t.start()
t.join()
print("main still owns it")

# expect: main still owns it
# expect stderr: Exception in thread thief:
# expect stderr: Traceback (most recent call last):
# expect stderr: RuntimeError: cannot release un-acquired lock
