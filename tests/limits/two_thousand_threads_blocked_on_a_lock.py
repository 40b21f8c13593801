# timeout: 60
import threading

lock = threading.Lock()
count = 0


def work():
    global count
    with lock:
        count += 1


lock.acquire()
threads = [threading.Thread(target=work) for _ in range(2000)]
for t in threads:
    t.start()
lock.release()
for t in threads:
    t.join()
print(count)  # expect: 2000
