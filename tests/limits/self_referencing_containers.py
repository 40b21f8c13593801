a = []
a.append(a)
d = {"d": None}
d["d"] = d
t = ([],)
t[0].append(t)
print(a, d, t, a == a, d == d)  # expect: [[...]] {'d': {...}} ([(...)],) True True
b = []
b.append(b)
try:
    print(a == b)
except RecursionError:
    print("RecursionError")  # expect: RecursionError
