import _thread
import threading
import time

t = threading.Thread(target=_thread.interrupt_main)
try:
    t.start()
    time.sleep(5)
    print("not interrupted")
except KeyboardInterrupt:
    print("main was interrupted")  # expect: main was interrupted
t.join()
