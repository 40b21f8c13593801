counter = 0


def add(n):
    global counter
    for _ in range(n):
        counter += 1


add(3)
print(counter)
