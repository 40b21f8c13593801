a = ["a", "b", "a", 1, 1.0, True]
print(a.index("b"), a.index("a", 1), a.count("a"), a.count(1))
for call in (lambda: a.index("z"), lambda: a.index("a", 3)):
    try:
        call()
    except ValueError as error:
        print(error)

# expect: 1 2 2 3
# expect: 'z' is not in list
# expect: 'a' is not in list
