import threading
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, wait

go = threading.Event()
with ThreadPoolExecutor(3) as pool:
    a = pool.submit(go.wait)
    b = pool.submit(int, "7")
    done, not_done = wait([a, b], return_when=FIRST_COMPLETED)
    print(done == {b}, not_done == {a})  # expect: True True
    c = pool.submit(int, "x")
    done, not_done = wait([a, c], return_when=FIRST_EXCEPTION)
    print(done == {c}, not_done == {a})  # expect: True True
    done, not_done = wait([a], timeout=0.02)
    print(len(done), len(not_done))  # expect: 0 1
    go.set()
    result = wait([a, b, c], return_when=ALL_COMPLETED)
    print(len(result.done), result.not_done)  # expect: 3 set()
