# flags: --stats=json --switch-interval 1ms
# expect: True
# expect stderr match: *forced*
import threading


def work():
    n = 0
    while n < 3_000_000:
        n += 1


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(True)
