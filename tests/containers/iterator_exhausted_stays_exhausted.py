it = iter([1, 2])
print(list(it), list(it), next(it, "none"))  # expect: [1, 2] [] none
a = [1]
it = iter(a)
print(next(it), next(it, "end"))  # expect: 1 end
a.append(2)
print(next(it, "still ended"))  # expect: still ended
