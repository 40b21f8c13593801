import threading

c = threading.Condition()
for call in (c.wait, c.notify, c.notify_all, lambda: c.wait(1), c.release, lambda: c.wait_for(lambda: False, 0.1)):
    try:
        call()
    except RuntimeError as error:
        print(error)

# expect: cannot wait on un-acquired lock
# expect: cannot notify on un-acquired lock
# expect: cannot notify on un-acquired lock
# expect: cannot wait on un-acquired lock
# expect: cannot release un-acquired lock
# expect: cannot wait on un-acquired lock
