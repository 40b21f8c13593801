# Two threads take strict turns by two events.
import threading

ping, pong = threading.Event(), threading.Event()
log = []


def player(word, mine, other):
    for _ in range(3):
        mine.wait()
        mine.clear()
        log.append(word)
        other.set()


a = threading.Thread(target=player, args=("ping", ping, pong))
b = threading.Thread(target=player, args=("pong", pong, ping))
a.start()
b.start()
ping.set()
a.join()
b.join()
print(log)  # expect: ['ping', 'pong', 'ping', 'pong', 'ping', 'pong']
