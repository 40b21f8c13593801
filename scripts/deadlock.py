# A deadlock of two locks taken in opposite order, seen through a time limit, and cured by one order for all.
import sys
import threading
import time

left, right = threading.Lock(), threading.Lock()
names = {id(left): "left", id(right): "right"}
# With the argument `forever` nobody gives up, and the program never ends; `gilscope demo deadlock --sim -- forever` says why.
patience = -1 if "forever" in sys.argv else 0.5  # seconds


def take_both(who, first, second):
    with first:
        print(f"{who} has {names[id(first)]}, wants {names[id(second)]}\n", end="")
        time.sleep(0.1)  # time enough for the other one to take its first lock
        if second.acquire(timeout=patience):
            print(f"{who} has both\n", end="")
            second.release()
        else:
            print(f"{who} gave up: with a plain acquire() it would wait for ever\n", end="")


def dinner(title, orders):
    print(title)
    start = time.perf_counter()
    threads = [threading.Thread(target=take_both, args=order) for order in orders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"took {time.perf_counter() - start:.1f} s\n")


dinner("Opposite order:", [("Ann", left, right), ("Bob", right, left)])
dinner("Same order:", [("Ann", left, right), ("Bob", left, right)])
