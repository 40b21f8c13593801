import _thread
import threading
import time

threading.Timer(0.05, _thread.interrupt_main).start()
time.sleep(10)

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "interrupt_main_uncaught.py", line 6, in <module>
# expect stderr:     time.sleep(10)
# expect stderr:     ~~~~~~~~~~^^^^
# expect stderr: KeyboardInterrupt
# exit: 130
