import threading

lock = threading.Lock()
with lock:
    print("second acquire:", lock.acquire(timeout=0.05))  # expect: second acquire: False
