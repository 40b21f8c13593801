import threading


def work(a, b, *rest, key="none", **more):
    print(a, b, rest, key, more)


for t in (
    threading.Thread(target=work, args=(1, 2)),
    threading.Thread(target=work, args=[1, 2, 3], kwargs={"key": "k"}),
    threading.Thread(None, work, "named", (1, 2), {"x": 9}),
    threading.Thread(target=print, args=("built-in", "target"), kwargs={"sep": "-"}),
):
    t.start()
    t.join()

# expect: 1 2 () none {}
# expect: 1 2 (3,) k {}
# expect: 1 2 () none {'x': 9}
# expect: built-in-target
