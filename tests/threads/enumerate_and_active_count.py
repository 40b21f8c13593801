import threading

go = threading.Event()
threads = [threading.Thread(target=go.wait, name=f"T{n}") for n in range(3)]
print(threading.active_count())
for t in threads:
    t.start()
print(threading.active_count(), sorted(t.name for t in threading.enumerate()))
go.set()
for t in threads:
    t.join()
print(threading.active_count(), [t.name for t in threading.enumerate()])

# expect: 1
# expect: 4 ['MainThread', 'T0', 'T1', 'T2']
# expect: 1 ['MainThread']
