print(all([]), any([]))
print(all([1, "a", [0]]), all([1, 0]))
print(any([0, "", 3]), any([0, None]))
print(all(n < 5 for n in range(5)), any(n > 5 for n in range(5)))


def noisy():
    for n in (0, 1, 2):
        print("look at", n)
        yield n


print(any(noisy()))

# expect: True False
# expect: True False
# expect: True False
# expect: True False
# expect: look at 0
# expect: look at 1
# expect: True
