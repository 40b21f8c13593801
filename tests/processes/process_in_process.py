# real time: processes are not simulated
import multiprocessing as mp
import threading


def leaf(results, number):
    results.put((mp.current_process().name, number))


def branch(results, number):
    children = [mp.Process(target=leaf, args=(results, 10 * number + i)) for i in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()


def daemon(results):
    try:
        mp.Process(target=leaf, args=(results, 0)).start()
    except AssertionError as error:
        results.put(str(error))


if __name__ == "__main__":
    results = mp.SimpleQueue()
    branches = [mp.Process(target=branch, args=(results, number)) for number in (1, 2)]
    for process in branches:
        process.start()
    for process in branches:
        process.join()
    print(sorted(results.get() for _ in range(4)))
    process = mp.Process(target=daemon, args=(results,), daemon=True)
    process.start()
    print(results.get())
    process.join()
    # Threads that start processes, at the same time.
    threads = [threading.Thread(target=branch, args=(results, number)) for number in (3, 4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(sorted(results.get()[1] for _ in range(4)), results.empty())
# expect: [('Process-1:1', 10), ('Process-1:2', 11), ('Process-2:1', 20), ('Process-2:2', 21)]
# expect: daemonic processes are not allowed to have children
# expect: [30, 31, 40, 41] True
