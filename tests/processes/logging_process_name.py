# real time: processes are not simulated
import logging
import multiprocessing as mp
import sys


def work(number):
    logging.info("number %d", number)


if __name__ == "__main__":
    logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(processName)s %(threadName)s %(levelname)s %(message)s")
    logging.info("begin")
    for number in range(2):
        process = mp.Process(target=work, args=(number,), name="worker %d" % number)
        process.start()
        process.join()
    logging.info("end")
# expect: MainProcess MainThread INFO begin
# expect: worker 0 MainThread INFO number 0
# expect: worker 1 MainThread INFO number 1
# expect: MainProcess MainThread INFO end
