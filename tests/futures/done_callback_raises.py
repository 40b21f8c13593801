from concurrent.futures import Future


def bad(future):
    raise ValueError("in callback")


f = Future()
f.add_done_callback(bad)
f.add_done_callback(lambda future: print("the next one still runs"))
f.set_result(1)
# expect: the next one still runs
# expect stderr match: exception calling callback for <Future at 0x… state=finished returned int>
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "done_callback_raises.py", line 5, in bad
# expect stderr:     raise ValueError("in callback")
# expect stderr: ValueError: in callback
