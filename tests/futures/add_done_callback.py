from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(1) as pool:
    f = pool.submit(pow, 2, 5)
    f.result()
    f.add_done_callback(lambda future: print("callback", future.result(), future is f))  # expect: callback 32 True
    f.add_done_callback(lambda future: print("second"))  # expect: second
