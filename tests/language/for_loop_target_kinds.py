box = {}
row = [0, 0]
for box["k"] in (1, 2):
    pass
for row[1] in "ab":
    pass
print(box, row)  # expect: {'k': 2} [0, 'b']
for a, (b, *c) in [(1, (2, 3, 4))]:
    print(a, b, c)  # expect: 1 2 [3, 4]
for i in range(3):
    pass
print("after the loop", i)  # expect: after the loop 2
