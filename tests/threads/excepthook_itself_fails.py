import threading


def hook(args):
    raise RuntimeError("hook broke")


threading.excepthook = hook
t = threading.Thread(target=lambda: 1 / 0, name="W")
t.start()
t.join()
print("main goes on")

# expect: main goes on
# expect stderr: Exception in threading.excepthook:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "excepthook_itself_fails.py", line 5, in hook
# expect stderr:     raise RuntimeError("hook broke")
# expect stderr: RuntimeError: hook broke
