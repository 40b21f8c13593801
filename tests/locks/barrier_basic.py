import threading

b = threading.Barrier(3)
print(b.parties, b.n_waiting, b.broken)  # expect: 3 0 False
indexes = []


def party():
    indexes.append(b.wait())


threads = [threading.Thread(target=party) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(indexes), b.n_waiting, b)  # expect: [0, 1, 2] 0 <threading.Barrier at 0x…: waiters=0/3>
