import threading

ready = False


def setter():
    global ready
    ready = True


def waiter():
    n = 0
    while not ready:
        n += 1
    print("saw the flag")  # expect: saw the flag


w = threading.Thread(target=waiter)
w.start()
s = threading.Thread(target=setter)
s.start()
w.join()
s.join()
