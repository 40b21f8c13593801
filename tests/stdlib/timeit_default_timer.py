from timeit import default_timer

a = default_timer()
print(isinstance(a, float), default_timer() >= a)  # expect: True True
