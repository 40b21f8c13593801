class Node:
    def __init__(self, next):
        self.next = next


head = None
for _ in range(200_000):
    head = Node(head)
head = None
chain = None
for _ in range(200_000):
    chain = (chain,)
del chain
print("alive")  # expect: alive
