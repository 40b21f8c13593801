import threading


class Box(threading.local):
    def __init__(self, n):
        self.n = n
        self.filler = [n] * 100


shared, wrong, turn = [], [], [threading.Semaphore(1), threading.Semaphore(0)]


def work(me):
    for i in range(300):
        turn[me].acquire()
        shared.append(Box(i))
        if len(shared) > 20:
            del shared[:10]
        for box in shared:
            box.mine = (me, box.n)
        junk = [Box(-1) for _ in range(20)]
        turn[1 - me].release()
        turn[me].acquire()
        for box in shared[-5:]:
            if getattr(box, "mine", (me, box.n)) != (me, box.n) or box.filler != [box.n] * 100:
                wrong.append((me, i, box.n))
        turn[1 - me].release()


threads = [threading.Thread(target=work, args=(n,)) for n in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(shared), wrong)

# expect: 20 []
