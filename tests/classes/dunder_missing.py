class Table(dict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]


t = Table(a=1)
print(t["a"], t["b"], t, t.get("c"), "c" in t)  # expect: 1 bb {'a': 1, 'b': 'bb'} None False
