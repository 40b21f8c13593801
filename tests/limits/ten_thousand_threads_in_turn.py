# timeout: 60
import threading

count = 0


def work():
    global count
    count += 1


for _ in range(10_000):
    t = threading.Thread(target=work)
    t.start()
    t.join()
print(count)  # expect: 10000
