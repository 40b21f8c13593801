# Two threads in empty loops: under `--every 1` each of their instructions is a switch.
# size: 300000, quick 20000
import sys
import threading


def work(n):
    for _ in range(n):
        pass


threads = [threading.Thread(target=work, args=(int(sys.argv[1]),)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
