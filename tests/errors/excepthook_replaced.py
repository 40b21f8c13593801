import sys


def hook(kind, value, tb):
    print("hook saw", kind.__name__, value)


sys.excepthook = hook
raise ValueError("x")

# expect: hook saw ValueError x
# exit: 1
