from itertools import islice


def naturals():
    n = 0
    while True:
        yield n
        n += 1


print(list(islice(naturals(), 5)), list(islice(naturals(), 2, 8, 3)))  # expect: [0, 1, 2, 3, 4] [2, 5]
for n in naturals():
    if n * n > 50:
        print(n)  # expect: 8
        break
