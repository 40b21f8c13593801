import threading

t = threading.Timer(30, print, args=["never"])
t.start()
t.cancel()
t.join()
print("cancelled", t.finished.is_set())  # expect: cancelled True
