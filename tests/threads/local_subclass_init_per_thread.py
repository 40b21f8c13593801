import threading


class State(threading.local):
    kind = "shared class attribute"

    def __init__(self, start):
        print("init in", threading.current_thread().name)
        self.count = start


state = State(10)
state.count += 1


def worker():
    print(state.count, state.kind)
    state.count += 100
    print(state.count)


t = threading.Thread(target=worker, name="W")
t.start()
t.join()
print(state.count)

# expect: init in MainThread
# expect: init in W
# expect: 10 shared class attribute
# expect: 110
# expect: 11
