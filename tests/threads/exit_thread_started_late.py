import threading
import time


def second():
    print("second")


def first():
    time.sleep(0.05)
    t = threading.Thread(target=second)
    t.start()
    t.join()
    print("first")


threading.Thread(target=first).start()
print("main ends")

# expect: main ends
# expect: second
# expect: first
