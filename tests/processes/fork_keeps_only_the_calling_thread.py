# real time: processes are not simulated
import os
import threading
import time
import warnings

warnings.simplefilter("ignore")
end = threading.Event()
other = threading.Thread(target=end.wait)
other.start()


def fork():
    child = os.fork()
    if child == 0:
        print(threading.active_count(), other.is_alive(), threading.main_thread() is threading.current_thread(), flush=True)
        other.join()
        own = threading.Thread(target=print, args=("a thread of the child",))
        own.start()
        own.join()
        print(end="", flush=True)
        os._exit(0)
    print(os.waitpid(child, 0)[1], flush=True)


fork()
# expect: 1 False True
# expect: a thread of the child
# expect: 0
forker = threading.Thread(target=fork)
forker.start()
forker.join()
# expect: 1 False True
# expect: a thread of the child
# expect: 0
print(threading.active_count(), other.is_alive())
# expect: 2 True
end.set()
other.join()
