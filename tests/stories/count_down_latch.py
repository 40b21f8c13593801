# A latch by hand: main waits until three workers have reported.
import threading


class Latch:
    def __init__(self, n):
        self.n = n
        self.zero = threading.Condition()

    def count_down(self):
        with self.zero:
            self.n -= 1
            if self.n == 0:
                self.zero.notify_all()

    def wait(self):
        with self.zero:
            self.zero.wait_for(lambda: self.n == 0)


latch = Latch(3)
done = []


def work(n):
    done.append(n)
    latch.count_down()


for n in range(3):
    threading.Thread(target=work, args=(n,)).start()
latch.wait()
print(sorted(done))  # expect: [0, 1, 2]
