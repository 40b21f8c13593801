class Counter:
    made = 0
    names = []

    def __init__(self, name):
        Counter.made += 1
        self.names.append(name)
        self.made += 10


a, b = Counter("a"), Counter("b")
print(Counter.made, a.made, b.made, Counter.names)  # expect: 2 11 12 ['a', 'b']
