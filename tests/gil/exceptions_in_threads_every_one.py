# flags: --every 1
# expect: [0, 1, 2, 3, 4, 5, 6, 7]
import threading

caught = []


def work(n):
    try:
        try:
            raise ValueError(n)
        finally:
            len("x")
    except ValueError as error:
        caught.append(error.args[0])


threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(caught))
