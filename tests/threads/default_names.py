import threading


def worker(): pass


class Sub(threading.Thread): pass


a = threading.Thread(target=worker)
b = threading.Thread(target=worker)
c = Sub()
d = threading.Thread(target=len)
e = threading.Thread(target=worker, name="mine")
f = threading.Thread(target=lambda: None)
g = threading.Thread()
h = threading.Timer(1, worker)
for t in (a, b, c, d, e, f, g, h):
    print(t.name)

# expect: Thread-1 (worker)
# expect: Thread-2 (worker)
# expect: Thread-3
# expect: Thread-4 (len)
# expect: mine
# expect: Thread-5 (<lambda>)
# expect: Thread-6
# expect: Thread-7
