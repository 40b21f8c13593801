d = {"a": 1, "b": 2}
try:
    for k in d:
        d[k + "x"] = 1
except RuntimeError as error:
    print(error)  # expect: dictionary changed size during iteration
s = {1, 2}
try:
    for n in s:
        s.add(n + 10)
except RuntimeError as error:
    print(error)  # expect: Set changed size during iteration
d = {"a": 1, "b": 2}
try:
    for k in d:
        del d[k]
except RuntimeError as error:
    print(error)  # expect: dictionary changed size during iteration
