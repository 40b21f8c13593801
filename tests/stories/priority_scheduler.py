# Urgent jobs overtake; jobs of the same urgency keep their order by a counter.
import itertools
import queue
import threading

jobs = queue.PriorityQueue()
order = itertools.count()
for urgency, name in ((2, "sweep"), (0, "fire"), (1, "mail"), (1, "call"), (2, "cook")):
    jobs.put((urgency, next(order), name))
done = []


def work():
    while not jobs.empty():
        done.append(jobs.get()[2])


t = threading.Thread(target=work)
t.start()
t.join()
print(done)  # expect: ['fire', 'mail', 'call', 'sweep', 'cook']
