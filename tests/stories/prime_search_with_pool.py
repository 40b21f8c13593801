# CPU-bound work in a pool: right, though not faster.
from concurrent.futures import ThreadPoolExecutor


def is_prime(n):
    return n > 1 and all(n % d for d in range(2, int(n ** 0.5) + 1))


with ThreadPoolExecutor(4) as pool:
    flags = list(pool.map(is_prime, range(200)))
primes = [n for n, flag in enumerate(flags) if flag]
print(len(primes), primes[:10], primes[-1])  # expect: 46 [2, 3, 5, 7, 11, 13, 17, 19, 23, 29] 199
