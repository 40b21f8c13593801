# real time: processes are not simulated
import multiprocessing as mp
import time
from multiprocessing.managers import BaseManager, SyncManager


def work(squares, done, number, lock):
    squares[number] = number * number
    done.append(number)
    with lock:
        squares["count"] = squares.get("count", 0) + 1


def twice(lock):
    lock.acquire()
    lock.acquire()
    lock.release()
    lock.release()


def await_event(event, queue):
    event.wait()
    queue.put("event seen")


class Counter:
    def __init__(self, start=0):
        self.number = start

    def increment(self):
        self.number += 1
        return self.number

    def fail(self):
        raise ValueError("it failed")


class MyManager(BaseManager):
    pass


MyManager.register("Counter", Counter)


def count(counter):
    for _ in range(10):
        counter.increment()


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print("%s: %s" % (type(error).__name__, error))


def run_all(target, arguments):
    processes = [mp.Process(target=target, args=args) for args in arguments]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


if __name__ == "__main__":
    with mp.Manager() as manager:
        squares, done, lock = manager.dict(), manager.list([5]), manager.Lock()
        print(run_all(work, [(squares, done, number, lock) for number in range(3)]))
        print(sorted(squares.items(), key=str), sorted(done), len(squares), squares["count"], 1 in squares, type(done), done[0])
        print(repr(squares).split(" at ")[0], str(manager.list([1, "a"])), manager.list([1, 2, 3])[1:], manager.list([1]) + [2])
        attempt(lambda: squares["missing"])
        attempt(lambda: done[99])
        attempt(lambda: squares.missing)
        namespace = manager.Namespace(x=1)
        namespace.y = "a"
        print(namespace, namespace.x, namespace.y)
        attempt(lambda: namespace.z)
        del namespace.x
        print(namespace)
        value, array = manager.Value("i", 3), manager.Array("i", [1, 2])
        value.value += 1
        array[0] = 9
        print(value, value.value, value.get(), array, array[0], len(array), list(array))
        queue, event = manager.Queue(), manager.Event()
        process = mp.Process(target=await_event, args=(event, queue))
        process.start()
        time.sleep(0.05)
        print(queue.empty(), event.is_set())
        event.set()
        print(queue.get(), queue.qsize())
        process.join()
        attempt(queue.get_nowait)
        attempt(queue.get, timeout=0.01)
        print(run_all(twice, [(manager.RLock(),)]))
        attempt(lock.release)
        condition = manager.Condition()
        with condition:
            print(condition.wait(0.01))
            condition.notify_all()
        semaphore, barrier = manager.Semaphore(2), manager.Barrier(1)
        print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False), barrier.wait(), barrier.parties, barrier.broken)
        squares["list"] = [1]
        squares["list"].append(2)
        squares["shared"] = manager.list([1])
        squares["shared"].append(2)
        print(squares["list"], squares["shared"])
        items = manager.list([3, 1, 2])
        items += [0]
        items.sort()
        items[1] = 7
        print(items, items.pop(), items.index(7), [item for item in items], sorted(manager.dict(a=1, b=2)))
        with mp.Pool(2) as pool:
            pool.starmap(work, [(squares, done, number, lock) for number in range(10, 14)])
        print(sorted(done), squares["count"])
    attempt(lambda: squares["count"])
    with MyManager() as manager:
        counter = manager.Counter(5)
        print(counter.increment(), run_all(count, [(counter,)] * 3), counter.increment())
        attempt(lambda: counter.number)
        attempt(counter.fail)
        print(repr(counter).split(" at ")[0], str(counter).split(" at ")[0])
    manager = MyManager()
    attempt(manager.Counter)
    manager.start()
    attempt(manager.start)
    manager.shutdown()
    manager = SyncManager()
    manager.start()
    print(manager.dict(a=1), [process.name for process in mp.active_children()])
    manager.shutdown()
    print(mp.active_children())
# expect: [0, 0, 0]
# expect: [('count', 3), (0, 0), (1, 1), (2, 4)] [0, 1, 2, 5] 4 3 True <class 'multiprocessing.managers.ListProxy'> 5
# expect: <DictProxy object, typeid 'dict' [1, 'a'] [2, 3] [1, 2]
# expect: KeyError: 'missing'
# expect: IndexError: list index out of range
# expect: AttributeError: 'DictProxy' object has no attribute 'missing'
# expect: Namespace(x=1, y='a') 1 a
# expect: AttributeError: 'Namespace' object has no attribute 'z'
# expect: Namespace(y='a')
# expect: Value('i', 4) 4 4 array('i', [9, 2]) 9 2 [9, 2]
# expect: True False
# expect: event seen 0
# expect: Empty:
# expect: Empty:
# expect: [0]
# expect: RuntimeError: release unlocked lock
# expect: False
# expect: True True False 0 1 False
# expect: [1] [1, 2]
# expect: [0, 7, 2] 3 1 [0, 7, 2] ['a', 'b']
# expect: [0, 1, 2, 5, 10, 11, 12, 13] 7
# expect: BrokenPipeError: [Errno 32] Broken pipe
# expect: 6 [0, 0, 0] 37
# expect: AttributeError: 'AutoProxy[Counter]' object has no attribute 'number'
# expect: ValueError: it failed
# expect: <AutoProxy[Counter] object, typeid 'Counter' <__main__.Counter object
# expect: AssertionError: server not yet started
# expect: ProcessError: Already started server
# expect: {'a': 1} ['SyncManager-14']
# expect: []
