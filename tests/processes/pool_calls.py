# real time: processes are not simulated
import multiprocessing as mp
import os
import time


def square(number):
    return number * number


def power(base, exponent):
    return base ** exponent


def fail(number):
    if number == 3:
        raise ValueError("no %d" % number)
    return number


def unpicklable(number):
    return lambda: number


def slow(number):
    time.sleep(number)
    return number


def begin(value):
    global begun
    begun = value


def tell(_):
    return begun, mp.current_process().daemon, mp.current_process().name.split("-")[0]


def pid(_):
    return os.getpid()


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print("%s: %s" % (type(error).__name__, error))


if __name__ == "__main__":
    with mp.Pool(3) as pool:
        print(pool.map(square, range(10)), pool.map(square, []), pool.apply(power, (2,), {"exponent": 5}))
        print(pool.starmap(power, [(2, 3), (3, 2)]), list(pool.imap(square, range(5))), sorted(pool.imap_unordered(square, range(5))))
        print(list(pool.imap(square, range(7), chunksize=3)), pool.map(square, range(7), 2))
        result = pool.apply_async(square, (9,))
        print(result.get(timeout=10), result.ready(), result.successful())
        called = []
        result = pool.map_async(square, [1, 2], callback=called.append)
        result.wait()
        print(result.get(), called)
        failures = []
        result = pool.apply_async(fail, (3,), error_callback=lambda error: failures.append(str(error)))
        attempt(result.get)
        print(result.successful(), failures)
        attempt(pool.map, fail, range(5))
        results = pool.imap(fail, [1, 3, 5])
        print(next(results))
        attempt(next, results)
        print(next(results))
        attempt(pool.apply, lambda: 0)
        attempt(pool.apply_async(slow, (5,)).get, 0.01)
        try:
            pool.apply(unpicklable, (1,))
        except mp.pool.MaybeEncodingError as error:
            print(type(error).__name__, "Reason" in str(error))
        print(str(pool).split(" object")[0])
    attempt(pool.map, square, [1])
    with mp.Pool(2, begin, ("value",)) as pool:
        print(pool.map(tell, range(2)))
        pool.close()
        attempt(pool.apply, square, 1)
        pool.join()
        print(pool)
    with mp.Pool(1, maxtasksperchild=2) as pool:
        pids = pool.map(pid, range(6), chunksize=1)
        print(len(set(pids)), pids[0] == pids[1], pids[1] != pids[2])
    attempt(mp.Pool, 0)
    attempt(mp.Pool, 1, 5)
    print(mp.active_children())
# expect: [0, 1, 4, 9, 16, 25, 36, 49, 64, 81] [] 32
# expect: [8, 9] [0, 1, 4, 9, 16] [0, 1, 4, 9, 16]
# expect: [0, 1, 4, 9, 16, 25, 36] [0, 1, 4, 9, 16, 25, 36]
# expect: 81 True True
# expect: [1, 4] [[1, 4]]
# expect: ValueError: no 3
# expect: False ['no 3']
# expect: ValueError: no 3
# expect: 1
# expect: ValueError: no 3
# expect: 5
# expect: PicklingError: Can't pickle <function <lambda> at 0x…>: attribute lookup <lambda> on __main__ failed
# expect: TimeoutError:
# expect: MaybeEncodingError True
# expect: <multiprocessing.pool.Pool state=RUN pool_size=3>
# expect: ValueError: Pool not running
# expect: [('value', True, 'ForkPoolWorker'), ('value', True, 'ForkPoolWorker')]
# expect: ValueError: Pool not running
# expect: <multiprocessing.pool.Pool state=CLOSE pool_size=2>
# expect: 3 True True
# expect: ValueError: Number of processes must be at least 1
# expect: TypeError: initializer must be a callable
# expect: []
