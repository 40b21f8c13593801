import logging
import logging.handlers
import queue
import sys
import threading

q = queue.Queue()
listener = logging.handlers.QueueListener(q, logging.StreamHandler(sys.stdout))
listener.start()
log = logging.getLogger("work")
log.addHandler(logging.handlers.QueueHandler(q))
log.setLevel(logging.INFO)
t = threading.Thread(target=log.info, args=("from %s", "a thread"))
t.start()
t.join()
log.info("from main")
listener.stop()

# expect: from a thread
# expect: from main
