a = []
for _ in range(100_000):
    a = [a]
try:
    repr(a)
except RecursionError as error:
    print("RecursionError")  # expect: RecursionError
b = []
for _ in range(100_000):
    b = [b]
try:
    a == b
except RecursionError:
    print("RecursionError")  # expect: RecursionError
