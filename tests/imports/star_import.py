from _shapes import *  # expect: shapes is loaded

print(area(1, 5), sides)  # expect: 5 4
try:
    _private
except NameError as error:
    print(error)  # expect: name '_private' is not defined
