class Row:
    def __init__(self, *items): self.items = list(items)
    def __len__(self): return len(self.items)
    def __getitem__(self, i): return self.items[i]
    def __setitem__(self, i, v): self.items[i] = v
    def __delitem__(self, i): del self.items[i]
    def __contains__(self, v): return v in self.items or v == "anything"
    def __iter__(self): return iter(self.items)


r = Row(1, 2, 3)
r[0] = 10
del r[1]
print(len(r), r[0], r[-1], r[:], "anything" in r, 99 in r, list(r), bool(r), bool(Row()))
a, b = r
print(a, b)

# expect: 2 10 3 [10, 3] True False [10, 3] True False
# expect: 10 3
