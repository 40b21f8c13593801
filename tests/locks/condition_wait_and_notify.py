import threading

condition = threading.Condition()
items = []


def consumer():
    with condition:
        while not items:
            condition.wait()
        print("got", items.pop())  # expect: got bread


t = threading.Thread(target=consumer)
t.start()
with condition:
    items.append("bread")
    condition.notify()
t.join()
