import threading

t = threading.Thread(target=lambda: print(threading.current_thread().name), name=5)
print(repr(t.name))
t.name = "renamed"
t.start()
t.join()
threading.current_thread().name = "boss"
print(threading.main_thread().name)

# expect: '5'
# expect: renamed
# expect: boss
