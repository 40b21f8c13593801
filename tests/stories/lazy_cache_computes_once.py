# Many ask for the same key; a lock per key lets one compute while the others wait for its result.
import threading
import time
from collections import defaultdict

cache = {}
locks = defaultdict(threading.Lock)
guard = threading.Lock()
computed = []


def get(key):
    with guard:
        lock = locks[key]
    with lock:
        if key not in cache:
            time.sleep(0.01)
            computed.append(key)
            cache[key] = key.upper()
        return cache[key]


results = []
threads = [threading.Thread(target=lambda k=k: results.append(get(k))) for k in "abcabcabc"]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results), sorted(computed))  # expect: ['A', 'A', 'A', 'B', 'B', 'B', 'C', 'C', 'C'] ['a', 'b', 'c']
