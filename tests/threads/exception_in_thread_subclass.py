import threading


class Miner(threading.Thread):
    def run(self):
        self.dig()

    def dig(self):
        raise RuntimeError("hit a rock")


m = Miner(name="Miner-1")
m.start()
m.join()

# expect stderr: Exception in thread Miner-1:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "exception_in_thread_subclass.py", line 6, in run
# expect stderr:     self.dig()
# expect stderr:     ~~~~~~~~^^
# expect stderr:   File "exception_in_thread_subclass.py", line 9, in dig
# expect stderr:     raise RuntimeError("hit a rock")
# expect stderr: RuntimeError: hit a rock
