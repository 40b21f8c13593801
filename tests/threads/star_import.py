from threading import *

e = Event()
t = Thread(target=e.set, name="S")
t.start()
t.join()
print(e.is_set(), current_thread().name, active_count(), Lock().locked())  # expect: True MainThread 1 False
