import threading


def worker():
    print(threading.current_thread() is t, threading.main_thread() is threading.current_thread())


t = threading.Thread(target=worker)
t.start()
t.join()
print(threading.current_thread() is threading.main_thread(), threading.main_thread().name, type(threading.main_thread()).__name__)

# expect: True False
# expect: True MainThread _MainThread
