class Nasty:
    def __hash__(self):
        return 5

    def __eq__(self, other):
        d.clear()
        return False


d = {}
d[Nasty()] = 1
d[Nasty()] = 2
print(len(d) <= 2)  # expect: True
