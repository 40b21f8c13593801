import threading

go = threading.Event()
t = threading.Thread(target=go.wait)
t.start()
print(t.join(0.05), t.is_alive())  # expect: None True
print(t.join(timeout=0), t.is_alive())  # expect: None True
print(t.join(-1), t.is_alive())  # expect: None True
go.set()
t.join()
print(t.is_alive())  # expect: False
