import threading
import time


def slow():
    time.sleep(0.1)
    print("worker still ran")


threading.Thread(target=slow).start()
raise ValueError("main failed first")

# expect: worker still ran
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "exit_traceback_before_join.py", line 11, in <module>
# expect stderr:     raise ValueError("main failed first")
# expect stderr: ValueError: main failed first
# exit: 1
