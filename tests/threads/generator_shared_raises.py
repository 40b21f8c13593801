import threading

inside = threading.Event()
go = threading.Event()


def numbers():
    inside.set()
    go.wait()
    yield 1


g = numbers()
t = threading.Thread(target=lambda: print("worker got", next(g)))
t.start()
inside.wait()
try:
    next(g)
except ValueError as error:
    print(error)
go.set()
t.join()

# expect: generator already executing
# expect: worker got 1
