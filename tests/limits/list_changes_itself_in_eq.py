class Nasty:
    def __eq__(self, other):
        items.clear()
        return False


items = [Nasty(), Nasty(), 1]
print(5 in items, items)  # expect: False []
try:
    items = [Nasty(), Nasty()]
    items.remove(3)
except ValueError as error:
    print(error)  # expect: list.remove(x): x not in list
