# flags: --sim --switch-interval 50us
# real time: it is a simulation as it is
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


def add():
    for _ in range(50_000):
        box.v += 1


threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(0 < box.v < 200_000)
