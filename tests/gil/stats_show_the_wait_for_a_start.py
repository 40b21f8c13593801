# flags: --stats
# expect some: done
# expect stderr some: start
import threading

for _ in range(20):
    t = threading.Thread(target=int)
    t.start()
    t.join()
print("done")
