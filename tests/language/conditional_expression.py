print("yes" if 1 else "no")  # expect: yes
print("a" if 0 else "b" if 0 else "c")  # expect: c
f = lambda n: "even" if n % 2 == 0 else "odd"
print(f(1), f(2))  # expect: odd even
print([x if x > 1 else -x for x in range(4)])  # expect: [0, -1, 2, 3]
