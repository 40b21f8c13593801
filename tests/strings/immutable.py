s = "abc"
try:
    s[0] = "x"
except TypeError as error:
    print(error)  # expect: 'str' object does not support item assignment
try:
    s.attr = 1
except AttributeError as error:
    print(error)  # expect: 'str' object has no attribute 'attr' and no __dict__ for setting new attributes
t = s
s += "d"
print(t, s)  # expect: abc abcd
