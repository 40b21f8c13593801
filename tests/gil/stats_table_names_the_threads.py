# flags: --stats
# expect: done
# expect stderr some: MainThread
# expect stderr some: digger
# expect stderr some: sleep
import threading
import time

t = threading.Thread(target=time.sleep, args=(0.02,), name="digger")
t.start()
t.join()
print("done")
