# real time: processes are not simulated
import os
import signal
import time


def end(action):
    child = os.fork()
    if child == 0:
        action()
    time.sleep(0.05)
    print(os.waitpid(child, os.WNOHANG))
    os.kill(child, signal.SIGTERM)
    status = os.waitpid(child, 0)[1]
    print(os.WIFSIGNALED(status), os.WTERMSIG(status), os.waitstatus_to_exitcode(status))
    return child


def busy():
    while True:
        pass


end(lambda: time.sleep(100))
# expect: (0, 0)
# expect: True 15 -15
child = end(busy)
# expect: (0, 0)
# expect: True 15 -15
try:
    os.kill(child, 0)
except ProcessLookupError as error:
    print(error)
    # expect: [Errno 3] No such process
