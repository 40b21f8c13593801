class Key:
    def __init__(self, name): self.name = name
    def __eq__(self, other): return self.name.lower() == other.name.lower()
    def __hash__(self): return hash(self.name.lower())
    def __repr__(self): return self.name


d = {Key("A"): 1}
d[Key("a")] = 2
print(d, Key("A") in d, len({Key("x"), Key("X"), Key("y")}))  # expect: {A: 2} True 2
d.pop(Key("a"))
print(d)  # expect: {}
