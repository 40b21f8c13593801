import sys
import threading


def a():
    sys.exit("nothing is printed")


def b():
    raise SystemExit(3)


for target in (a, b):
    t = threading.Thread(target=target)
    t.start()
    t.join()
print("main goes on")  # expect: main goes on
