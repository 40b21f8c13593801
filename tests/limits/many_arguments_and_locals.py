def f(*args, **kwargs):
    return len(args), len(kwargs)


print(f(*range(5000), **{f"k{i}": i for i in range(3000)}))  # expect: (5000, 3000)
