# flags: --every 1
import threading


class Counter(threading.local):
    def __init__(self, start):
        self.value = start
        self.log = []

    def add(self, n):
        self.value += n
        self.log.append(self.value)


counter, plain, results = Counter(100), threading.local(), {}


def work(me):
    plain.name = me
    for i in range(50):
        counter.add(me)
        assert plain.name == me
        plain.__dict__["step"] = i
    results[me] = (counter.value, len(counter.log), plain.step, sorted(dir(plain))[-2:])


threads = [threading.Thread(target=work, args=(n,)) for n in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
for me in sorted(results):
    print(me, results[me])
print(counter.value, counter.log, vars(plain))

# expect: 0 (100, 50, 49, ['name', 'step'])
# expect: 1 (150, 50, 49, ['name', 'step'])
# expect: 2 (200, 50, 49, ['name', 'step'])
# expect: 3 (250, 50, 49, ['name', 'step'])
# expect: 4 (300, 50, 49, ['name', 'step'])
# expect: 100 [] {}
