print(list(filter(None, [0, 1, "", "a", None])))  # expect: [1, 'a']
print(list(filter(lambda n: n % 2, range(6))))  # expect: [1, 3, 5]
print(list(filter(str.isupper, "aBcD")))  # expect: ['B', 'D']
f = filter(bool, [1, 0, 2])
print(next(f), next(f), next(f, "end"))  # expect: 1 2 end
