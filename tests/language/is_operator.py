a = [1]
b = [1]
print(a is b, a is not b, a == b, a is a)  # expect: False True True True
print(None is None, True is True, None is not False)  # expect: True True True
x = y = object()
print(x is y)  # expect: True
