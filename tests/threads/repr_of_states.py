import threading

go = threading.Event()
t = threading.Thread(target=go.wait, name="T")
d = threading.Thread(target=go.wait, name="D", daemon=True)
print(t, d)  # expect: <Thread(T, initial)> <Thread(D, initial daemon)>
t.start()
d.start()
print(t, d)  # expect: <Thread(T, started …)> <Thread(D, started daemon …)>
go.set()
t.join()
d.join()
print(t, d)  # expect: <Thread(T, stopped …)> <Thread(D, stopped daemon …)>
print(threading.current_thread())  # expect: <_MainThread(MainThread, started …)>
