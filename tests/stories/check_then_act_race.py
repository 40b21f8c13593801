# "Is there still one left?" and "take it" are two steps: with a pause between them everybody takes the last one.
import threading
import time

stock = 1
sold = []


def buy(name):
    global stock
    if stock > 0:
        time.sleep(0.05)
        stock -= 1
        sold.append(name)


threads = [threading.Thread(target=buy, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(sold), stock)  # expect: 3 -2
