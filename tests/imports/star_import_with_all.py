from _with_all import *

print(one, _two)  # expect: 1 2
try:
    three
except NameError as error:
    print(error)  # expect: name 'three' is not defined
