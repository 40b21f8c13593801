print(list(), list("abc"), list((1, 2)), list({"k": 1}), list(range(3)), list(n for n in (1, 2)))
a = [1]
b = list(a)
print(a == b, a is b)
try:
    list(5)
except TypeError as error:
    print(error)

# expect: [] ['a', 'b', 'c'] [1, 2] ['k'] [0, 1, 2] [1, 2]
# expect: True False
# expect: 'int' object is not iterable
