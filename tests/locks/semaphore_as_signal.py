import threading

ready = threading.Semaphore(0)
out = []


def first():
    out.append("first")
    ready.release()


def second():
    ready.acquire()
    out.append("second")


b = threading.Thread(target=second)
a = threading.Thread(target=first)
b.start()
a.start()
a.join()
b.join()
print(out)  # expect: ['first', 'second']
