# A Semaphore lets a fixed number of threads in: six guests, two chairs.
import threading
import time

chairs = threading.BoundedSemaphore(2)
inside = []
most = 0


def guest(name):
    global most
    with chairs:  # takes a chair, or waits for one
        inside.append(name)
        most = max(most, len(inside))
        print(f"{name} sits down   at the table: {sorted(inside)}\n", end="")
        time.sleep(0.08)
        inside.remove(name)


guests = [threading.Thread(target=guest, args=(name,)) for name in ("Ada", "Bob", "Cem", "Dee", "Eva", "Fay")]
start = time.perf_counter()
for thread in guests:
    thread.start()
for thread in guests:
    thread.join()
print(f"never more than {most} at a time; three rounds of 0.08 s took {time.perf_counter() - start:.2f} s")

try:
    chairs.release()  # a chair that nobody took
except ValueError as error:
    print("a bounded semaphore notices a release too many:", error)
