import threading


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)


threading.excepthook = hook


def worker():
    raise ValueError("seen by the hook")


t = threading.Thread(target=worker, name="W")
t.start()
t.join()

# expect: ValueError seen by the hook W True
