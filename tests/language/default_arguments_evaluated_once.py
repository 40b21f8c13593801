def f(item, bucket=[]):
    bucket.append(item)
    return bucket


print(f(1))  # expect: [1]
print(f(2))  # expect: [1, 2]
print(f(3, []))  # expect: [3]
print(f.__defaults__)  # expect: ([1, 2],)
n = 1


def g(x=n):
    return x


n = 2
print(g())  # expect: 1
