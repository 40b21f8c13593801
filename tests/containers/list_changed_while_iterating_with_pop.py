a = [1, 2, 3, 4, 5, 6]
for n in a:
    if n % 2 == 0:
        a.remove(n)
print(a)
a = [1, 2, 3]
for n in a:
    a.pop()
    print(n, a)

# expect: [1, 3, 5]
# expect: 1 [1, 2]
# expect: 2 [1]
