# real time: processes are not simulated
import atexit
import os
import sys

statuses = []
for way in ("end", "exit", "error"):
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        atexit.register(lambda: print(way, "is over"))
        if way == "exit":
            sys.exit(3)
        if way == "error":
            raise ValueError(way)
        sys.exit()
    statuses.append(os.WEXITSTATUS(os.wait()[1]))
print(statuses)
# expect: end is over
# expect: exit is over
# expect: error is over
# expect: [0, 3, 1]
# expect stderr some: ValueError: error
