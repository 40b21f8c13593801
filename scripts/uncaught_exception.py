# An exception ends its own thread only: the others go on, and threading.excepthook can report it your way.
import threading


def divide(a, b):
    return a / b


def report(args):
    print(f"{args.thread.name} died of {args.exc_type.__name__}: {args.exc_value}")


def run(name, a, b):
    thread = threading.Thread(target=lambda: print(f"{name}: {divide(a, b)}"), name=name)
    thread.start()
    thread.join()


threading.excepthook = report
run("first", 6, 3)
run("second", 1, 0)
run("third", 9, 2)
print("and the main thread never noticed")
