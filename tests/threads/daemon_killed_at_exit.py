import threading
import time


def forever():
    print("daemon started")  # expect: daemon started
    try:
        while True:
            time.sleep(0.01)
    finally:
        print("never printed")


threading.Thread(target=forever, daemon=True).start()
time.sleep(0.05)
print("main ends")  # expect: main ends
