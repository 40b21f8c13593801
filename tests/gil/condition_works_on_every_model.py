# flags: --model py3.9
# expect: ['ping', 'pong', 'ping', 'pong']
import threading

c = threading.Condition()
turn = "ping"
log = []


def play(me, other):
    global turn
    for _ in range(2):
        with c:
            c.wait_for(lambda: turn == me)
            log.append(me)
            turn = other
            c.notify()


threads = [threading.Thread(target=play, args=a) for a in (("ping", "pong"), ("pong", "ping"))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(log)
