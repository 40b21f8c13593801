from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor() as pool:
    f = pool.submit(int, "x")
    print(repr(f.exception()))  # expect: ValueError("invalid literal for int() with base 10: 'x'")
    try:
        f.result()
    except ValueError as error:
        print("raised:", error)  # expect: raised: invalid literal for int() with base 10: 'x'
    results = pool.map(lambda n: 10 // n, [1, 0, 2])
    print(next(results))  # expect: 10
    try:
        next(results)
    except ZeroDivisionError as error:
        print(error)  # expect: integer division or modulo by zero
