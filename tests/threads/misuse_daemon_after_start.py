import threading

t = threading.Thread(target=lambda: None)
t.start()
try:
    t.daemon = True
except RuntimeError as error:
    print(error)  # expect: cannot set daemon status of active thread
t.join()
try:
    threading.current_thread().daemon = True
except RuntimeError as error:
    print(error)  # expect: cannot set daemon status of active thread
