# command: run --sim {script}
# exit: 90
# expect stderr some: deadlock after
# expect stderr some: waits for lock `b`, held by Thread-2 (right) since line
# expect stderr some: in a circle: Thread-1 (left) waits for Thread-2 (right) waits for Thread-1 (left)
# expect stderr some: To repeat it: gilscope replay 'gs1 script=
import threading, time

a = threading.Lock()
b = threading.Lock()


def left():
    with a:
        time.sleep(0.1)
        with b:
            pass


def right():
    with b:
        time.sleep(0.1)
        with a:
            pass


threads = [threading.Thread(target=left), threading.Thread(target=right)]
for thread in threads:
    thread.start()
