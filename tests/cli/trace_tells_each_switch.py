# command: trace --sim {script}
# expect some: hello
# expect some: GIL model py3.13, switch
# expect some: the program begins
# expect some: MainThread → sleeper
# expect some: waits for sleeper to start
# expect some: sleep:15  time.sleep(0.01)
# expect some: waits for sleeper to end
# expect some: free for
import threading
import time


def sleep():
    time.sleep(0.01)


print("hello")
sleeper = threading.Thread(target=sleep, name="sleeper")
sleeper.start()
sleeper.join()
