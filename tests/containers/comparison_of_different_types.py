print(1 == "1", [] == (), {} == set(), None == 0, "a" == b"a", 1 == 1.0 == True, frozenset() == set())
print(1 != "1", (1,) != [1])

# expect: False False False False False True True
# expect: True True
