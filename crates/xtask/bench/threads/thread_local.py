"""Four threads count in attributes of a threading.local."""
# size: 700000, quick 35000

import sys
import threading

data, totals = threading.local(), []


def work(n):
    data.count = 0
    for _ in range(n):
        data.count += 1
    totals.append(data.count)


threads = [threading.Thread(target=work, args=(int(sys.argv[1]),)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sum(totals))
