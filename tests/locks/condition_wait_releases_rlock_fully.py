import threading

c = threading.Condition()
seen = []


def other():
    with c:
        seen.append("other got in")
        c.notify()


with c:
    with c:
        t = threading.Thread(target=other)
        t.start()
        c.wait()
        seen.append("back")
t.join()
print(seen)  # expect: ['other got in', 'back']
