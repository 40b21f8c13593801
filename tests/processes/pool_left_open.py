# real time: processes are not simulated
# At the end of the program the workers are terminated, whatever they do.
import multiprocessing as mp
import time
from concurrent.futures import ProcessPoolExecutor


def square(number):
    return number * number


if __name__ == "__main__":
    pool = mp.Pool(2)
    print(pool.map(square, [1, 2, 3]))
    pool.apply_async(time.sleep, (100,))
    executor = ProcessPoolExecutor(1)
    future = executor.submit(square, 4)
    queue = mp.Queue()
    queue.put("never taken")
    print(future.result())
# expect: [1, 4, 9]
# expect: 16
