# Many threads ask for the one object at the same moment; the lock and the second look make it once.
import threading
import time


class Config:
    made = 0
    instance = None
    lock = threading.Lock()

    @classmethod
    def get(cls):
        if cls.instance is None:
            with cls.lock:
                if cls.instance is None:
                    time.sleep(0.01)
                    cls.made += 1
                    cls.instance = cls()
        return cls.instance


start = threading.Barrier(8)
seen = set()


def ask():
    start.wait()
    seen.add(id(Config.get()))


threads = [threading.Thread(target=ask) for _ in range(8)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(seen), Config.made)  # expect: 1 1
