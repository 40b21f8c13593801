class Node:
    __slots__ = ("next",)

    def __init__(self, next):
        self.next = next


head = None
for _ in range(1_000_000):
    head = Node(head)
n = 0
while head:
    head = head.next
    n += 1
print(n)  # expect: 1000000
