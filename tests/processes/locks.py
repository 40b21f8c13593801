# real time: processes are not simulated
import multiprocessing as mp
import pickle
import threading
import time


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print("%s: %s" % (type(error).__name__, error))


def add(counter, lock, times):
    for _ in range(times):
        with lock:
            counter.value += 1


def show(*objects):
    print(*objects)


def run(target, *args):
    process = mp.Process(target=target, args=args)
    process.start()
    process.join()


if __name__ == "__main__":
    for lock in (mp.Lock(), mp.RLock(), mp.Semaphore(1)):
        counter = mp.Value("i", lock=False)
        processes = [mp.Process(target=add, args=(counter, lock, 200)) for _ in range(3)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print(counter.value)
    lock, rlock, semaphore, bounded = mp.Lock(), mp.RLock(), mp.Semaphore(3), mp.BoundedSemaphore(2)
    show(lock, rlock, semaphore, bounded, mp.Condition(), mp.Condition(lock))
    attempt(lock.release)
    attempt(rlock.release)
    attempt(bounded.release)
    lock.acquire()
    rlock.acquire()
    rlock.acquire()
    show(lock, rlock)
    run(show, lock, rlock)
    thread = threading.Thread(target=show, args=(lock, rlock))
    thread.start()
    thread.join()
    attempt(lock.acquire, False)
    attempt(lock.acquire, True, 0.01)
    attempt(rlock.acquire)
    run(attempt, lock.acquire, False)
    run(lock.release)
    show(lock, semaphore.get_value())
    for _ in range(3):
        semaphore.acquire()
    attempt(semaphore.acquire, False)
    start = time.monotonic()
    attempt(semaphore.acquire, True, 0.05)
    print(time.monotonic() - start >= 0.05, semaphore)
    attempt(mp.Semaphore, -1)
    condition = mp.Condition()
    attempt(condition.wait)
    attempt(condition.notify)
    with condition:
        attempt(condition.wait, 0.01)
        show(condition)
    for shared in (lock, mp.Queue(), mp.Value("i"), mp.Event()):
        attempt(pickle.dumps, shared)
# expect: 600
# expect: 600
# expect: 600
# expect: <Lock(owner=None)> <RLock(None, 0)> <Semaphore(value=3)> <BoundedSemaphore(value=2, maxvalue=2)> <Condition(<RLock(None, 0)>, 0)> <Condition(<Lock(owner=None)>, 0)>
# expect: ValueError: semaphore or lock released too many times
# expect: AssertionError: attempt to release recursive lock not owned by thread
# expect: ValueError: semaphore or lock released too many times
# expect: <Lock(owner=MainProcess)> <RLock(MainProcess, 2)>
# expect: <Lock(owner=SomeOtherProcess)> <RLock(SomeOtherProcess, nonzero)>
# expect: <Lock(owner=SomeOtherThread)> <RLock(SomeOtherThread, nonzero)>
# expect: False
# expect: False
# expect: True
# expect: False
# expect: <Lock(owner=MainProcess)> 3
# expect: False
# expect: False
# expect: True <Semaphore(value=0)>
# expect: OSError: [Errno 22] Invalid argument
# expect: AssertionError: must acquire() condition before using wait()
# expect: AssertionError: lock is not owned
# expect: False
# expect: <Condition(<RLock(MainProcess, 1)>, 0)>
# expect: RuntimeError: Lock objects should only be shared between processes through inheritance
# expect: RuntimeError: Queue objects should only be shared between processes through inheritance
# expect: RuntimeError: Synchronized objects should only be shared between processes through inheritance
# expect: RuntimeError: Condition objects should only be shared between processes through inheritance
