import threading


def outer(n):
    if n:
        t = threading.Thread(target=outer, args=(n - 1,), name=f"level {n - 1}")
        t.start()
        t.join()
    print(n, threading.current_thread().name)


outer(3)

# expect: 0 level 0
# expect: 1 level 1
# expect: 2 level 2
# expect: 3 MainThread
