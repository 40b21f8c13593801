# command: demo --show lock
# expect some: # A Lock makes
# expect some: with lock:
