import queue


class Job:
    def __init__(self, urgency, name):
        self.urgency = urgency
        self.name = name

    def __lt__(self, other):
        return self.urgency > other.urgency


q = queue.PriorityQueue()
for job in (Job(1, "sweep"), Job(9, "fire"), Job(5, "mail")):
    q.put(job)
print([q.get().name for _ in range(3)])  # expect: ['fire', 'mail', 'sweep']
