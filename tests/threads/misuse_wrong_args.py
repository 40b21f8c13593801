import threading


def work(a, b):
    pass


t = threading.Thread(target=work, args=(1,))
t.start()
t.join()
print("main goes on")

# expect: main goes on
# expect stderr: Exception in thread Thread-1 (work):
# expect stderr: Traceback (most recent call last):
# expect stderr: TypeError: work() missing 1 required positional argument: 'b'
