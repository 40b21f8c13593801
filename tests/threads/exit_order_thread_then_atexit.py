import atexit
import threading
import time


def slow():
    time.sleep(0.05)
    print("worker; main alive:", threading.main_thread().is_alive())


atexit.register(print, "atexit first registered")
atexit.register(print, "atexit second registered")
threading.Thread(target=slow).start()
print("main ends")

# expect: main ends
# expect: worker; main alive: False
# expect: atexit second registered
# expect: atexit first registered
