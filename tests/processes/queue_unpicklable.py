# real time: processes are not simulated
import multiprocessing as mp
import time

queue = mp.Queue()
queue.put(lambda: 0)
time.sleep(0.1)
queue.put("next")
print(queue.get())
# expect: next
# expect stderr some: _pickle.PicklingError: Can't pickle <function <lambda> at 0x…>: attribute lookup <lambda> on __main__ failed
