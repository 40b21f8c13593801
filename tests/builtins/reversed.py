print(list(reversed([1, 2, 3])), "".join(reversed("abc")), list(reversed(range(3))), list(reversed((1, 2))))
print(list(reversed({"a": 1, "b": 2})))


class R:
    def __reversed__(self):
        return iter("own")


class S:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return i * 5


print(list(reversed(R())), list(reversed(S())))
for bad in ({1}, 5):
    try:
        reversed(bad)
    except TypeError as error:
        print(error)

# expect: [3, 2, 1] cba [2, 1, 0] [2, 1]
# expect: ['b', 'a']
# expect: ['o', 'w', 'n'] [5, 0]
# expect: 'set' object is not reversible
# expect: 'int' object is not reversible
