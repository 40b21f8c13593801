import _thread

done = _thread.allocate_lock()
done.acquire()


def work(a, b, **kw):
    print("work", a, b, kw)  # expect: work 1 2 {'k': 3}
    done.release()


ident = _thread.start_new_thread(work, (1, 2), {"k": 3})
done.acquire()
print(isinstance(ident, int), isinstance(_thread.get_ident(), int))  # expect: True True
