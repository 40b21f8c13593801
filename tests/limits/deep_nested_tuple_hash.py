t = ()
for _ in range(100_000):
    t = (t,)
try:
    hash(t)
    print("hashed")
except RecursionError:
    print("RecursionError")
# expect match: *
