import threading

lock = threading.Lock()
try:
    lock.release()
except RuntimeError as error:
    print(error)
lock.acquire()
lock.release()
lock.release()

# expect: release unlocked lock
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "lock_release_unlocked.py", line 10, in <module>
# expect stderr:     lock.release()
# expect stderr:     ~~~~~~~~~~~~^^
# expect stderr: RuntimeError: release unlocked lock
# exit: 1
