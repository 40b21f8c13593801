import threading


def work():
    print("ran in", threading.current_thread().name)  # expect: ran in MainThread
    return None


t = threading.Thread(target=work())
t.start()
t.join()
print(t.name)  # expect: Thread-1
