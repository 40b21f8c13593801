# flags: --every 1
# expect: True
import threading

errors = []
ready = []


def numbers():
    for n in range(500):
        yield n


g = numbers()


def drain():
    ready.append(1)
    while len(ready) < 2:
        pass
    while True:
        try:
            next(g)
        except StopIteration:
            return
        except ValueError as error:
            errors.append(str(error))


threads = [threading.Thread(target=drain) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(set(errors) == {"generator already executing"})
