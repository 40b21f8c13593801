a = [3, 0, 1]
try:
    a.sort(key=lambda n: 1 / n)
except ZeroDivisionError as error:
    print(error, sorted(a))  # expect: division by zero [0, 1, 3]
try:
    a.sort(lambda n: n)
except TypeError as error:
    print(error)  # expect: sort() takes no positional arguments
