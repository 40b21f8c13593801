from concurrent.futures import ThreadPoolExecutor


def power(a, b=2):
    return a ** b


with ThreadPoolExecutor(max_workers=2) as pool:
    f = pool.submit(power, 3)
    g = pool.submit(power, 2, b=10)
    print(f.result(), g.result(), f.done(), f.cancelled(), f.running(), f.exception())

# expect: 9 1024 True False False None
