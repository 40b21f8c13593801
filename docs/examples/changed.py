import threading

count = 0
together = threading.Barrier(2)

def work():
    global count
    together.wait()
    for _ in range(4):
        count = int(count) + 1

threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('count is', count)
