# real time: processes are not simulated
import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor


def divide(number):
    return 1 / number


def show(error):
    cause = error.__cause__
    lines = [line for line in str(cause).splitlines() if "File" not in line or "divide" in line]
    print(type(error), error, type(cause).__name__, lines[:2], lines[-2:], "return 1 / number" in str(cause))


if __name__ == "__main__":
    with mp.Pool(1) as pool:
        for call in (lambda: pool.map(divide, [0]), lambda: pool.apply(divide, (0,)), lambda: next(pool.imap(divide, [0]))):
            try:
                call()
            except ZeroDivisionError as error:
                show(error)
    with ProcessPoolExecutor(1) as executor:
        error = executor.submit(divide, 0).exception()
        show(error)
# expect: <class 'ZeroDivisionError'> division by zero RemoteTraceback ['', '"""'] ['ZeroDivisionError: division by zero', '"""'] True
# expect: <class 'ZeroDivisionError'> division by zero RemoteTraceback ['', '"""'] ['ZeroDivisionError: division by zero', '"""'] True
# expect: <class 'ZeroDivisionError'> division by zero RemoteTraceback ['', '"""'] ['ZeroDivisionError: division by zero', '"""'] True
# expect: <class 'ZeroDivisionError'> division by zero _RemoteTraceback ['', '"""'] ['ZeroDivisionError: division by zero', '"""'] True
