import threading
import time


def slow():
    time.sleep(0.1)
    print("worker ends last")


threading.Thread(target=slow).start()
print("main ends")

# expect: main ends
# expect: worker ends last
