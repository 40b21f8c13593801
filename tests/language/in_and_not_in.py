print(2 in [1, 2], 3 not in (1, 2), "b" in "abc", "ac" in "abc")
print("k" in {"k": 1}, 1 in {"k": 1}, 5 in range(0, 10, 5), b"b" in b"abc", "" in "")
try:
    1 in 5
except TypeError as error:
    print(error)
try:
    1 in "one"
except TypeError as error:
    print(error)

# expect: True True True False
# expect: True False True True True
# expect: argument of type 'int' is not iterable
# expect: 'in <string>' requires string as left operand, not int
