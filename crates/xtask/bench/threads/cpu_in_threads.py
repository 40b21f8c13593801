"""Four threads that compute: compare with cpu_in_sequence."""
# size: 2500000, quick 120000

import sys
import threading

results = []


def work(n):
    total = 0
    for i in range(n):
        total += i & 7
    results.append(total)


threads = [threading.Thread(target=work, args=(int(sys.argv[1]),)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sum(results))
