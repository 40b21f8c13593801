import threading

b = threading.Barrier(2)


def wait():
    try:
        b.wait()
    except threading.BrokenBarrierError:
        print("aborted")  # expect: aborted


t = threading.Thread(target=wait)
t.start()
while b.n_waiting == 0:
    pass
b.abort()
t.join()
print(b.broken, issubclass(threading.BrokenBarrierError, RuntimeError))  # expect: True True
