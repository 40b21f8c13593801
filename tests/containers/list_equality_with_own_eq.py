class Any:
    def __eq__(self, other):
        return True


print([Any(), 1] == [2, 1], [1, 2].index(Any()), [5, 5].count(Any()), 3 in [Any()], [1, 2].remove(Any()))

# expect: True 0 2 True None
