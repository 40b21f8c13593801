# command: compare --models py3.13,free-threaded --cpus 1,2 --width 80 {script}
# expect some: in sequence
# expect some: free-threaded
# expect some: The threads compute, and under a GIL only one of them does at a time: ×1.0
import threading
import gilscope

threads = [threading.Thread(target=gilscope.burn, args=(0.1,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
