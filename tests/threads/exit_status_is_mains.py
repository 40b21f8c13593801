import sys
import threading


def fail():
    raise ValueError("in the thread")


t = threading.Thread(target=fail, name="T")
t.start()
t.join()
sys.exit(5)

# expect stderr: Exception in thread T:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "exit_status_is_mains.py", line 6, in fail
# expect stderr:     raise ValueError("in the thread")
# expect stderr: ValueError: in the thread
# exit: 5
