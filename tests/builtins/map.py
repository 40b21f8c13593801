print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])))  # expect: ['1', '2'] [11, 22]
m = map(abs, [-1])
print(next(m), next(m, "end"))  # expect: 1 end
print(list(map(int, "123")), sum(map(len, ["a", "bb"])))  # expect: [1, 2, 3] 3
try:
    map(5)
except TypeError as error:
    print(error)  # expect: map() must have at least two arguments.
