# What a thread pool is inside: some threads, one queue of functions, None to stop.
import queue
import threading


class Pool:
    def __init__(self, size):
        self.jobs = queue.Queue()
        self.threads = [threading.Thread(target=self.work) for _ in range(size)]
        for t in self.threads:
            t.start()

    def work(self):
        while (job := self.jobs.get()) is not None:
            function, args = job
            function(*args)

    def close(self):
        for _ in self.threads:
            self.jobs.put(None)
        for t in self.threads:
            t.join()


results = {}
pool = Pool(3)
for n in range(10):
    pool.jobs.put((lambda n: results.setdefault(n, n * n), (n,)))
pool.close()
print(sorted(results.items()))

# expect: [(0, 0), (1, 1), (2, 4), (3, 9), (4, 16), (5, 25), (6, 36), (7, 49), (8, 64), (9, 81)]
