import threading

go = threading.Event()
threads = [threading.Thread(target=go.wait) for _ in range(200)]
for t in threads:
    t.start()
print(threading.active_count())  # expect: 201
go.set()
for t in threads:
    t.join()
print(threading.active_count())  # expect: 1
