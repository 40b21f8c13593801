print(str.upper("abc"), list(map(str.strip, [" a ", "b "])), str.join("-", ["a", "b"]), str.format("{}", 1))
try:
    str.upper(5)
except TypeError as error:
    print(error)

# expect: ABC ['a', 'b'] a-b 1
# expect: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
