# A Timer is a thread that waits before it calls: one that fires, one that is cancelled, one that repeats.
import threading
import time

start = time.perf_counter()


def ring(what):
    print(f"{time.perf_counter() - start:.1f} s  {what}")


class Repeating(threading.Timer):
    """Fires again and again until it is cancelled."""

    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)


egg = threading.Timer(0.3, ring, args=["the egg is done"])
cake = threading.Timer(0.5, ring, args=["the cake is done"])
clock = Repeating(0.2, ring, args=["tick"])
for timer in (egg, cake, clock):
    timer.start()
cake.cancel()
ring("the cake was cancelled")
egg.join()
time.sleep(0.35)
clock.cancel()
clock.join()
ring("silence")
