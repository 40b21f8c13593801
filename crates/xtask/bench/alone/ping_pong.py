"""Two threads in empty loops: under `--every 1` each of their instructions is a switch."""

import sys
import threading

done = []


def work(n):
    for _ in range(n):
        pass
    done.append(n)


threads = [threading.Thread(target=work, args=(int(sys.argv[1]),)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sum(done))
