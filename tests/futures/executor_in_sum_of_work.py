from concurrent.futures import ThreadPoolExecutor


def total(part):
    return sum(part)


numbers = list(range(1000))
parts = [numbers[i::4] for i in range(4)]
with ThreadPoolExecutor(4) as pool:
    print(sum(pool.map(total, parts)))  # expect: 499500
