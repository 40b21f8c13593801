from multiprocessing.pool import ThreadPool

with ThreadPool(2) as pool:
    print(pool.map(abs, [-1, -2]), pool.apply(pow, (2, 3)), pool.starmap(pow, [(2, 2), (3, 2)]), list(pool.imap(str, [1, 2])))
    print(pool.apply_async(max, ([3, 9],)).get(timeout=5))

# expect: [1, 2] 8 [4, 9] ['1', '2']
# expect: 9
