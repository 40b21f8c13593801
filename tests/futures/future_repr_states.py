import threading
from concurrent.futures import ThreadPoolExecutor

go = threading.Event()
with ThreadPoolExecutor(1) as pool:
    a = pool.submit(go.wait)
    b = pool.submit(int)
    while not a.running():
        pass
    print(a, b)  # expect: <Future at 0x… state=running> <Future at 0x… state=pending>
    b.cancel()
    go.set()
    a.result()
    print(a, b)  # expect: <Future at 0x… state=finished returned bool> <Future at 0x… state=cancelled>
    c = pool.submit(int, "x")
    c.exception()
    print(c)  # expect: <Future at 0x… state=finished raised ValueError>
