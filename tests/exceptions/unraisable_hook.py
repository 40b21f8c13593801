# Exceptions that nobody can catch go to sys.unraisablehook: of a thread's function, and of __del__.
import _thread
import sys
import time


def fail():
    1 / 0


def run_in_thread():
    _thread.start_new_thread(fail, ())
    time.sleep(0.1)


class Failing:
    def __del__(self):
        raise ValueError("del")


def hook(args):
    print(type(args), isinstance(args, tuple), len(args), args.exc_type.__name__, args.exc_value)
    print(args.err_msg and args.err_msg[:36], args.object and args.object.__qualname__, args.exc_traceback is not None)


sys.unraisablehook = hook
run_in_thread()
# expect: <class 'UnraisableHookArgs'> True 5 ZeroDivisionError division by zero
# expect: Exception ignored in thread started  None True
failing = Failing()
del failing
# expect: <class 'UnraisableHookArgs'> True 5 ValueError del
# expect: None Failing.__del__ True


def bad_hook(args):
    raise TypeError("bad hook")


sys.unraisablehook = bad_hook
run_in_thread()
sys.unraisablehook = None
run_in_thread()
# expect stderr match: Exception ignored in sys.unraisablehook: <function bad_hook at *>
# expect stderr: Traceback (most recent call last):
# expect stderr match:   File "*unraisable_hook.py", line 37, in bad_hook
# expect stderr:     raise TypeError("bad hook")
# expect stderr: TypeError: bad hook
# expect stderr match: Exception ignored in thread started by <function fail at *>:
# expect stderr: Traceback (most recent call last):
# expect stderr match:   File "*unraisable_hook.py", line 8, in fail
# expect stderr:     1 / 0
# expect stderr: ZeroDivisionError: division by zero
