good = []
for item in ("1", "x", "3"):
    try:
        good.append(int(item))
    except ValueError as error:
        print("skip:", error)  # expect: skip: invalid literal for int() with base 10: 'x'
print(good)  # expect: [1, 3]
