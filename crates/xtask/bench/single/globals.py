"""Reading and writing global variables."""
# size: 9000000, quick 200000

import sys

counter = 0
step = 3
limit = 1009


def run(n):
    global counter
    for _ in range(n):
        counter += step
        if counter > limit:
            counter -= limit


run(int(sys.argv[1]))
print(counter)
