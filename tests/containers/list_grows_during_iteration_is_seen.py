a = [0]
it = iter(a)
print(next(it))  # expect: 0
a.append(1)
print(next(it), next(it, "end"))  # expect: 1 end
