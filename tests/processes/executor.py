# real time: processes are not simulated
import concurrent.futures
import multiprocessing as mp
import os
import threading
import time
from concurrent.futures import ProcessPoolExecutor, as_completed, wait


def square(number):
    return number * number


def fail(text):
    raise KeyError(text)


def sleep(seconds):
    time.sleep(seconds)
    return seconds


def begin(value):
    global begun
    begun = value


def tell():
    return begun, mp.current_process().name.startswith("ForkProcess")


def refuse():
    raise ValueError("in the initializer")


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print("%s.%s: %s" % (type(error).__module__, type(error).__name__, error))


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        future = executor.submit(square, 7)
        print(future.result(), future.done(), list(executor.map(square, range(6))), list(executor.map(square, range(7), chunksize=3)))
        print(list(executor.map(pow, [2, 3], [3, 2])))
        futures = [executor.submit(square, number) for number in range(4)]
        print(sorted(future.result() for future in as_completed(futures)), len(wait(futures).done))
        attempt(executor.submit(fail, "key").result)
        attempt(executor.submit(lambda: 0).result)
        attempt(executor.submit(threading.Lock).result)
        attempt(executor.submit(sleep, 0.3).result, timeout=0.01)
        attempt(executor.map, square, [1], chunksize=0)
        print(isinstance(executor, concurrent.futures.Executor))
    attempt(executor.submit, square, 1)
    with ProcessPoolExecutor(1, initializer=begin, initargs=(5,)) as executor:
        print(executor.submit(tell).result())
    executor = ProcessPoolExecutor(1)
    attempt(executor.submit(os._exit, 3).result)
    attempt(executor.submit, square, 2)
    executor.shutdown()
    executor = ProcessPoolExecutor(1)
    futures = [executor.submit(sleep, 0.05) for _ in range(6)]
    executor.shutdown(wait=True, cancel_futures=True)
    print(futures[0].result(), futures[-1].cancelled())
    attempt(ProcessPoolExecutor, 0)
    attempt(ProcessPoolExecutor, 1, initializer=5)
    attempt(ProcessPoolExecutor, 1, max_tasks_per_child=0)
    print(mp.active_children())
# expect: 49 True [0, 1, 4, 9, 16, 25] [0, 1, 4, 9, 16, 25, 36]
# expect: [8, 9]
# expect: [0, 1, 4, 9] 4
# expect: builtins.KeyError: 'key'
# expect: _pickle.PicklingError: Can't pickle <function <lambda> at 0x…>: attribute lookup <lambda> on __main__ failed
# expect: builtins.TypeError: cannot pickle '_thread.lock' object
# expect: builtins.TimeoutError:
# expect: builtins.ValueError: chunksize must be >= 1.
# expect: True
# expect: builtins.RuntimeError: cannot schedule new futures after shutdown
# expect: (5, True)
# expect: concurrent.futures.process.BrokenProcessPool: A process in the process pool was terminated abruptly while the future was running or pending.
# expect: concurrent.futures.process.BrokenProcessPool: A child process terminated abruptly, the process pool is not usable anymore
# expect: 0.05 True
# expect: builtins.ValueError: max_workers must be greater than 0
# expect: builtins.TypeError: initializer must be a callable
# expect: builtins.ValueError: max_tasks_per_child must be >= 1
# expect: []
