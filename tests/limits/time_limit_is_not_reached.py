# flags: --time-limit 60s --memory-limit 2G --thread-limit 10
# exit: 3
import sys
import threading

thread = threading.Thread(target=print, args=("in a thread",))
thread.start()
thread.join()
# expect: in a thread
sys.exit(3)
