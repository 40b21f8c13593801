import _thread
import time

done = _thread.allocate_lock()
done.acquire()


def work(a, b, **kw):
    print("work", a, b, kw)
    done.release()


print(isinstance(_thread.start_new_thread(work, (1, 2), {"k": 3}), int))
done.acquire()
print(isinstance(_thread.get_ident(), int))

# expect: True
# expect: work 1 2 {'k': 3}
# expect: True
