# flags: --switch-interval 50us
# expect: True
import threading


class Box:
    _v = 0

    @property
    def v(self):
        return self._v

    @v.setter
    def v(self, value):
        self._v = value


box = Box()
together = threading.Barrier(4)


def add():
    # Without it a busy machine may run the threads one after the other.
    together.wait()
    for _ in range(200_000):
        box.v += 1


threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(0 < box.v < 800_000)
