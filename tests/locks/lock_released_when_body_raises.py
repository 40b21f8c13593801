import threading

lock = threading.Lock()
try:
    with lock:
        raise ValueError("inside")
except ValueError as error:
    print(error, lock.locked())  # expect: inside False
