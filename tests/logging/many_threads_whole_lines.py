import logging
import sys
import threading

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(threadName)s %(message)s")


def work():
    for n in range(2):
        logging.info("line %d", n)


threads = [threading.Thread(target=work, name=f"T{n}") for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()

# expect sorted: T0 line 0
# expect sorted: T0 line 1
# expect sorted: T1 line 0
# expect sorted: T1 line 1
# expect sorted: T2 line 0
# expect sorted: T2 line 1
