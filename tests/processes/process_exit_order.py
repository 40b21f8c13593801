# real time: processes are not simulated
# At the end of a program its daemonic processes are terminated, the others waited for.
import atexit
import multiprocessing as mp
import threading
import time


def patient():
    threading.Thread(target=lambda: (time.sleep(0.05), print("its thread"))).start()


def forever():
    time.sleep(100)
    print("never")


if __name__ == "__main__":
    atexit.register(print, "atexit of the program")
    mp.Process(target=forever, daemon=True).start()
    mp.Process(target=patient).start()
    print("end of the main module")
# expect: end of the main module
# expect: its thread
# expect: atexit of the program
