import threading

t = threading.Timer(0.02, print, args=["fired"], kwargs={"end": "!\n"})
print(t.interval, t.finished.is_set())
t.start()
t.join()
print(t.finished.is_set(), t.is_alive())

# expect: 0.02 False
# expect: fired!
# expect: True False
