import threading

b = threading.Barrier(2)


def wait():
    try:
        b.wait()
    except threading.BrokenBarrierError:
        print("broken by reset")  # expect: broken by reset


t = threading.Thread(target=wait)
t.start()
while b.n_waiting == 0:
    pass
b.reset()
t.join()
print(b.broken, b.n_waiting)  # expect: False 0
