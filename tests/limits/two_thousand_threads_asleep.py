# timeout: 60
import threading
import time

awake = []


def nap():
    time.sleep(0.5)
    awake.append(1)


threads = [threading.Thread(target=nap) for _ in range(2000)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(awake))  # expect: 2000
