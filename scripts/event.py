# An Event is a traffic light: any number of threads wait until one thread turns it green.
import threading
import time

green = threading.Event()
start = time.perf_counter()
crossed = []


def car(name):
    print(f"{name} waits at the light\n", end="")
    green.wait()
    crossed.append((name, time.perf_counter() - start))


cars = [threading.Thread(target=car, args=(f"car {n}",)) for n in (1, 2, 3)]
for thread in cars:
    thread.start()
time.sleep(0.2)
print(f"light: {'green' if green.is_set() else 'red'}, {len(crossed)} cars crossed")
green.set()
for thread in cars:
    thread.join()
print(f"light: {'green' if green.is_set() else 'red'}, {len(crossed)} cars crossed, the first after {crossed[0][1]:.1f} s")
print("a wait with a time limit tells what happened:", green.wait(0.1), end=" and then ")
green.clear()
print(green.wait(0.1))
