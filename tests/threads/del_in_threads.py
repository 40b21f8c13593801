# What a thread holds goes when its function returns, and its arguments with it.
import threading


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def work(thing):
    local = Thing("local")
    print("working with", thing.name)


thread = threading.Thread(target=work, args=(Thing("argument"),))
thread.start()
thread.join()
print("joined")
# expect: working with argument
# expect: del local
# expect: del argument
# expect: joined

shared = [Thing("shared")]


def take():
    shared.pop()
    print("taken")


threads = [threading.Thread(target=take)]
threads[0].start()
threads[0].join()
# expect: del shared
# expect: taken
