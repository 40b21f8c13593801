"""Threads started and joined one after the other."""
# size: 200

import sys
import threading

done = []
for i in range(int(sys.argv[1])):
    thread = threading.Thread(target=done.append, args=(i,))
    thread.start()
    thread.join()
print(len(done))
