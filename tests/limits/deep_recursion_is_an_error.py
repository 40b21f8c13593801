def f(n):
    return f(n + 1)


for _ in range(3):
    try:
        f(0)
    except RecursionError as error:
        print(error)

# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded
