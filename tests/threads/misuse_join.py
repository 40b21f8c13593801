import threading

t = threading.Thread(target=lambda: None)
try:
    t.join()
except RuntimeError as error:
    print(error)  # expect: cannot join thread before it is started
try:
    threading.current_thread().join()
except RuntimeError as error:
    print(error)  # expect: cannot join current thread


def join_self():
    try:
        threading.current_thread().join()
    except RuntimeError as error:
        print("worker:", error)  # expect: worker: cannot join current thread


t = threading.Thread(target=join_self)
t.start()
t.join()
