import threading


def worker():
    raise KeyboardInterrupt("in a worker")


t = threading.Thread(target=worker)
t.start()
t.join()
print("main goes on")

# expect: main goes on
# expect stderr: Exception in thread Thread-1 (worker):
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "keyboard_interrupt_raised_in_thread.py", line 5, in worker
# expect stderr:     raise KeyboardInterrupt("in a worker")
# expect stderr: KeyboardInterrupt: in a worker
