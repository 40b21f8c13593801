a = [3, 1, 2]
print(a.sort(), a)  # expect: None [1, 2, 3]
a.sort(reverse=True)
print(a)  # expect: [3, 2, 1]
a.reverse()
print(a)  # expect: [1, 2, 3]
w = ["bb", "A", "c"]
w.sort(key=str.lower)
print(w)  # expect: ['A', 'bb', 'c']
w.sort(key=len, reverse=True)
print(w)  # expect: ['bb', 'A', 'c']
try:
    [1, "a"].sort()
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'str' and 'int'
