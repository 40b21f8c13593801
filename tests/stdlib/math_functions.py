import math

print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(16), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.fabs(-2), math.factorial(10), math.gcd(12, 18), math.lcm(4, 6))
print(math.pow(2, 3), math.exp(0), math.log(math.e), math.log(8, 2), math.log2(8), math.log10(1000), math.isqrt(17), math.hypot(3, 4))
print(math.sin(0), math.cos(0), math.degrees(math.pi), math.radians(180) == math.pi, math.atan2(1, 1) == math.pi / 4, math.copysign(1, -0.0))
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(math.inf), math.isfinite(1), math.fsum([0.1] * 10), math.prod([1, 2, 3, 4]))
print(math.comb(5, 2), math.perm(5, 2), math.modf(1.5), math.frexp(8), math.ldexp(0.5, 4), math.fmod(-7, 3), math.floor(10 ** 20), math.dist((0, 0), (3, 4)))

# expect: 3.141592653589793 2.718281828459045 6.283185307179586 inf nan
# expect: 4.0 -2 2 -1 2.0 3628800 6 12
# expect: 8.0 1.0 1.0 3.0 3.0 3.0 4 5.0
# expect: 0.0 1.0 180.0 True True -1.0
# expect: True True True True 1.0 24
# expect: 10 20 (0.5, 1.0) (0.5, 4) 8.0 -1.0 100000000000000000000 5.0
