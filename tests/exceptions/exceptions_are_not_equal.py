print(ValueError("a") == ValueError("a"), ValueError("a").args == ValueError("a").args)  # expect: False True
e = ValueError("a")
print(e == e)  # expect: True
