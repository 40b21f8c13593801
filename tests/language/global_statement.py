total = 0


def add(n):
    global total, fresh
    total += n
    fresh = n


add(3)
add(4)
print(total, fresh)  # expect: 7 4


def shadow():
    total = 100
    return total


print(shadow(), total)  # expect: 100 7
