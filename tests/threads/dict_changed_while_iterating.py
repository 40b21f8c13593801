import threading

d = {n: n for n in range(10)}
inside, changed = threading.Event(), threading.Event()


def change():
    inside.wait()
    d["new"] = 1
    changed.set()


t = threading.Thread(target=change)
t.start()
try:
    for k in d:
        inside.set()
        changed.wait()
except RuntimeError as error:
    print(error)  # expect: dictionary changed size during iteration
t.join()
