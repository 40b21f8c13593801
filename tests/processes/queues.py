# real time: processes are not simulated
import multiprocessing as mp
import queue
import time


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print("%s.%s" % (type(error).__module__, type(error).__name__), str(error).split(" <")[0])


def produce(items, count):
    for number in range(count):
        items.put((number, "item %d" % number))
    items.put(None)


def consume(items, done):
    while True:
        item = items.get()
        done.put(item * 2)
        items.task_done()


def echo(requests, answers):
    for request in iter(requests.get, "stop"):
        answers.put(request * 2)


if __name__ == "__main__":
    items = mp.Queue()
    process = mp.Process(target=produce, args=(items, 500))
    process.start()
    received = list(iter(items.get, None))
    process.join()
    print(len(received), received[:2], received[-1])

    tasks, done = mp.JoinableQueue(), mp.Queue()
    workers = [mp.Process(target=consume, args=(tasks, done), daemon=True) for _ in range(2)]
    for worker in workers:
        worker.start()
    for number in range(10):
        tasks.put(number)
    tasks.join()
    print(sorted(done.get() for _ in range(10)))
    attempt(tasks.task_done)

    requests, answers = mp.SimpleQueue(), mp.SimpleQueue()
    process = mp.Process(target=echo, args=(requests, answers))
    process.start()
    for request in (1, "a", [2]):
        requests.put(request)
        print(answers.get())
    requests.put("stop")
    process.join()
    print(requests.empty(), process.exitcode)

    small = mp.Queue(2)
    small.put(1)
    small.put(2)
    attempt(small.put_nowait, 3)
    attempt(small.put, 3, timeout=0.01)
    time.sleep(0.1)
    print(small.qsize(), small.empty(), small.full(), small.get(), small.get())
    attempt(small.get_nowait)
    attempt(small.get, timeout=0.01)
    small.close()
    small.join_thread()
    attempt(small.put, 1)
    attempt(small.get)
# expect: 500 [(0, 'item 0'), (1, 'item 1')] (499, 'item 499')
# expect: [0, 2, 4, 6, 8, 10, 12, 14, 16, 18]
# expect: builtins.ValueError task_done() called too many times
# expect: 2
# expect: aa
# expect: [2, 2]
# expect: True 0
# expect: queue.Full
# expect: queue.Full
# expect: 2 False True 1 2
# expect: _queue.Empty
# expect: _queue.Empty
# expect: builtins.ValueError Queue
# expect: builtins.ValueError Queue
