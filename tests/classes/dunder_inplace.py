class Bag:
    def __init__(self):
        self.items = []

    def __iadd__(self, item):
        self.items.append(item)
        return self

    def __isub__(self, item):
        return "replaced"


b = keep = Bag()
b += 1
b += 2
print(b is keep, b.items)  # expect: True [1, 2]
b -= 1
print(b)  # expect: replaced
