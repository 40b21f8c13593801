stack = []
for n in range(3):
    stack.append(n)
while stack:
    print(stack.pop(), end=" ")  # expect: 2 1 0 1 2 3
queue = [1, 2, 3]
while queue:
    print(queue.pop(0), end=" ")
print()
