import threading


def child():
    inner = threading.Thread(target=lambda: None)
    seen.append(inner.daemon)


seen = []
for daemon in (False, True, None):
    t = threading.Thread(target=child, daemon=daemon)
    print(t.daemon)
    t.start()
    t.join()
print(seen, threading.current_thread().daemon)
t = threading.Thread()
t.daemon = True
print(t.daemon)

# expect: False
# expect: True
# expect: False
# expect: [False, True, False] False
# expect: True
