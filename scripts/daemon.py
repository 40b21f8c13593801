# The program ends when the last ordinary thread ends; daemon threads are cut off wherever they are.
import threading
import time


def work(name, steps):
    try:
        for step in range(1, steps + 1):
            time.sleep(0.05)
            print(f"{name}: step {step} of {steps}\n", end="")
        print(f"{name}: finished\n", end="")
    finally:
        if name == "daemon":
            print("daemon: cleaning up (this line never appears)")


threading.Thread(target=work, args=("daemon", 100), daemon=True).start()
threading.Thread(target=work, args=("ordinary", 4)).start()
print("main: at its last line; the interpreter now waits for the ordinary thread only")
