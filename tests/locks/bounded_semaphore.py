import threading

b = threading.BoundedSemaphore(1)
print(b)
with b:
    print(b)
for call in (b.release, lambda: b.release(5), lambda: threading.BoundedSemaphore(-1)):
    try:
        call()
    except ValueError as error:
        print(error)

# expect: <threading.BoundedSemaphore at 0x…: value=1/1>
# expect: <threading.BoundedSemaphore at 0x…: value=0/1>
# expect: Semaphore released too many times
# expect: Semaphore released too many times
# expect: semaphore initial value must be >= 0
