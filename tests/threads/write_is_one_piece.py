import sys
import threading


def say(n):
    for _ in range(3):
        sys.stdout.write(f"line of {n}\n")


threads = [threading.Thread(target=say, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()

# expect sorted: line of 0
# expect sorted: line of 0
# expect sorted: line of 0
# expect sorted: line of 1
# expect sorted: line of 1
# expect sorted: line of 1
# expect sorted: line of 2
# expect sorted: line of 2
# expect sorted: line of 2
