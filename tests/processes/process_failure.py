# real time: processes are not simulated
import multiprocessing as mp
import sys


def fail():
    raise ValueError("it failed")


def text():
    sys.exit("the end")


if __name__ == "__main__":
    for target in (fail, text):
        process = mp.Process(target=target)
        process.start()
        process.join()
        print(process.exitcode)
# expect: 1
# expect: 1
# expect stderr some: Process Process-1:
# expect stderr some: raise ValueError("it failed")
# expect stderr some: ValueError: it failed
# expect stderr some: the end
