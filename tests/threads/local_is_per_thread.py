import threading

data = threading.local()
data.x = "main"


def worker(n):
    print(hasattr(data, "x"))
    data.x = n
    print(data.x, data.__dict__)


for n in range(2):
    t = threading.Thread(target=worker, args=(n,))
    t.start()
    t.join()
print(data.x)
try:
    data.y
except AttributeError as error:
    print(error)
del data.x
print(hasattr(data, "x"))

# expect: False
# expect: 0 {'x': 0}
# expect: False
# expect: 1 {'x': 1}
# expect: main
# expect: '_thread._local' object has no attribute 'y'
# expect: False
