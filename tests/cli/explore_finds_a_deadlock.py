# command: explore --runs 200 --policy random:1 {script}
# expect stderr some: executions in
# expect some: deadlock
# expect some: exits
# expect some: done
import threading

a, b = threading.Lock(), threading.Lock()
gate = threading.Barrier(2)


def work(one, other):
    gate.wait()
    one.acquire()
    other.acquire()
    other.release()
    one.release()


threads = [threading.Thread(target=work, args=pair) for pair in ((a, b), (b, a))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('done')
