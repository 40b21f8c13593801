try:
    (x for x in missing)
except NameError as error:
    print(error)  # expect: name 'missing' is not defined
lazy = (missing for x in [1])
try:
    next(lazy)
except NameError as error:
    print("later:", error)  # expect: later: name 'missing' is not defined
data = [1, 2]
g = (x for x in data)
data.append(3)
data = None
print(list(g))  # expect: [1, 2, 3]
