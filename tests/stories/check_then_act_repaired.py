# The same shop with a lock around both steps.
import threading
import time

stock = 1
sold = []
lock = threading.Lock()


def buy(name):
    global stock
    with lock:
        if stock > 0:
            time.sleep(0.01)
            stock -= 1
            sold.append(name)


threads = [threading.Thread(target=buy, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(sold), stock)  # expect: 1 0
