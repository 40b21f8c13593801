inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf - inf, inf * 0, inf > 10 ** 400, nan == nan, nan != nan, nan < 1, inf == inf)
print(max(1, inf), 1e308 * 10, -1e308 * 10, 0.0 == -0.0, 1 / inf, min(nan, 1), min(1, nan))

# expect: inf -inf nan nan nan True False True False True
# expect: inf inf -inf True 0.0 nan 1
