# real time: processes are not simulated
import multiprocessing as mp

counter = 0
items = []


def work(queue):
    global counter
    for _ in range(1000):
        counter += 1
    items.append(counter)
    queue.put((counter, items))


if __name__ == "__main__":
    queue = mp.Queue()
    processes = [mp.Process(target=work, args=(queue,)) for _ in range(3)]
    for process in processes:
        process.start()
    for _ in processes:
        print(queue.get())
    for process in processes:
        process.join()
    print(counter, items)
# expect: (1000, [1000])
# expect: (1000, [1000])
# expect: (1000, [1000])
# expect: 0 []
