# command: trace --sim --columns --ascii --width 100 {script}
# expect some: # holds the GIL  . waits for the GIL  | blocked, asleep or in I/O
# expect some: MainThread
# expect some: prints "inside"
# expect some: acquires door
import threading

door = threading.Lock()
with door:
    print("inside")
