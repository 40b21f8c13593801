"""Integers of hundreds of digits: digits of pi, a factorial, powers."""
# size: 2600, quick 150

import sys


def pi_digits(count):
    q, r, t, k, m, x, out = 1, 0, 1, 1, 3, 3, []
    while len(out) < count:
        if 4 * q + r - t < m * t:
            out.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return "".join(map(str, out))


def run(n):
    factorial = 1
    for i in range(1, n * 2):
        factorial *= i
    return pi_digits(n)[-10:], factorial % 1000000007, pow(3, 10 ** n, 10 ** 9 + 7), (1 << n * 40) % 997


print(run(int(sys.argv[1])))
