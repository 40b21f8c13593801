import threading

go = threading.Event()
t = threading.Thread(target=go.wait)
print(t.is_alive(), t.ident, t.native_id)  # expect: False None None
t.start()
print(t.is_alive(), isinstance(t.ident, int), isinstance(t.native_id, int))  # expect: True True True
go.set()
t.join()
print(t.is_alive(), isinstance(t.ident, int))  # expect: False True
print(threading.get_ident() == threading.current_thread().ident == threading.main_thread().ident)  # expect: True
print(isinstance(threading.get_native_id(), int))  # expect: True
