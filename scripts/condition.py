# A Condition is a lock plus a waiting room: a buffer of two places, where each side waits for its own condition.
import threading
from collections import deque


class Buffer:
    def __init__(self, places):
        self.items = deque()
        self.places = places
        self.changed = threading.Condition()

    def put(self, item):
        with self.changed:
            while len(self.items) == self.places:  # look again after every wake-up: others may be faster
                print(f"    full  {list(self.items)}: the producer waits\n", end="")
                self.changed.wait()  # gives the lock up, sleeps, takes it again
            self.items.append(item)
            print(f"    put {item}\n", end="")
            self.changed.notify()

    def get(self):
        with self.changed:
            self.changed.wait_for(lambda: self.items)  # the same loop, ready made
            item = self.items.popleft()
            self.changed.notify()
            return item


buffer = Buffer(2)


def produce():
    for item in range(6):
        buffer.put(item)


producer = threading.Thread(target=produce)
producer.start()
got = []
while len(got) < 6:
    got.append(buffer.get())
    print(f"got {got[-1]}\n", end="")
producer.join()
print("in order, none lost:", got == list(range(6)))
