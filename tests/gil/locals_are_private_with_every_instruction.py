# flags: --every 1
# expect: [4950, 4950, 4950, 4950]
import threading

results = []


def work():
    total = 0
    for n in range(100):
        total += n
    results.append(total)


threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(results)
