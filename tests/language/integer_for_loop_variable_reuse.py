for i in range(3):
    for i in "ab":
        pass
    print(i)

# expect: b
# expect: b
# expect: b
