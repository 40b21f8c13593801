from multiprocessing.dummy import Pool, Process

p = Process(target=print, args=("in a thread",))
p.start()
p.join()
print(p.exitcode)
with Pool(3) as pool:
    print(pool.map(len, ["a", "bb", "ccc"]), pool.starmap(pow, [(2, 3), (3, 2)]), list(pool.imap(abs, [-1, -2])))
    result = pool.apply_async(int, ("x",))
    try:
        result.get()
    except ValueError as error:
        print(error)

# expect: in a thread
# expect: 0
# expect: [1, 2, 3] [8, 9] [1, 2]
# expect: invalid literal for int() with base 10: 'x'
