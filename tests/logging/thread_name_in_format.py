import logging
import sys
import threading

logging.basicConfig(level=logging.DEBUG, format="[%(levelname)s] (%(threadName)-10s) %(message)s", stream=sys.stdout)


def worker():
    logging.debug("Starting")  # expect: [DEBUG] (worker-1  ) Starting
    logging.debug("Exiting")  # expect: [DEBUG] (worker-1  ) Exiting


t = threading.Thread(target=worker, name="worker-1")
t.start()
t.join()
logging.info("main done")  # expect: [INFO] (MainThread) main done
