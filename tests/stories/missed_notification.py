# notify() with nobody waiting is lost: who comes later waits in vain. The cure is to look at the state first.
import threading

c = threading.Condition()
ready = False
with c:
    ready = True
    c.notify()


def late(look_first):
    with c:
        if look_first:
            print("looks first:", c.wait_for(lambda: ready, timeout=0.05))
        else:
            print("just waits:", c.wait(timeout=0.05))


for look_first in (False, True):
    t = threading.Thread(target=late, args=(look_first,))
    t.start()
    t.join()

# expect: just waits: False
# expect: looks first: True
