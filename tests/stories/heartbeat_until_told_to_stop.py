# Event.wait with a time limit is a sleep that can be ended early.
import threading

stop = threading.Event()
beats = 0


def heartbeat():
    global beats
    while not stop.wait(0.01):
        beats += 1


t = threading.Thread(target=heartbeat)
t.start()
while beats < 3:
    pass
stop.set()
t.join(5)
print(t.is_alive(), beats >= 3)  # expect: False True
