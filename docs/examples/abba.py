import threading, time
a, b = threading.Lock(), threading.Lock()
def left():
    with a:
        time.sleep(0.1)
        with b: pass
def right():
    with b:
        time.sleep(0.1)
        with a: pass
one, two = threading.Thread(target=left), threading.Thread(target=right)
one.start(), two.start(), one.join(), two.join()
